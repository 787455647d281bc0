package org.linli.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the file of a community may say beyond the mandatory facts, by group.
 *
 * <p>Source: domain reference g.1. Satisfaction and grade are not among them: they are results of the assessment, nobody types them.
 */
public enum CommunityDetail {
    DATUM(Group.IDENTITY, Kind.DATUM),
    BOUNDARY(Group.IDENTITY, Kind.BOUNDARY),
    DELIVERED_ON(Group.NATURE, Kind.DATE),
    PHASES(Group.NATURE, Kind.COUNT),
    ABOVE_GROUND_DM2(Group.SCALE, Kind.AREA),
    UNDERGROUND_DM2(Group.SCALE, Kind.AREA),
    UNITS(Group.SCALE, Kind.COUNT),
    SHOPS(Group.SCALE, Kind.COUNT),
    GATES(Group.FACILITIES, Kind.COUNT),
    CAMERAS(Group.FACILITIES, Kind.COUNT),
    FIRE_PANELS(Group.FACILITIES, Kind.COUNT),
    PUMP_ROOMS(Group.FACILITIES, Kind.COUNT),
    EV_PLACES(Group.FACILITIES, Kind.COUNT),
    WASTE_STATIONS(Group.FACILITIES, Kind.COUNT),
    PARKING_OWNED(Group.FACILITIES, Kind.COUNT),
    PARKING_COMMON(Group.FACILITIES, Kind.COUNT),
    PARKING_CIVIL_DEFENCE(Group.FACILITIES, Kind.COUNT),
    AREA_CODE(Group.GOVERNANCE, Kind.TEXT),
    AREA_APPROVAL(Group.GOVERNANCE, Kind.TEXT),
    PARTY_ORGANISATION(Group.GOVERNANCE, Kind.TEXT),
    PROJECT_MANAGER(Group.GOVERNANCE, Kind.TEXT),
    FUND_BALANCE_FEN(Group.MONEY, Kind.MONEY),
    COLLECTION_RATE(Group.MONEY, Kind.RATE);

    private static final int MOST_CHARACTERS = 100;
    private static final long WHOLE = 10_000;

    /** Where it stands on the page. */
    public enum Group {
        IDENTITY,
        NATURE,
        SCALE,
        FACILITIES,
        GOVERNANCE,
        MONEY
    }

    /** How it is typed and kept: areas in 0.01 m², money in fen, a rate in 0.01 %. */
    public enum Kind {
        COUNT,
        AREA,
        MONEY,
        RATE,
        DATE,
        TEXT,
        BOUNDARY,
        DATUM
    }

    /** What degrees of longitude and latitude mean; nothing is converted, since no base map is laid under them. */
    public enum Datum {
        /** 2000 国家大地坐标系. */
        CGCS2000,
        /** 国测局坐标, as maps on the internet give it: up to some hundred metres beside the other. */
        GCJ02
    }

    public static final List<String> COLUMNS =
            Arrays.stream(values()).map(CommunityDetail::column).toList();

    private final Group group;
    private final Kind kind;

    CommunityDetail(Group group, Kind kind) {
        this.group = group;
        this.kind = kind;
    }

    public static List<CommunityDetail> of(Group group) {
        return Arrays.stream(values()).filter(detail -> detail.group == group).toList();
    }

    public Kind kind() {
        return kind;
    }

    /** Its column and the name of its field on forms. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CommunityDetail> find(String column) {
        return Arrays.stream(values())
                .filter(detail -> detail.column().equals(column))
                .findFirst();
    }

    /** Those that were typed; what is wrong is gathered in the fields. */
    static Map<CommunityDetail, Object> read(Fields fields) {
        Map<CommunityDetail, Object> values = new EnumMap<>(CommunityDetail.class);
        for (CommunityDetail detail : values()) {
            @Nullable Object value = detail.value(fields);
            if (value != null) {
                values.put(detail, value);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private @Nullable Object value(Fields fields) {
        return switch (kind) {
            case COUNT -> fields.count(column());
            case AREA, MONEY -> fields.area(column());
            case RATE -> rate(fields);
            case DATE -> fields.date(column());
            case TEXT -> fields.text(column(), MOST_CHARACTERS);
            case BOUNDARY -> Boundary.read(fields, column());
            case DATUM -> datum(fields);
        };
    }

    private @Nullable String datum(Fields fields) {
        @Nullable Datum datum = fields.choice(column(), Datum.class);
        return datum == null ? null : datum.name();
    }

    private @Nullable Long rate(Fields fields) {
        @Nullable Long hundredths = fields.area(column());
        if (hundredths != null && hundredths > WHOLE) {
            fields.refuse(column(), "more-than-all");
        }
        return hundredths;
    }

    static Map<CommunityDetail, Object> of(DatedRow row) {
        Map<CommunityDetail, Object> values = new EnumMap<>(CommunityDetail.class);
        for (CommunityDetail detail : values()) {
            @Nullable Object value = row.facts().get(detail.column());
            if (value != null) {
                values.put(detail, value);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** A value as it is typed. */
    String text(Object value) {
        return switch (kind) {
            case AREA, MONEY, RATE -> Fields.hundredths(((Number) value).longValue());
            case DATE -> ((LocalDate) value).toString();
            case COUNT, TEXT, BOUNDARY, DATUM -> value.toString();
        };
    }
}
