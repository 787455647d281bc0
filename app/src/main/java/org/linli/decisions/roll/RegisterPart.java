package org.linli.decisions.roll;

import org.jspecify.annotations.Nullable;
import org.linli.rules.decisions.roll.AreaSource;

/**
 * An exclusive part on the record day, with where it is.
 *
 * @param building as painted on it
 * @param unit the stairwell
 * @param areaSource where the area is from, null when none is known
 */
record RegisterPart(
        SourcePart source,
        String building,
        String unit,
        String room,
        @Nullable AreaSource areaSource) {

    int homeNo() {
        return source.homeNo();
    }

    FrozenRoll.PartLine line() {
        Long area = source.areaDm2();
        return new FrozenRoll.PartLine(
                source.homeNo(),
                source.buildingNo(),
                building,
                unit,
                room,
                source.kind(),
                area == null ? 0 : area,
                areaSource);
    }
}
