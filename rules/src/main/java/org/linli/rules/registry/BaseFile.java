package org.linli.rules.registry;

import org.jspecify.annotations.Nullable;

/**
 * The mandatory part of a community's file as it stands; nulls, blanks and zeros are gaps, not errors.
 *
 * @param code community code
 * @param name name
 * @param divisionCode trimmed division code: 6 digits name the county, 9 the street, 12 the residents' committee
 * @param address address
 * @param type nature
 * @param yearBuilt year built
 * @param gfaDm2 gross floor area in 0.01 m²
 * @param buildings number of buildings
 * @param households number of households
 * @param served whether somebody serves the community
 * @param hasCurrentContract whether the contract in force is on file
 */
public record BaseFile(
        @Nullable String code,
        @Nullable String name,
        String divisionCode,
        @Nullable String address,
        @Nullable CommunityType type,
        @Nullable Integer yearBuilt,
        @Nullable Long gfaDm2,
        @Nullable Integer buildings,
        @Nullable Integer households,
        boolean served,
        boolean hasCurrentContract) {}
