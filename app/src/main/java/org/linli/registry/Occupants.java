package org.linli.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.DatedRows.Shape;
import org.linli.rules.codes.Masks;
import org.linli.rules.codes.Phone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who lives in or uses a home without owning it. Nobody votes by it.
 *
 * <p>Source: domain reference g.4; Civil Code art. 278 gives the decision to owners alone [V].
 */
@Service
public class Occupants {

    private final DatedRows rows;
    private final HomeTables tables;
    private final Reach reach;
    private final PersonalData personal;
    private final AccessLog log;
    private final BusinessTime time;

    Occupants(
            JdbcClient jdbc, HomeTables tables, Reach reach, PersonalData personal, AccessLog log, BusinessTime time) {
        this.rows = new DatedRows(
                jdbc,
                new Shape(
                        "linli.occupant",
                        List.of("community_id", "home_no", "occupant_no"),
                        List.of("occupant_kind", "name", "phone"),
                        true,
                        true));
        this.tables = tables;
        this.reach = reach;
        this.personal = personal;
        this.log = log;
        this.time = time;
    }

    /** By which right. */
    public enum Kind {
        TENANT,
        FAMILY,
        BUSINESS,
        OTHER
    }

    /**
     * What is recorded of an occupant.
     *
     * @param name in plain text, not yet stored
     * @param withoutPhone whether a phone on record is to go
     */
    public record Facts(Kind kind, String name, @Nullable String phone, boolean withoutPhone) {

        /** Reads the form; what is wrong is gathered in the fields, and then the result must not be used. */
        public static Facts read(Fields fields) {
            Kind kind = fields.requiredChoice("occupant_kind", Kind.class);
            return new Facts(
                    kind, fields.required("occupant_name", 60), fields.phone("phone"), fields.flag("phone_none"));
        }
    }

