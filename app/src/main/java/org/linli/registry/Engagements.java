package org.linli.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.DatedRows.Shape;
import org.linli.registry.city.City;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who serves which community: signed, start confirmed, renewed, changed, corrected, ended.
 *
 * <p>One management area has one company (regulation on property management art. 33), so engagements of a community
 * never overlap; the database refuses it too. The terms hold from the contract's first day until somebody ends them:
 * a contract that has run out without renewal stays visible as such. Signed, renewed, started and ended it is only through
 * {@link EngagementFiles}, which asks for the document.
 */
@Service
public class Engagements {

    private final DatedRows rows;
    private final Companies companies;
    private final Reach reach;
    private final City city;
    private final BusinessTime time;

    Engagements(JdbcClient jdbc, Companies companies, Reach reach, City city, BusinessTime time) {
        this.rows = new DatedRows(
                jdbc,
                new Shape(
                        "linli.engagement_version",
                        List.of("community_id", "engagement_no"),
                        EngagementTerms.COLUMNS,
                        true,
                        true));
        this.companies = companies;
        this.reach = reach;
        this.city = city;
        this.time = time;
    }

    /** All engagements of a community as known at the question's instant, newest first; those ended before too. */
    public List<Engagement> list(CommunityId id, AsOf asOf, RowScope scope) {
        List<DatedRow> known = asOf.knownAt()
                .map(at -> rows.known(community(id), at, scope))
                .orElseGet(() -> rows.current(community(id), scope));
        Map<String, String> names = companies.names(
                known.stream()
                        .map(row -> row.text("company_code"))
                        .filter(Objects::nonNull)
                        .toList(),
                asOf);
        Map<Object, Integer> last = known.stream()
                .collect(Collectors.toMap(
                        row -> row.key().get("engagement_no"), row -> rows.lastVersion(row.key()), (a, b) -> a));
        return known.stream()
                .map(row -> engagement(
                        id, row, Objects.requireNonNull(last.get(row.key().get("engagement_no"))), names))
                .sorted(Comparator.comparing(Engagement::validFrom).reversed())
                .toList();
    }

    /** The newest known terms of one engagement. */
    public Optional<Engagement> find(CommunityId id, int number, RowScope scope) {
        return list(id, AsOf.day(time.today()), scope).stream()
                .filter(engagement -> engagement.number() == number)
                .findFirst();
    }

    private static Engagement engagement(CommunityId id, DatedRow row, int lastVersion, Map<String, String> names) {
        EngagementTerms terms = EngagementTerms.of(row);
        return new Engagement(
                id,
                number(row),
                lastVersion,
                row.version(),
                terms,
                terms.company() == null
                        ? ""
                        : names.getOrDefault(terms.company().value(), ""),
                row.date("service_start_on"),
                row.text("start_evidence"),
                row.text("start_confirmed_by"),
                row.from(),
                row.to(),
                row.recordedAt(),
                row.recordedBy(),
                row.act(),
                row.reason());
    }

    /** Everything ever recorded of the community's engagements, newest first. */
    public List<HistoryEntry> history(CommunityId id, RowScope scope) {
        Map<Integer, List<DatedRow>> byNumber = rows.all(community(id), scope).stream()
                .collect(Collectors.groupingBy(Engagements::number, TreeMap::new, Collectors.toList()));
        List<HistoryEntry> entries = new ArrayList<>();
        byNumber.forEach((number, versions) -> entries.addAll(Histories.of("engagement", number, versions)));
        entries.sort(Comparator.comparing(HistoryEntry::recordedAt).reversed());
        return entries;
    }

    @Transactional
    Outcome sign(CommunityId id, EngagementTerms terms, String reason, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        Optional<Outcome> refused =
                refuse(terms, null).or(() -> overlap(id, 0, terms.contractFrom(), null, clerk.scope()));
        if (refused.isPresent()) {
            return refused.get();
        }
        int number = rows.all(community(id), clerk.scope()).stream()
                        .mapToInt(Engagements::number)
                        .max()
                        .orElse(0)
                + 1;
        rows.insert(key(id, number), terms.contractFrom(), null, terms.facts(), stamp(Act.CHANGE, reason, clerk));
        city.changed();
        return new Outcome.Stored(Integer.toString(number));
    }

    /**
     * The street confirms that the service has begun.
     *
     * @param startOn not before the contract and not after today
     * @param evidence entry inspection or first daily check
     */
    @Transactional
    Outcome confirmStart(CommunityId id, int number, int version, LocalDate startOn, String evidence, Clerk clerk) {
        return write(id, number, version, clerk, current -> {
            Optional<DatedRow> row =
                    current.stream().filter(held -> held.contains(startOn)).findFirst();
            if (startOn.isAfter(time.today())) {
                return Outcome.Refused.of("start_on", "in-future");
            }
            if (row.isEmpty() || startOn.isBefore(EngagementTerms.of(row.get()).contractFrom())) {
                return Outcome.Refused.of(
                        "start_on",
                        "before-contract",
                        EngagementTerms.of(current.getFirst()).contractFrom());
            }
            if (row.get().date("service_start_on") != null) {
                return Outcome.Refused.of(
                        "start_on", "already-started", row.get().date("service_start_on"));
            }
            Stamp stamp = stamp(Act.CHANGE, evidence, clerk);
            rows.change(row.get(), startOn, started(row.get(), startOn, evidence, clerk), stamp);
            current.stream()
                    .filter(later -> later.from().isAfter(startOn))
                    .forEach(later -> rows.correct(later, started(later, startOn, evidence, clerk), stamp));
            return stored(number);
        });
    }

