package org.linli.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the file of a building says beyond its name, floors and units (domain g.4). Null is a gap.
 *
 * @param gfaDm2 in 0.01 m²
 * @param inFund whether it is in the scope of the maintenance fund
 */
public record BuildingDetails(
        @Nullable Structure structure,
        @Nullable Integer floorsBelow,
        @Nullable LocalDate completedOn,
        @Nullable Long gfaDm2,
        @Nullable Integer lifts,
        @Nullable Boolean inFund) {

    /** Nothing is known. */
    public static final BuildingDetails UNKNOWN = new BuildingDetails(null, null, null, null, null, null);

    /** 结构. */
    public enum Structure {
        /** 砖混. */
        BRICK,
        /** 框架. */
        FRAME,
        /** 剪力墙. */
        SHEAR_WALL,
        /** 钢结构. */
        STEEL,
        OTHER
    }

    /** Whether the maintenance fund covers it, as a form asks. */
    public enum InFund {
        YES,
        NO
    }

    /** Reads the form; what is wrong is gathered in the fields, and then the result must not be used. */
    public static BuildingDetails read(Fields fields) {
        InFund inFund = fields.choice("in_fund", InFund.class);
        return new BuildingDetails(
                fields.choice("structure", Structure.class),
                fields.count("floors_below"),
                fields.date("completed_on"),
                fields.area("gfa_dm2"),
                fields.count("lifts"),
                inFund == null ? null : inFund == InFund.YES);
    }

    boolean isCompletedAfter(LocalDate day) {
        return completedOn != null && completedOn.isAfter(day);
    }

    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("structure", structure == null ? null : structure.name());
        facts.put("floors_below", floorsBelow);
        facts.put("completed_on", completedOn);
        facts.put("gfa_dm2", gfaDm2);
        facts.put("lifts", lifts);
        facts.put("in_fund", inFund);
        return facts;
    }

    static BuildingDetails of(DatedRow row) {
        String structure = row.text("structure");
        return new BuildingDetails(
                structure == null ? null : Structure.valueOf(structure),
                row.count("floors_below"),
                row.date("completed_on"),
                row.amount("gfa_dm2"),
                row.count("lifts"),
                (Boolean) row.facts().get("in_fund"));
    }

    /** The form filled with these details, as {@link #read} reads it. */
    public Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        facts().forEach((field, value) -> {
            if (value != null) {
                typed.put(field, typed(field, value));
            }
        });
        return typed;
    }

    private static String typed(String field, Object value) {
        return switch (field) {
            case "gfa_dm2" -> Fields.hundredths((Long) value);
            case "in_fund" -> (Boolean.TRUE.equals(value) ? InFund.YES : InFund.NO).name();
            default -> value.toString();
        };
    }
}
