package org.linli.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.RowScope;
import org.linli.registry.city.City;
import org.linli.registry.city.CommunityDay;
import org.linli.rules.coverage.NotCounted;
import org.linli.rules.registry.BaseRegistration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What in the registry somebody should look at, by rule, within a scope. */
@Service
public class Problems {

    private static final String IN_FORCE =
            "t.superseded_at is null and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day)";

    /** A rule; each row names a community, or a company. */
    public enum Rule {
        MISSING_FIELDS,
        NOT_VERIFIED,
        SIGNED_NOT_STARTED,
        CONTRACT_ENDED,
        /** Taizhou regulation on property management art. 40: 90 days before the end the owners decide [V]. */
        CONTRACT_ENDING,
        TRIAL_TOO_LONG,
        INVALID_CREDIT_CODE,
        HOMES_WITHOUT_AREA,
        HOMES_WITHOUT_OWNER,
        SAME_NAME,
        COMMITTEE_TERM_OVER
    }

    /**
     * @param href the page where it is put right
     * @param name of the community or company
     * @param place its division in words
     * @param details texts; {@code ~key} is a text key
     */
    public record Row(String href, String name, String place, List<String> details) {}

    private record Raw(String href, String name, String division, List<String> details) {}

    private final JdbcClient jdbc;
    private final Reach reach;
    private final City city;
    private final Divisions divisions;

