package org.linli.registry;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.text.Pinyin;
import org.linli.rules.intake.CommitteeStanding;
import org.linli.rules.intake.NameText;
import org.linli.rules.registry.CommunityType;

/**
 * The base data of a community (domain g.1). Null is a gap that the file shows, not an error.
 *
 * @param name as on the gate
 * @param alias another name people use
 * @param division its neighbourhood, or its street while the neighbourhood is unknown
 * @param yearBuilt 1900 to 2100
 * @param landDm2 and all areas in 0.01 m²
 * @param longitudeE6 and {@code latitudeE6} in 0.000001 degree
 * @param details what else the file says, of the type of its kind
 * @param dataSource where the data came from
 */
public record CommunityBase(
        String name,
        @Nullable String alias,
        DivisionCode division,
        @Nullable String address,
        @Nullable CommunityType type,
        @Nullable Integer yearBuilt,
        @Nullable Long landDm2,
        @Nullable Long gfaDm2,
        @Nullable Long greenDm2,
        @Nullable Integer buildings,
        @Nullable Integer households,
        @Nullable Integer residents,
        @Nullable Integer lifts,
        @Nullable Integer parkingPlaces,
        @Nullable Integer longitudeE6,
        @Nullable Integer latitudeE6,
        @Nullable CommitteeStanding committeeStanding,
        @Nullable String contactPhone,
        Map<CommunityDetail, Object> details,
        String dataSource) {

    private static final List<String> MAIN = List.of(
            "name",
            "name_key",
            "alias",
            "pinyin",
            "division_code",
            "address",
            "type",
            "year_built",
            "land_dm2",
            "gfa_dm2",
            "green_dm2",
            "buildings",
            "households",
            "residents",
            "lifts",
            "parking_places",
            "longitude_e6",
            "latitude_e6",
            "committee_standing",
            "contact_phone",
            "data_source",
            "verified_on",
            "verified_by");

    /** The columns of a version that carry facts. */
    public static final List<String> COLUMNS =
            Stream.of(MAIN, CommunityDetail.COLUMNS).flatMap(List::stream).toList();

    /** The fields of the form in their order; a subset of the columns. */
    public static final List<String> FIELDS = COLUMNS.stream()
            .filter(column ->
                    !List.of("name_key", "pinyin", "verified_on", "verified_by").contains(column))
            .toList();

    private static final DivisionCode NOWHERE = new DivisionCode("00");

    /** Reads the form; what is wrong is gathered in the fields, and then the result must not be used. */
    public static CommunityBase read(Fields fields, Divisions divisions) {
        return new CommunityBase(
                NameText.clean(fields.required("name", 100)),
                fields.text("alias", 100),
                division(fields, divisions),
                fields.text("address", 200),
                fields.choice("type", CommunityType.class),
                fields.year("year_built"),
                fields.area("land_dm2"),
                fields.area("gfa_dm2"),
                fields.area("green_dm2"),
                fields.count("buildings"),
                fields.count("households"),
                fields.count("residents"),
                fields.count("lifts"),
                fields.count("parking_places"),
                fields.degrees("longitude_e6", 73, 136),
                fields.degrees("latitude_e6", 3, 54),
                fields.choice("committee_standing", CommitteeStanding.class),
                fields.phone("contact_phone"),
                CommunityDetail.read(fields),
                fields.required("data_source", 100));
    }

    private static DivisionCode division(Fields fields, Divisions divisions) {
        String text = fields.required("division_code", 12);
        if (text.isEmpty()) {
            return NOWHERE;
        }
        return divisions
                .find(text)
                .map(division -> {
                    if (division.level().compareTo(DivisionLevel.STREET) < 0) {
                        fields.refuse("division_code", "division-too-high", division.name());
                    }
                    return division.code();
                })
                .orElseGet(() -> {
                    fields.refuse("division_code", "division-unknown", text);
                    return NOWHERE;
                });
    }

    /** All columns but the verification. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("name", name);
        facts.put("name_key", NameText.key(name));
        facts.put("alias", alias);
        facts.put("pinyin", Pinyin.searchable(alias == null ? name : name + " " + alias));
        facts.put("division_code", division.value());
        facts.put("address", address);
        facts.put("type", type == null ? null : type.name());
        facts.put("year_built", yearBuilt);
        facts.put("land_dm2", landDm2);
        facts.put("gfa_dm2", gfaDm2);
        facts.put("green_dm2", greenDm2);
        facts.put("buildings", buildings);
        facts.put("households", households);
        facts.put("residents", residents);
        facts.put("lifts", lifts);
        facts.put("parking_places", parkingPlaces);
        facts.put("longitude_e6", longitudeE6);
        facts.put("latitude_e6", latitudeE6);
        facts.put("committee_standing", committeeStanding == null ? null : committeeStanding.name());
        facts.put("contact_phone", contactPhone);
        facts.put("data_source", dataSource);
        details.forEach((detail, value) -> facts.put(detail.column(), value));
        return facts;
    }

    static CommunityBase of(DatedRow row) {
        String type = row.text("type");
        String standing = row.text("committee_standing");
        return new CommunityBase(
                String.valueOf(row.text("name")),
                row.text("alias"),
                new DivisionCode(String.valueOf(row.text("division_code"))),
                row.text("address"),
                type == null ? null : CommunityType.valueOf(type),
                row.count("year_built"),
                row.amount("land_dm2"),
                row.amount("gfa_dm2"),
                row.amount("green_dm2"),
                row.count("buildings"),
                row.count("households"),
                row.count("residents"),
                row.count("lifts"),
                row.count("parking_places"),
                row.count("longitude_e6"),
                row.count("latitude_e6"),
                standing == null ? null : CommitteeStanding.valueOf(standing),
                row.text("contact_phone"),
                CommunityDetail.of(row),
                String.valueOf(row.text("data_source")));
    }

    /** The form filled with these data, as {@link #read} reads it. */
    public Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        facts().forEach((column, value) -> {
            if (value != null && FIELDS.contains(column)) {
                typed.put(column, text(column, value));
            }
        });
        return typed;
    }

    /** A value as it is typed: areas in m², positions in degrees. */
    static String text(String column, Object value) {
        return CommunityDetail.find(column).map(detail -> detail.text(value)).orElseGet(() -> main(column, value));
    }

    private static String main(String column, Object value) {
        if (column.endsWith("_dm2")) {
            return Fields.hundredths(((Number) value).longValue());
        }
        if (column.endsWith("_e6")) {
            return BigDecimal.valueOf(((Number) value).longValue(), 6).toPlainString();
        }
        return value.toString();
    }
}