    /**
     * One occupant as pages show it.
     *
     * @param version of the line, which a form must carry back
     * @param name masked
     * @param phone masked, empty without one
     * @param to first day no longer there, null: still
     */
    public record Occupant(
            int number,
            int version,
            Kind kind,
            String name,
            String phone,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** The occupants of a home as held for true now, the newest first; those who left too. */
    public List<Occupant> list(CommunityId id, int homeNo, RowScope scope) {
        return rows.current(HomeTables.home(id, homeNo), scope).stream()
                .map(row -> new Occupant(
                        number(row),
                        rows.lastVersion(row.key()),
                        Kind.valueOf(String.valueOf(row.text("occupant_kind"))),
                        Masks.name(personal.decrypt(Objects.requireNonNull(row.bytes("name")))),
                        masked(row.bytes("phone")),
                        row.from(),
                        row.to()))
                .sorted(Comparator.comparing(Occupant::from).reversed())
                .toList();
    }

    private String masked(byte @Nullable [] sealed) {
        return sealed == null ? "" : Phone.masked(personal.decrypt(sealed));
    }

    public Optional<Occupant> find(CommunityId id, int homeNo, int number, RowScope scope) {
        return list(id, homeNo, scope).stream()
                .filter(occupant -> occupant.number() == number)
                .findFirst();
    }

    /** An occupant in plain text. @param phone null without one */
    public record Disclosed(String name, @Nullable String phone) {}

    /** Shows one occupant in plain text, once; what is not logged is not shown. @param why its word in the log */
    @Transactional
    public Optional<Disclosed> disclose(
            CommunityId id, int homeNo, int number, HomeSearch.Reason why, Viewer viewer, RowScope scope) {
        return rows.current(key(id, homeNo, number), scope).stream()
                .reduce((earlier, later) -> later)
                .map(row -> {
                    log.record(viewer, "occupant.view", "occupant", id + "/" + homeNo + "/" + number, why.name());
                    byte[] phone = row.bytes("phone");
                    return new Disclosed(
                            personal.decrypt(Objects.requireNonNull(row.bytes("name"))),
                            phone == null ? null : personal.decrypt(phone));
                });
    }

    /** Everything ever recorded of a home's occupants. */
    public List<HistoryEntry> history(CommunityId id, int homeNo, RowScope scope) {
        Map<Integer, List<DatedRow>> byNumber = rows.all(HomeTables.home(id, homeNo), scope).stream()
                .collect(Collectors.groupingBy(Occupants::number, TreeMap::new, Collectors.toList()));
        List<HistoryEntry> entries = new ArrayList<>();
        byNumber.forEach((number, versions) -> entries.addAll(Histories.of("occupant", number, versions)));
        return entries;
    }

    /** Somebody moves in. */
    @Transactional
    public Outcome add(CommunityId id, int homeNo, Facts facts, LocalDate from, String reason, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        Map<String, Object> home = HomeTables.home(id, homeNo);
        boolean there = tables.homes().current(home, clerk.scope()).stream().anyMatch(row -> row.contains(from));
        if (!there) {
            return Outcome.Refused.of("occupied_from", "no-such-home-then");
        }
        if (from.isAfter(time.today())) {
            return Outcome.Refused.of("occupied_from", "in-future");
        }
        int number = rows.all(home, clerk.scope()).stream()
                        .mapToInt(Occupants::number)
                        .max()
                        .orElse(0)
                + 1;
        rows.insert(key(id, homeNo, number), from, null, sealed(facts), stamp(Act.CHANGE, reason, clerk));
        return new Outcome.Stored(Integer.toString(number));
    }

    /** Somebody moves out. @param lastDay last day there */
    @Transactional
    public Outcome end(
            CommunityId id, int homeNo, int number, int version, LocalDate lastDay, String reason, Clerk clerk) {
        return write(id, homeNo, number, version, clerk, row -> {
            LocalDate left = row.to();
            if (left != null) {
                return Outcome.Refused.of("last_day", "already-ended", left);
            }
            if (lastDay.isBefore(row.from())) {
                return Outcome.Refused.of("last_day", "end-before-start", row.from());
            }
            if (lastDay.isAfter(time.today().plusYears(Communities.YEARS_AHEAD))) {
                return Outcome.Refused.of("last_day", "too-far-ahead");
            }
            rows.end(row, lastDay.plusDays(1), stamp(Act.CHANGE, reason, clerk));
            return new Outcome.Stored(Integer.toString(number));
        });
    }

    /** 更正: the occupant was never as recorded. */
    @Transactional
    public Outcome correct(
            CommunityId id,
            int homeNo,
            int number,
            int version,
            Facts facts,
            LocalDate from,
            String reason,
            Clerk clerk) {
        return write(id, homeNo, number, version, clerk, row -> {
            LocalDate to = row.to();
            if (from.isAfter(time.today()) || to != null && !from.isBefore(to)) {
                return Outcome.Refused.of("occupied_from", "in-future");
            }
            Map<String, @Nullable Object> right = sealed(facts);
            if (facts.phone() == null && !facts.withoutPhone()) {
                right.put("phone", row.bytes("phone")); // the form shows no phone: an empty field says nothing about it
            }
            rows.correct(row, from, right, stamp(Act.CORRECTION, reason, clerk));
            return new Outcome.Stored(Integer.toString(number));
        });
    }

    private interface Step {
        Outcome on(DatedRow row);
    }

    private Outcome write(CommunityId id, int homeNo, int number, int version, Clerk clerk, Step step) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        List<DatedRow> current = rows.current(key(id, homeNo, number), clerk.scope());
        if (current.isEmpty()) {
            return new Outcome.Unknown();
        }
        return rows.lastVersion(key(id, homeNo, number)) == version
                ? step.on(current.getLast())
                : new Outcome.Overtaken();
    }

    private Map<String, @Nullable Object> sealed(Facts facts) {
        Map<String, @Nullable Object> sealed = new HashMap<>();
        String phone = facts.phone();
        sealed.put("occupant_kind", facts.kind().name());
        sealed.put("name", personal.encrypt(facts.name()));
        sealed.put(
                "phone",
                phone == null ? null : personal.encrypt(Phone.e164(phone).orElse(phone)));
        return sealed;
    }

    private static int number(DatedRow row) {
        return (Integer) Objects.requireNonNull(row.key().get("occupant_no"));
    }

    private static Map<String, Object> key(CommunityId id, int homeNo, int number) {
        return Map.of("community_id", id.value(), "home_no", homeNo, "occupant_no", number);
    }

    private Stamp stamp(Act act, String reason, Clerk clerk) {
        return new Stamp(time.now(), clerk.name(), act, reason);
    }
}