    private static Map<String, @Nullable Object> started(DatedRow row, LocalDate on, String evidence, Clerk clerk) {
        Map<String, @Nullable Object> facts = new HashMap<>(row.facts());
        facts.put("service_start_on", on);
        facts.put("start_evidence", evidence);
        facts.put("start_confirmed_by", clerk.name());
        return facts;
    }

    /** The same company goes on under a new contract, from the new contract's first day. */
    @Transactional
    Outcome renew(CommunityId id, int number, int version, EngagementTerms terms, String reason, Clerk clerk) {
        return write(id, number, version, clerk, current -> {
            DatedRow last = current.getLast();
            EngagementTerms before = EngagementTerms.of(last);
            if (!Objects.equals(before.company(), terms.company())) {
                return Outcome.Refused.of("company_code", "renewal-other-company");
            }
            LocalDate end = before.contractTo();
            if (end != null && !terms.contractFrom().isAfter(end)) {
                return Outcome.Refused.of("contract_from", "renewal-overlaps", end);
            }
            return change(id, last, terms.contractFrom(), terms, stamp(Act.CHANGE, reason, clerk), clerk);
        });
    }

    /** 变更: other terms from a day on, under the same contract. */
    @Transactional
    public Outcome change(
            CommunityId id,
            int number,
            int version,
            EngagementTerms terms,
            LocalDate from,
            String reason,
            Clerk clerk) {
        return write(
                id,
                number,
                version,
                clerk,
                current -> current.stream()
                        .filter(row -> row.contains(from))
                        .findFirst()
                        .map(row -> change(id, row, from, terms, stamp(Act.CHANGE, reason, clerk), clerk))
                        .orElseGet(() -> Outcome.Refused.of("from", "not-in-force")));
    }

    private Outcome change(
            CommunityId id, DatedRow row, LocalDate from, EngagementTerms terms, Stamp stamp, Clerk clerk) {
        if (from.isAfter(time.today().plusYears(Communities.YEARS_AHEAD))) {
            return Outcome.Refused.of("from", "too-far-ahead");
        }
        Optional<Outcome> refused =
                refuse(terms, row.to()).or(() -> overlap(id, number(row), from, row.to(), clerk.scope()));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (!row.contains(from)) {
            return Outcome.Refused.of("contract_from", "not-in-force");
        }
        rows.change(row, from, withStart(terms, row), stamp);
        return stored(number(row));
    }

    /**
     * 更正: the terms were never as shown. If the contract's first day was wrong, the terms hold from the right one.
     *
     * @param rowVersion the version shown
     * @param serviceStartOn the right day of the start, null if it was never confirmed
     */
    @Transactional
    public Outcome correct(
            CommunityId id,
            int number,
            int version,
            int rowVersion,
            EngagementTerms terms,
            @Nullable LocalDate serviceStartOn,
            String reason,
            Clerk clerk) {
        return write(id, number, version, clerk, current -> {
            Optional<DatedRow> shown =
                    current.stream().filter(row -> row.version() == rowVersion).findFirst();
            if (shown.isEmpty()) {
                return new Outcome.Overtaken();
            }
            DatedRow row = shown.get();
            LocalDate from = row.from().equals(row.date("contract_from")) ? terms.contractFrom() : row.from();
            if (row.to() != null && !from.isBefore(row.to())) {
                return Outcome.Refused.of("contract_from", "end-before-start", from);
            }
            if (serviceStartOn != null
                    && (serviceStartOn.isAfter(time.today()) || row.text("start_evidence") == null)) {
                return Outcome.Refused.of(
                        "start_on", row.text("start_evidence") == null ? "confirm-start" : "in-future");
            }
            if (serviceStartOn != null && serviceStartOn.isBefore(terms.contractFrom())) {
                return Outcome.Refused.of("start_on", "before-contract", terms.contractFrom());
            }
            Optional<Outcome> refused =
                    refuse(terms, row.to()).or(() -> overlap(id, number, rowVersion, from, row.to(), clerk.scope()));
            if (refused.isPresent()) {
                return refused.get();
            }
            Map<String, @Nullable Object> facts = withStart(terms, row);
            facts.put("service_start_on", serviceStartOn);
            if (serviceStartOn == null) {
                facts.put("start_evidence", null);
                facts.put("start_confirmed_by", null);
            }
            Stamp stamp = stamp(Act.CORRECTION, reason, clerk);
            rows.correctRun(row, from, facts, Set.of(), stamp, clerk.scope());
            spreadStart(id, number, row, facts, stamp, clerk.scope());
            return stored(number);
        });
    }

