package org.linli.registry.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Splits a sheet into communities, companies and engagements and compares them with the registry.
 *
 * <p>Pure: the same rows, answers and registry give the same plan, so that what was shown can be compared with what is
 * stored.
 */
final class Planner {

    /** The choice that a community with a near name is another one, or that two rows of one name are two communities. */
    static final String DIFFERENT = CompanyCodes.DIFFERENT;

    /** The choices for a company that the registry knows by another name. */
    static final String KEEP = "KEEP";

    static final String RENAME = "RENAME";

    private final ImportKind kind;
    private final Places places;
    private final Known known;
    private final Map<String, String> answers;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();
    private final RowPlacer placer;
    private final CommunityMatcher matcher;
    private final CompanyPlanner companies;
    private final EngagementPlanner engagements;

    private Planner(ImportKind kind, Places places, Known known, Map<String, String> answers, LocalDate today) {
        this.kind = kind;
        this.places = places;
        this.known = known;
        this.answers = answers;
        this.today = today;
        placer = new RowPlacer(places, today, findings);
        matcher = new CommunityMatcher(places, known, answers, findings);
        companies = new CompanyPlanner(places, known, answers, findings);
        engagements = new EngagementPlanner(known, today, findings);
    }

    /** @param rows without those the clerk leaves out @param answers choices by group */
    static Plan plan(
            ImportKind kind,
            List<DataRow> rows,
            Places places,
            Known known,
            Map<String, String> answers,
            LocalDate today) {
        return new Planner(kind, places, known, answers, today).plan(rows);
    }

    private Plan plan(List<DataRow> raw) {
        List<DataRow> rows = raw.stream()
                .map(row -> new RowReader(row, findings).withoutFormulas())
                .toList();
        List<RowPlan> plans = switch (kind) {
            case STREET_RETURN, COMMUNITIES -> communities(rows);
            case COMPANIES -> companies.companies(rows);
            case ENGAGEMENTS -> engagementRows(rows);
            case HOMES -> throw new IllegalArgumentException("homes are not planned in memory");
        };
        Set<Integer> refused = findings.stream()
                .filter(finding -> finding.severity() == Severity.PROBLEM)
                .map(Finding::row)
                .collect(Collectors.toSet());
        findings.sort(Comparator.comparingInt(Finding::row));
        return new Plan(
                plans.stream().filter(plan -> !refused.contains(plan.row())).toList(), findings);
    }

    private List<RowPlan> communities(List<DataRow> rows) {
        CompanyCodes codes = new CompanyCodes(rows, known, answers);
        List<PlacedRow> placed = rows.stream().map(placer::place).toList();
        Map<String, List<PlacedRow>> byName =
                placed.stream().filter(row -> row.division() != null).collect(Collectors.groupingBy(PlacedRow::key));
        byName.values().stream().filter(same -> same.size() > 1).forEach(matcher::sameName);
        List<RowPlan> plans = new ArrayList<>();
        for (PlacedRow row : placed) {
            boolean alone = byName.getOrDefault(row.key(), List.of()).size() == 1;
            RowPlan.@Nullable CommunityPlan community = row.division() == null ? null : matcher.community(row, alone);
            plans.add(rest(row.row(), community, codes));
        }
        return plans;
    }

    static @Nullable String first(List<String> texts) {
        return texts.isEmpty() ? null : texts.getFirst();
    }

    private RowPlan rest(DataRow row, RowPlan.@Nullable CommunityPlan community, CompanyCodes codes) {
        List<Change> changes = new ArrayList<>();
        if (community != null && community.known() != null) {
            notEnded(row, community.known());
            changes.addAll(
                    community.facts().changes("community", community.known().facts()));
            if (!community.division().equals(community.known().division())) {
                changes.add(new Change(
                        "community", Column.NEIGHBOURHOOD, community.known().division(), community.division()));
            }
        }
        boolean served = kind == ImportKind.STREET_RETURN
                && !(row.text(Column.COMPANY_NAME) + row.text(Column.COMPANY_CODE)).isEmpty();
        if (!served) {
            if (kind == ImportKind.STREET_RETURN
                    && community != null
                    && community.known() != null
                    && isServed(community.known())) {
                findings.add(Finding.guess(row.number(), Column.COMPANY_NAME, "STILL_SERVED"));
            }
            return new RowPlan(row.number(), community, null, null, Outcome.NONE, changes);
        }
        @Nullable String code = codes.of(row, findings);
        @Nullable Facts engagement = code == null ? null : engagements.engagement(row, code);
        if (code == null || engagement == null || community == null) {
            return new RowPlan(row.number(), community, null, null, Outcome.NONE, changes);
        }
        String county = community.division().substring(0, 6);
        RowPlan.CompanyPlan company = companies.company(row, code, county);
        if (company.outcome() == Outcome.NEW && company.first()) {
            findings.add(Finding.guess(
                    row.number(),
                    Column.COUNTY,
                    "COUNTY_OF_COMMUNITY",
                    CompanyPlanner.name(company),
                    places.countyName(county)));
            companies.unfiled(row, company);
        }
        Outcome outcome = engagements.step(row, community.known(), engagement, changes);
        return new RowPlan(row.number(), community, company, engagement, outcome, changes);
    }

    /** Nothing is recorded of a community that has ended; whoever means another one gives it its own name. */
    private void notEnded(DataRow row, Known.Community community) {
        @Nullable LocalDate ended = community.endedOn();
        if (ended != null && !ended.isAfter(today)) {
            findings.add(Finding.problem(
                    row.number(), Column.COMMUNITY_NAME, "COMMUNITY_ENDED", null, community.code(), ended.toString()));
        }
    }

    private boolean isServed(Known.Community community) {
        return known.engagements(community.id()).stream().anyMatch(row -> row.contains(today));
    }

    private List<RowPlan> engagementRows(List<DataRow> rows) {
        CompanyCodes codes = new CompanyCodes(rows, known, answers);
        record Ready(DataRow row, Known.Community community, String code, Facts facts) {}
        List<Ready> ready = new ArrayList<>();
        for (DataRow row : rows) {
            Known.@Nullable Community community = matcher.registered(row);
            @Nullable String code = codes.of(row, findings);
            if (code != null && known.company(code) == null) {
                findings.add(Finding.problem(row.number(), Column.COMPANY_CODE, "UNKNOWN_COMPANY", null, code));
                code = null;
            }
            @Nullable Facts facts = code == null ? null : engagements.engagement(row, code);
            if (community != null) {
                notEnded(row, community);
            }
            if (community != null && code != null && facts != null) {
                ready.add(new Ready(row, community, code, facts));
            }
        }
        ready.sort(Comparator.comparing(
                one -> (LocalDate) Objects.requireNonNull(one.facts().get(Column.CONTRACT_FROM))));
        List<RowPlan> plans = new ArrayList<>();
        for (Ready one : ready) {
            List<Change> changes = new ArrayList<>();
            Outcome outcome = engagements.step(one.row(), one.community(), one.facts(), changes);
            plans.add(new RowPlan(
                    one.row().number(),
                    new RowPlan.CommunityPlan(
                            Outcome.SAME,
                            one.community(),
                            one.community().division(),
                            one.community().facts()),
                    null,
                    one.facts(),
                    outcome,
                    changes));
        }
        return plans;
    }
}
