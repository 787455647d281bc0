package org.linli.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A home and who owns it on one day, names and phones masked.
 *
 * @param version last version of its ownership, which a form must carry back
 * @param areaDm2 exclusive area in 0.01 m²
 * @param use {@code RESIDENCE}, {@code SHOP}, {@code PARKING} or {@code OTHER}
 * @param state {@code UNSOLD}, {@code SOLD_UNDELIVERED} or {@code DELIVERED}
 * @param form {@code SOLE}, {@code JOINT}, {@code SHARES}; empty when nobody is on the roll
 * @param since first day of this ownership
 */
public record HomeLine(
        int homeNo,
        int version,
        String building,
        String unit,
        String room,
        String use,
        @Nullable Long areaDm2,
        @Nullable String areaSource,
        String state,
        String form,
        String cause,
        @Nullable LocalDate since,
        List<Owner> owners) {

    /** @param share such as {@code 1/2}, empty unless owned by shares @param phone masked, empty when unknown */
    public record Owner(int ownerNo, String kind, String name, String phone, boolean identified, String share) {}
}