    Problems(JdbcClient jdbc, Reach reach, City city, Divisions divisions) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.city = city;
        this.divisions = divisions;
    }

    /** How many rows each rule finds, in the rules' order. */
    public Map<Rule, Integer> counts(LocalDate day, RowScope scope) {
        Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            counts.put(rule, find(rule, day, scope).size());
        }
        return counts;
    }

    /**
     * A page of a rule's rows.
     *
     * @param skip rows to leave out; the lists are short and read from memory
     */
    public List<Row> list(Rule rule, LocalDate day, int skip, int limit, RowScope scope) {
        List<Raw> page = find(rule, day, scope).stream().skip(skip).limit(limit).toList();
        Map<DivisionCode, String> places = divisions.fullNames(
                page.stream().map(row -> new DivisionCode(row.division)).collect(Collectors.toSet()));
        return page.stream()
                .map(row -> new Row(
                        row.href,
                        row.name,
                        places.getOrDefault(new DivisionCode(row.division), row.division),
                        row.details))
                .toList();
    }

    private List<Raw> find(Rule rule, LocalDate day, RowScope scope) {
        return switch (rule) {
            case MISSING_FIELDS ->
                communities(
                        day,
                        scope,
                        community -> !community.missing().isEmpty(),
                        "",
                        community -> community.missing().stream()
                                .sorted()
                                .map(field -> "~base-field." + field)
                                .toList());
            case NOT_VERIFIED ->
                communities(
                        day,
                        scope,
                        community -> !BaseRegistration.isVerified(community.verifiedOn(), day),
                        "",
                        community -> community.verifiedOn() == null
                                ? List.of("~registry.problem.never-verified")
                                : List.of(community.verifiedOn().toString()));
            case SIGNED_NOT_STARTED -> notCounted(day, scope, NotCounted.SIGNED_NOT_STARTED);
            case CONTRACT_ENDED -> notCounted(day, scope, NotCounted.CONTRACT_EXPIRED);
            case TRIAL_TOO_LONG -> notCounted(day, scope, NotCounted.TRIAL_TOO_LONG);
            case CONTRACT_ENDING -> contractsEnding(day, scope);
            case INVALID_CREDIT_CODE -> invalidCodes(day, scope);
            case HOMES_WITHOUT_AREA -> facts("homes_without_area", day, scope);
            case HOMES_WITHOUT_OWNER -> facts("homes_without_owner", day, scope);
            case SAME_NAME -> sameNames(day, scope);
            case COMMITTEE_TERM_OVER -> termsOver(day, scope);
        };
    }

    private List<Raw> notCounted(LocalDate day, RowScope scope, NotCounted reason) {
        return communities(
                day,
                scope,
                community -> community.coverage().reasons().contains(reason),
                "?tab=engagements",
                community -> List.of(community.company()));
    }

    private List<Raw> communities(
            LocalDate day,
            RowScope scope,
            Predicate<CommunityDay> condition,
            String tab,
            java.util.function.Function<CommunityDay, List<String>> details) {
        return within(day, scope)
                .filter(condition)
                .map(community -> raw(community, tab, details.apply(community)))
                .toList();
    }

    private Stream<CommunityDay> within(LocalDate day, RowScope scope) {
        Set<Long> reached = reach.communities(scope);
        return city.on(day).communities().stream().filter(community -> reached.contains(community.id()));
    }

    private static Raw raw(CommunityDay community, String tab, List<String> details) {
        return new Raw(
                "/registry/communities/" + community.id() + tab, community.name(), community.division(), details);
    }

    private List<Raw> contractsEnding(LocalDate day, RowScope scope) {
        return details("""
                select t.community_id, t.contract_to::text detail from linli.engagement_version t
                where %s and t.contract_to between :day and cast(:day as date) + 90 and %s
                """.formatted(IN_FORCE, DatedRows.IN_SCOPE), "?tab=engagements", day, scope);
    }

    private List<Raw> facts(String column, LocalDate day, RowScope scope) {
        return details("""
                select t.community_id, t.%s::text detail from linli.community_facts t
                where t.%s > 0 and %s
                """.formatted(column, column, DatedRows.IN_SCOPE), "?tab=homes", day, scope);
    }

    private List<Raw> termsOver(LocalDate day, RowScope scope) {
        return details("""
                select t.community_id, max(t.term_to)::text detail from linli.committee t
                where %s and %s and t.kind <> 'PREPARATORY_GROUP'
                group by t.community_id having max(t.term_to) < :day
                """.formatted(IN_FORCE, DatedRows.IN_SCOPE), "?tab=committees", day, scope);
    }

    private List<Raw> sameNames(LocalDate day, RowScope scope) {
        return details("""
                with named as (
                    select t.community_id, t.name_key || ' ' || left(t.division_code, 9) twin from linli.community_version t
                    where %s and %s)
                select community_id, '' detail from named
                where twin in (select twin from named group by twin having count(*) > 1)
                """.formatted(IN_FORCE, DatedRows.IN_SCOPE), "", day, scope);
    }

    /** The communities that a statement finds, with what it says of them, by division and code. */
    private List<Raw> details(String statement, String tab, LocalDate day, RowScope scope) {
        Map<Long, String> found = new HashMap<>();
        jdbc.sql(statement).param("day", day).params(scope.parameters()).query(row -> {
            found.put(row.getLong("community_id"), row.getString("detail"));
        });
        List<Raw> rows = new ArrayList<>();
        city.on(day).communities().stream()
                .filter(community -> found.containsKey(community.id()))
                .forEach(community ->
                        rows.add(raw(community, tab, List.of(String.valueOf(found.get(community.id()))))));
        return rows;
    }

    /** Companies are reference rows: their county must lie in the scope, or the scope in it. */
    private List<Raw> invalidCodes(LocalDate day, RowScope scope) {
        String governed = scope.divisionPattern().replace("%", "");
        return jdbc.sql("""
                select t.company_code, t.name, t.division_code, k.override_note
                from linli.company_version t join linli.company k using (company_code)
                where %s and not k.code_valid and :governed <> ''
                  and not exists (select 1 from linli.company_code_confirmation a
                                   where a.company_code = k.company_code and a.taken_back_at is null)
                  and (t.division_code like :governed || '%%' or :governed like t.division_code || '%%')
                order by t.division_code, t.company_code
                """.formatted(IN_FORCE))
                .param("day", day)
                .param("governed", governed)
                .query((row, n) -> new Raw(
                        "/registry/companies/" + row.getString("company_code"),
                        row.getString("name"),
                        row.getString("division_code"),
                        List.of(row.getString("company_code"), row.getString("override_note"))))
                .list();
    }
}