    /**
     * The service ends.
     *
     * @param lastDay last day of service
     */
    @Transactional
    Outcome end(CommunityId id, int number, int version, LocalDate lastDay, String reason, Clerk clerk) {
        return write(id, number, version, clerk, current -> {
            if (lastDay.isBefore(current.getFirst().from())) {
                return Outcome.Refused.of(
                        "last_day", "end-before-start", current.getFirst().from());
            }
            if (lastDay.isAfter(time.today().plusYears(Communities.YEARS_AHEAD))) {
                return Outcome.Refused.of("last_day", "too-far-ahead");
            }
            LocalDate to = lastDay.plusDays(1);
            List<DatedRow> longer = current.stream()
                    .filter(row -> row.to() == null || row.to().isAfter(to))
                    .toList();
            if (longer.isEmpty()) {
                return Outcome.Refused.of("last_day", "already-ended", to.minusDays(1));
            }
            Stamp stamp = stamp(Act.CHANGE, reason, clerk);
            longer.forEach(row -> rows.end(row, to, stamp));
            return stored(number);
        });
    }

    /** The start is one fact of the whole engagement: rows before it, split off when it was confirmed, must tell it too. */
    private void spreadStart(
            CommunityId id,
            int number,
            DatedRow shown,
            Map<String, @Nullable Object> facts,
            Stamp stamp,
            RowScope scope) {
        for (DatedRow row : rows.current(key(id, number), scope)) {
            boolean earlier = row.from().isBefore(shown.from());
            if (earlier
                    && !java.util.Objects.equals(row.facts().get("service_start_on"), facts.get("service_start_on"))) {
                Map<String, @Nullable Object> told = new HashMap<>(row.facts());
                for (String column : List.of("service_start_on", "start_evidence", "start_confirmed_by")) {
                    told.put(column, facts.get(column));
                }
                rows.correct(row, told, stamp);
            }
        }
    }

    private interface Step {
        Outcome on(List<DatedRow> current);
    }

    private Outcome write(CommunityId id, int number, int version, Clerk clerk, Step step) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        List<DatedRow> current = rows.current(key(id, number), clerk.scope());
        if (current.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (rows.lastVersion(key(id, number)) != version) {
            return new Outcome.Overtaken();
        }
        Outcome outcome = step.on(current);
        if (outcome instanceof Outcome.Stored) {
            city.changed();
        }
        return outcome;
    }

    /** @param to first day on which these terms hold no more, null while nobody ended the service */
    private Optional<Outcome> refuse(EngagementTerms terms, @Nullable LocalDate to) {
        LocalDate signed = terms.signedOn();
        if (signed != null && signed.isAfter(time.today())) {
            return Optional.of(Outcome.Refused.of("signed_on", "in-future"));
        }
        CompanyCode company = terms.company();
        if (company == null) {
            return Optional.empty();
        }
        if (!companies.exists(company)) {
            return Optional.of(Outcome.Refused.of("company_code", "company-unknown", company.value()));
        }
        return companies.leavesBefore(company, to == null ? terms.contractTo() : to.minusDays(1))
                ? Optional.of(Outcome.Refused.of("company_code", "company-left", company.value()))
                : Optional.empty();
    }

    private Optional<Outcome> overlap(
            CommunityId id, int number, LocalDate from, @Nullable LocalDate to, RowScope scope) {
        return overlap(id, number, 0, from, to, scope);
    }

    /** Another engagement on the same days; of the same one only rows other than the one being corrected. */
    private Optional<Outcome> overlap(
            CommunityId id, int number, int rowVersion, LocalDate from, @Nullable LocalDate to, RowScope scope) {
        return rows.current(community(id), scope).stream()
                .filter(row -> number(row) != number || rowVersion != 0 && row.version() != rowVersion)
                .filter(row -> row.overlaps(from, to))
                .findFirst()
                .map(row -> Outcome.Refused.of(
                        "contract_from",
                        row.to() == null ? "overlap-open" : "overlap",
                        companies
                                .names(
                                        Optional.ofNullable(row.text("company_code")).stream()
                                                .toList(),
                                        AsOf.day(from))
                                .getOrDefault(String.valueOf(row.text("company_code")), String.valueOf(number(row))),
                        row.from(),
                        row.to() == null ? "" : row.to().minusDays(1)));
    }

    private static Map<String, @Nullable Object> withStart(EngagementTerms terms, DatedRow row) {
        Map<String, @Nullable Object> facts = terms.facts();
        for (String column : List.of("service_start_on", "start_evidence", "start_confirmed_by")) {
            facts.put(column, row.facts().get(column));
        }
        return facts;
    }

    private static Outcome stored(int number) {
        return new Outcome.Stored(Integer.toString(number));
    }

    private static int number(DatedRow row) {
        return (Integer) Objects.requireNonNull(row.key().get("engagement_no"));
    }

    private static Map<String, Object> community(CommunityId id) {
        return Map.of("community_id", id.value());
    }

    private static Map<String, Object> key(CommunityId id, int number) {
        return Map.of("community_id", id.value(), "engagement_no", number);
    }

    private Stamp stamp(Act act, String reason, Clerk clerk) {
        return new Stamp(time.now(), clerk.name(), act, reason);
    }
}
