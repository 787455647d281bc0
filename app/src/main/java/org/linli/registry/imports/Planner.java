package org.linli.registry.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.DivisionCode;
import org.linli.registry.CommunityChecks;
import org.linli.rules.intake.NameText;

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
    private final Map<Long, Integer> rowOfCommunity = new HashMap<>();
    private final Map<String, Integer> rowOfCompany = new HashMap<>();
    private final Map<Long, List<Known.Engagement>> engagements = new HashMap<>();
    private final Map<Long, List<Term>> terms = new HashMap<>();

    private record Term(int row, LocalDate from, @Nullable LocalDate to) {}

    private record Placed(DataRow row, @Nullable String division, Facts facts) {
        String key() {
            return Objects.toString(division, "?").substring(0, division == null ? 1 : 9)
                    + NameText.key(facts.text(Column.COMMUNITY_NAME));
        }

        String address() {
            return NameText.key(facts.text(Column.ADDRESS));
        }
    }

    private Planner(ImportKind kind, Places places, Known known, Map<String, String> answers, LocalDate today) {
        this.kind = kind;
        this.places = places;
        this.known = known;
        this.answers = answers;
        this.today = today;
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
            case COMPANIES -> companies(rows);
            case ENGAGEMENTS -> engagements(rows);
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
        List<Placed> placed = rows.stream().map(this::place).toList();
        Map<String, List<Placed>> byName =
                placed.stream().filter(row -> row.division() != null).collect(Collectors.groupingBy(Placed::key));
        byName.values().stream().filter(same -> same.size() > 1).forEach(this::sameName);
        List<RowPlan> plans = new ArrayList<>();
        for (Placed row : placed) {
            boolean alone = byName.getOrDefault(row.key(), List.of()).size() == 1;
            RowPlan.@Nullable CommunityPlan community = row.division() == null ? null : community(row, alone);
            plans.add(rest(row.row(), community, codes));
        }
        return plans;
    }

    private Placed place(DataRow row) {
        RowReader reader = new RowReader(row, findings);
        Facts facts = reader.community(today);
        if (facts.text(Column.COMMUNITY_NAME).isEmpty()) {
            reader.problem(Column.COMMUNITY_NAME, "MISSING", null);
        }
        return new Placed(row, division(row, reader), facts);
    }

    private @Nullable String division(DataRow row, RowReader reader) {
        String name = row.text(Column.STREET).replace(" ", "");
        if (name.isEmpty()) {
            String only = places.onlyStreet().orElse(null);
            if (only == null) {
                reader.problem(Column.STREET, "MISSING", null);
                return null;
            }
            findings.add(Finding.guess(row.number(), Column.STREET, "STREET_OF_SENDER"));
            return neighbourhood(row, reader, only);
        }
        Places.Found street = places.street(name, row.text(Column.COUNTY) + row.text(Column.ADDRESS));
        if (street.code() == null) {
            reader.problem(Column.STREET, street.problem(), first(street.near()), String.join("、", street.near()));
            return null;
        }
        if (street.guessed()) {
            findings.add(Finding.guess(row.number(), Column.STREET, "STREET_SHORT", name));
        }
        return neighbourhood(row, reader, street.code());
    }

    private @Nullable String neighbourhood(DataRow row, RowReader reader, String street) {
        String name = row.text(Column.NEIGHBOURHOOD).replace(" ", "");
        if (name.isEmpty()) {
            return street;
        }
        Places.Found found = places.neighbourhood(street, name);
        if (found.code() == null) {
            reader.problem(Column.NEIGHBOURHOOD, found.problem(), first(found.near()), String.join("、", found.near()));
            return street;
        }
        if (found.guessed()) {
            findings.add(Finding.guess(row.number(), Column.NEIGHBOURHOOD, "NEIGHBOURHOOD_SHORT", name));
        }
        return found.code();
    }

    private static @Nullable String first(List<String> texts) {
        return texts.isEmpty() ? null : texts.getFirst();
    }

    /** Several rows of one name in one street: two communities at two addresses if the clerk says so, else a slip. */
    private void sameName(List<Placed> same) {
        boolean apart = same.stream().map(Placed::address).distinct().count() == same.size()
                && same.stream().noneMatch(row -> row.address().isEmpty());
        String name = same.getFirst().facts().text(Column.COMMUNITY_NAME);
        String numbers =
                same.stream().map(row -> Integer.toString(row.row().number())).collect(Collectors.joining("、"));
        for (Placed row : apart ? same : same.subList(1, same.size())) {
            findings.add(
                    apart
                            ? Finding.question(
                                    row.row().number(),
                                    Column.COMMUNITY_NAME,
                                    "DUPLICATE_NAME",
                                    row.key(),
                                    List.of(DIFFERENT),
                                    name,
                                    numbers)
                            : Finding.problem(
                                    row.row().number(), Column.COMMUNITY_NAME, "DUPLICATE_NAME", null, name, numbers));
        }
    }

    private RowPlan.@Nullable CommunityPlan community(Placed row, boolean alone) {
        String street = Objects.requireNonNull(row.division()).substring(0, 9);
        Known.@Nullable Community match = match(row, street, alone);
        if (match == null) {
            Facts facts = row.facts();
            return new RowPlan.CommunityPlan(Outcome.NEW, null, Objects.requireNonNull(row.division()), facts);
        }
        @Nullable
        Integer other = rowOfCommunity.putIfAbsent(match.id(), row.row().number());
        if (other != null) {
            findings.add(Finding.problem(
                    row.row().number(), Column.COMMUNITY_NAME, "SAME_COMMUNITY", null, match.code(), other.toString()));
        }
        // A sheet that names no neighbourhood does not unsay the one the registry has.
        String division = row.division().length() == 9 && match.division().startsWith(row.division())
                ? match.division()
                : row.division();
        Facts merged = row.facts().over(match.facts());
        boolean same = merged.equals(match.facts()) && division.equals(match.division());
        return new RowPlan.CommunityPlan(same ? Outcome.SAME : Outcome.CHANGED, match, division, merged);
    }

    private Known.@Nullable Community match(Placed row, String street, boolean alone) {
        String code = row.row().text(Column.COMMUNITY_CODE).replace(" ", "");
        if (!code.isEmpty()) {
            Known.@Nullable Community found = known.community(code);
            if (found == null) {
                findings.add(Finding.problem(
                        row.row().number(), Column.COMMUNITY_CODE, "UNKNOWN_COMMUNITY_CODE", null, code));
            }
            return found;
        }
        List<Known.Community> named =
                known.communities(street, NameText.key(row.facts().text(Column.COMMUNITY_NAME)));
        if (named.size() == 1 && alone) {
            return named.getFirst();
        }
        List<Known.Community> there = named.stream()
                .filter(one -> NameText.key(one.facts().text(Column.ADDRESS)).equals(row.address()))
                .toList();
        if (there.size() == 1) {
            return there.getFirst();
        }
        if (named.size() > 1) {
            findings.add(Finding.problem(
                    row.row().number(),
                    Column.COMMUNITY_NAME,
                    "AMBIGUOUS_COMMUNITY",
                    null,
                    row.facts().text(Column.COMMUNITY_NAME),
                    named.stream().map(Known.Community::code).collect(Collectors.joining("、"))));
            return null;
        }
        return named.isEmpty() ? near(row, street) : null;
    }

    private Known.@Nullable Community near(Placed row, String street) {
        String key = NameText.key(row.facts().text(Column.COMMUNITY_NAME));
        List<Known.Community> near = known.communities(street).stream()
                .filter(other ->
                        CommunityChecks.isNear(key, other.key(), other.facts().text(Column.ALIAS)))
                .sorted(Comparator.comparing(Known.Community::code))
                .limit(5)
                .toList();
        if (near.isEmpty()) {
            return null;
        }
        List<String> choices = new ArrayList<>(List.of(DIFFERENT));
        near.forEach(other -> choices.add(other.code()));
        Finding question = Finding.question(
                row.row().number(),
                Column.COMMUNITY_NAME,
                "NEAR_NAME",
                Integer.toString(row.row().number()),
                choices,
                row.facts().text(Column.COMMUNITY_NAME),
                near.stream()
                        .map(other -> other.facts().text(Column.COMMUNITY_NAME) + " " + other.code())
                        .collect(Collectors.joining("、")));
        findings.add(question);
        @Nullable String answer = answers.get(question.group());
        return answer == null ? null : known.community(answer);
    }

    private RowPlan rest(DataRow row, RowPlan.@Nullable CommunityPlan community, CompanyCodes codes) {
        List<Change> changes = new ArrayList<>();
        if (community != null && community.known() != null) {
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
        @Nullable Facts engagement = code == null ? null : engagement(row, code);
        if (code == null || engagement == null || community == null) {
            return new RowPlan(row.number(), community, null, null, Outcome.NONE, changes);
        }
        String county = community.division().substring(0, 6);
        RowPlan.CompanyPlan company = company(row, code, county);
        if (company.outcome() == Outcome.NEW && company.first()) {
            findings.add(Finding.guess(
                    row.number(), Column.COUNTY, "COUNTY_OF_COMMUNITY", name(company), places.countyName(county)));
            unfiled(row, company);
        }
        Outcome outcome = step(row, community.known(), engagement, changes);
        return new RowPlan(row.number(), community, company, engagement, outcome, changes);
    }

    private static String name(RowPlan.CompanyPlan company) {
        return company.facts().text(Column.COMPANY_NAME);
    }

    /** A new company without a day of filing is in the registry, and not among the filed ones. */
    private void unfiled(DataRow row, RowPlan.CompanyPlan company) {
        if (company.facts().get(Column.FILED_ON) == null) {
            findings.add(Finding.guess(row.number(), Column.FILED_ON, "NOT_FILED", name(company)));
        }
    }

    private boolean isServed(Known.Community community) {
        return known.engagements(community.id()).stream().anyMatch(row -> row.contains(today));
    }

    private RowPlan.CompanyPlan company(DataRow row, String code, String county) {
        String name = CompanyCodes.name(row);
        Known.@Nullable Company company = known.company(code);
        boolean first = rowOfCompany.putIfAbsent(code, row.number()) == null;
        if (company == null) {
            if (name.isEmpty()) {
                findings.add(Finding.problem(row.number(), Column.COMPANY_NAME, "NAME_MISSING", null, code));
            }
            return new RowPlan.CompanyPlan(
                    Outcome.NEW, code, first, county, new Facts(Map.of(Column.COMPANY_NAME, name)), row.override());
        }
        String before = company.facts().text(Column.COMPANY_NAME);
        boolean renamed = !name.isEmpty()
                && !NameText.key(before).equals(NameText.key(name))
                && isRenamed(row, code, before, name);
        Facts facts = renamed ? new Facts(Map.of(Column.COMPANY_NAME, name)).over(company.facts()) : company.facts();
        return new RowPlan.CompanyPlan(
                renamed ? Outcome.CHANGED : Outcome.SAME,
                code,
                first,
                company.facts().text(Column.COUNTY),
                facts,
                "");
    }

    private boolean isRenamed(DataRow row, String code, String before, String name) {
        Finding question = Finding.question(
                row.number(),
                Column.COMPANY_NAME,
                "COMPANY_NAME_DIFFERS",
                code,
                List.of(KEEP, RENAME),
                code,
                before,
                name);
        findings.add(question);
        return RENAME.equals(answers.get(question.group()));
    }

    private @Nullable Facts engagement(DataRow row, String code) {
        RowReader reader = new RowReader(row, findings);
        Facts read = reader.engagement(today);
        if (read.get(Column.CONTRACT_FROM) == null) {
            Column column = row.has(Column.CONTRACT_TERM) ? Column.CONTRACT_TERM : Column.CONTRACT_FROM;
            if (findings.stream()
                    .noneMatch(f -> f.row() == row.number() && f.column().equals(column.name()))) {
                reader.problem(column, "CONTRACT_MISSING", null);
            }
            return null;
        }
        Map<Column, Object> facts = new EnumMap<>(Column.class);
        facts.putAll(read.values());
        facts.put(Column.COMPANY_CODE, code);
        @Nullable LocalDate to = (LocalDate) read.get(Column.CONTRACT_TO);
        if (to != null && to.isBefore(today)) {
            findings.add(Finding.guess(row.number(), Column.CONTRACT_TO, "CONTRACT_ENDED", to.toString()));
        }
        return new Facts(facts);
    }

    private Outcome step(DataRow row, Known.@Nullable Community known, Facts facts, List<Change> changes) {
        // A new community has no number yet; its row stands for it.
        long community = known == null ? -row.number() : known.id();
        LocalDate from = (LocalDate) Objects.requireNonNull(facts.get(Column.CONTRACT_FROM));
        Term term = new Term(row.number(), from, (LocalDate) facts.get(Column.CONTRACT_TO));
        List<Term> others = terms.computeIfAbsent(community, id -> new ArrayList<>());
        for (Term other : others) {
            if (other.to() == null || !other.to().isBefore(from)) {
                findings.add(Finding.problem(
                        row.number(),
                        Column.CONTRACT_FROM,
                        "ENGAGEMENTS_OVERLAP",
                        null,
                        from.toString(),
                        Integer.toString(other.row())));
                return Outcome.REFUSED;
            }
        }
        others.add(term);
        List<Known.Engagement> current =
                engagements.computeIfAbsent(community, id -> new ArrayList<>(this.known.engagements(id)));
        return switch (EngagementStep.of(current, facts)) {
            case EngagementStep.Same same -> Outcome.SAME;
            case EngagementStep.Late(var other) -> {
                findings.add(Finding.problem(
                        row.number(),
                        Column.CONTRACT_FROM,
                        "LATER_ENGAGEMENT",
                        null,
                        from.toString(),
                        other.from().toString(),
                        other.facts().text(Column.COMPANY_CODE)));
                yield Outcome.REFUSED;
            }
            case EngagementStep.Put put -> {
                if (put.assumed()) {
                    findings.add(Finding.guess(row.number(), Column.SERVICES, "SERVICES_ASSUMED"));
                }
                Known.@Nullable Engagement old = put.replaced() != null ? put.replaced() : put.ended();
                if (old != null) {
                    changes.addAll(put.facts().changes("engagement", old.facts()));
                    current.remove(old);
                    if (put.ended() != null) {
                        current.add(new Known.Engagement(old.number(), old.version(), old.from(), from, old.facts()));
                    }
                }
                current.add(new Known.Engagement(
                        put.number(),
                        0,
                        put.replaced() == null ? from : put.replaced().from(),
                        null,
                        put.facts()));
                yield old == null ? Outcome.NEW : Outcome.CHANGED;
            }
        };
    }

    private List<RowPlan> companies(List<DataRow> rows) {
        CompanyCodes codes = new CompanyCodes(rows, known, answers);
        List<RowPlan> plans = new ArrayList<>();
        for (DataRow row : rows) {
            RowReader reader = new RowReader(row, findings);
            @Nullable String code = codes.of(row, findings);
            Facts own = reader.company();
            @Nullable String county = code == null ? null : county(row, code, reader);
            if (code == null || county == null) {
                continue;
            }
            @Nullable Integer other = rowOfCompany.get(code);
            if (other != null) {
                reader.problem(Column.COMPANY_CODE, "DUPLICATE_COMPANY", null, other.toString());
                continue;
            }
            RowPlan.CompanyPlan named = company(row, code, county);
            Facts before = named.outcome() == Outcome.NEW
                    ? new Facts(Map.of())
                    : Objects.requireNonNull(known.company(code)).facts();
            Facts facts = own.over(named.facts());
            Outcome outcome = named.outcome() == Outcome.NEW
                    ? Outcome.NEW
                    : facts.equals(before) ? Outcome.SAME : Outcome.CHANGED;
            RowPlan.CompanyPlan plan =
                    new RowPlan.CompanyPlan(outcome, code, true, named.county(), facts, named.override());
            if (outcome == Outcome.NEW) {
                if (row.text(Column.COUNTY).isEmpty()) {
                    findings.add(Finding.guess(
                            row.number(), Column.COUNTY, "COUNTY_OF_CODE", name(plan), places.countyName(county)));
                }
                unfiled(row, plan);
            }
            plans.add(new RowPlan(
                    row.number(),
                    null,
                    plan,
                    null,
                    Outcome.NONE,
                    outcome == Outcome.CHANGED ? facts.changes("company", before) : List.of()));
        }
        return plans;
    }

    private @Nullable String county(DataRow row, String code, RowReader reader) {
        Known.@Nullable Company company = known.company(code);
        String written = row.text(Column.COUNTY);
        String county = company != null
                ? company.facts().text(Column.COUNTY)
                : (written.isEmpty() ? places.countyOfCode(code.substring(2, 8)) : places.county(written)).orElse("");
        if (county.isEmpty()) {
            reader.problem(Column.COUNTY, written.isEmpty() ? "COUNTY_MISSING" : "UNKNOWN_COUNTY", null);
            return null;
        }
        DivisionCode division = new DivisionCode(county);
        if (!places.sender().covers(division) && !division.covers(places.sender())) {
            reader.problem(Column.COUNTY, "COUNTY_OUTSIDE", null);
            return null;
        }
        return county;
    }

    private List<RowPlan> engagements(List<DataRow> rows) {
        CompanyCodes codes = new CompanyCodes(rows, known, answers);
        record Ready(DataRow row, Known.Community community, String code, Facts facts) {}
        List<Ready> ready = new ArrayList<>();
        for (DataRow row : rows) {
            Known.@Nullable Community community = registered(row);
            @Nullable String code = codes.of(row, findings);
            if (code != null && known.company(code) == null) {
                findings.add(Finding.problem(row.number(), Column.COMPANY_CODE, "UNKNOWN_COMPANY", null, code));
                code = null;
            }
            @Nullable Facts facts = code == null ? null : engagement(row, code);
            if (community != null && code != null && facts != null) {
                ready.add(new Ready(row, community, code, facts));
            }
        }
        ready.sort(Comparator.comparing(
                one -> (LocalDate) Objects.requireNonNull(one.facts().get(Column.CONTRACT_FROM))));
        List<RowPlan> plans = new ArrayList<>();
        for (Ready one : ready) {
            List<Change> changes = new ArrayList<>();
            Outcome outcome = step(one.row(), one.community(), one.facts(), changes);
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

    private Known.@Nullable Community registered(DataRow row) {
        String code = row.text(Column.COMMUNITY_CODE).replace(" ", "");
        String name = NameText.clean(row.text(Column.COMMUNITY_NAME));
        if (!code.isEmpty()) {
            Known.@Nullable Community found = known.community(code);
            if (found == null) {
                findings.add(
                        Finding.problem(row.number(), Column.COMMUNITY_CODE, "UNKNOWN_COMMUNITY_CODE", null, code));
            }
            return found;
        }
        String street = row.text(Column.STREET).replace(" ", "");
        Places.@Nullable Found place = street.isEmpty() ? null : places.street(street, row.text(Column.COUNTY));
        if (place != null && place.code() == null) {
            findings.add(Finding.problem(
                    row.number(),
                    Column.STREET,
                    place.problem(),
                    first(place.near()),
                    street,
                    String.join("、", place.near())));
            return null;
        }
        List<Known.Community> named = new ArrayList<>();
        Set<String> near = new HashSet<>();
        for (Known.Community one : known.communities()) {
            if (place == null || one.street().equals(place.code())) {
                int distance = NameText.distance(one.key(), NameText.key(name));
                if (distance == 0) {
                    named.add(one);
                } else if (distance == 1) {
                    near.add(one.facts().text(Column.COMMUNITY_NAME));
                }
            }
        }
        if (named.size() == 1) {
            return named.getFirst();
        }
        List<String> others = named.isEmpty()
                ? near.stream().sorted().limit(3).toList()
                : named.stream().map(Known.Community::code).sorted().limit(5).toList();
        findings.add(Finding.problem(
                row.number(),
                Column.COMMUNITY_NAME,
                named.isEmpty() ? "UNKNOWN_COMMUNITY" : "AMBIGUOUS_COMMUNITY",
                named.isEmpty() ? first(others) : null,
                name,
                String.join("、", others)));
        return null;
    }
}
