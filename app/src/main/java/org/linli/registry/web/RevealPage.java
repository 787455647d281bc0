package org.linli.registry.web;

import org.jspecify.annotations.Nullable;
import org.linli.registry.HomeSearch;
import org.linli.registry.Homes;
import org.linli.registry.Occupants;

/**
 * One person in plain text, shown in the answer to the request that gave the reason, and nowhere else.
 *
 * @param title a text key
 * @param back path
 * @param idNumber null when unknown, or not kept of such a person
 * @param phone null when unknown
 * @param reason as typed, or {@code ~} and a text key
 */
public record RevealPage(
        String title,
        String community,
        String back,
        String name,
        @Nullable String idNumber,
        @Nullable String phone,
        String reason) {

    static RevealPage ofOwner(String community, String back, Homes.Disclosed owner) {
        return new RevealPage(
                "registry.reveal.title",
                community,
                back,
                owner.name(),
                owner.idNumber(),
                owner.phone(),
                owner.reason());
    }

    static RevealPage ofOccupant(String community, String back, Occupants.Disclosed occupant, HomeSearch.Reason why) {
        return new RevealPage(
                "registry.occupant.reveal",
                community,
                back,
                occupant.name(),
                null,
                occupant.phone(),
                "~registry.search.reason." + why.name());
    }
}
