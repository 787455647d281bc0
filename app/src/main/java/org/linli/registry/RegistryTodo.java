package org.linli.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.Upcoming;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The registry's lines on the desk. */
@Component
class RegistryTodo implements Todo {

    private static final String COMMUNITY_TODAY = """
            c.superseded_at is null and c.valid_from <= :today and (c.valid_to is null or c.valid_to > :today)
            """;
    private static final String ENGAGEMENT_TODAY = """
            e.superseded_at is null and e.valid_from <= :today and (e.valid_to is null or e.valid_to > :today)
            """;

    /** Thirty days to confirm the start of a signed service, as for the base file [D]. */
    private static final String SIGNED_NOT_STARTED = """
            select c.community_id, c.name, c.division_code, e.contract_from + 30 due, e.engagement_no
            from linli.community_version c join linli.engagement_version e using (community_id)
            where %s and %s and e.kind in ('PROFESSIONAL', 'ZONE') and e.service_start_on is null
            """.formatted(COMMUNITY_TODAY, ENGAGEMENT_TODAY);

    /** Regulation of Taizhou art. 40: owners decide on renewal ninety days before the contract ends [V]. */
    private static final String ENDS_WITHIN_90_DAYS = """
            select c.community_id, c.name, c.division_code, e.contract_to - 90 due, e.engagement_no
            from linli.community_version c join linli.engagement_version e using (community_id)
            where %s and %s and e.kind in ('PROFESSIONAL', 'ZONE') and not e.continuing
              and e.contract_to between :today and cast(:today as date) + 90
            """.formatted(COMMUNITY_TODAY, ENGAGEMENT_TODAY);

    /** Taizhou regulation art. 40, Civil Code art. 947: a company that does not go on says so ninety days before the end [V]; 120 days is our early word [D]. */
    private static final String SAYS_WHETHER_IT_GOES_ON = """
            select c.community_id, c.name, c.division_code, e.contract_to - 90 due, e.engagement_no
            from linli.community_version c join linli.engagement_version e using (community_id)
            where %s and %s and e.kind in ('PROFESSIONAL', 'ZONE') and not e.continuing
              and cast(:today as date) between e.contract_to - 120 and e.contract_to - 90
            """.formatted(COMMUNITY_TODAY, ENGAGEMENT_TODAY);

    /**
     * The contract is over and the file says neither that it runs on nor that the company left: Civil Code art. 948, Taizhou regulation
     * art. 40 (fifteen days to leave) [V].
     */
    private static final String CONTRACT_OVER = """
            select c.community_id, c.name, c.division_code, e.contract_to + 15 due, e.engagement_no
            from linli.community_version c join linli.engagement_version e using (community_id)
            where %s and %s and e.kind in ('PROFESSIONAL', 'ZONE') and not e.continuing
              and e.contract_to < cast(:today as date)
            """.formatted(COMMUNITY_TODAY, ENGAGEMENT_TODAY);

    /** A base file counts as verified for twelve months (domain g.1) [D]. */
    private static final String NOT_VERIFIED = """
            select c.community_id, c.name, c.division_code, (c.verified_on + interval '12 months')::date due, e.engagement_no
            from linli.community_version c join linli.engagement_version e using (community_id)
            where %s and %s and e.kind in ('PROFESSIONAL', 'ZONE') and e.service_start_on <= cast(:today as date) - 30
              and (c.verified_on is null or c.verified_on < (cast(:today as date) - interval '12 months')::date)
            """.formatted(COMMUNITY_TODAY, ENGAGEMENT_TODAY);

    /** Verifications that fall due after today. */
    private static final String VERIFICATION_TO_COME = """
            select c.community_id, c.name, c.division_code, (c.verified_on + interval '12 months')::date + 1 due, e.engagement_no
            from linli.community_version c join linli.engagement_version e using (community_id)
            where %s and %s and e.kind in ('PROFESSIONAL', 'ZONE')
              and c.verified_on >= (cast(:today as date) - interval '12 months')::date
            """.formatted(COMMUNITY_TODAY, ENGAGEMENT_TODAY);

    /** Contracts whose last ninety days are still to begin. */
    private static final String END_TO_COME = """
            select c.community_id, c.name, c.division_code, e.contract_to - 90 due, e.engagement_no
            from linli.community_version c join linli.engagement_version e using (community_id)
            where %s and %s and e.kind in ('PROFESSIONAL', 'ZONE') and not e.continuing
              and e.contract_to > cast(:today as date) + 90
            """.formatted(COMMUNITY_TODAY, ENGAGEMENT_TODAY);

    /** The list of all lines of a kind. */
    private static final Map<String, Problems.Rule> PROBLEM = Map.of(
            "signed-not-started", Problems.Rule.SIGNED_NOT_STARTED,
            "not-verified", Problems.Rule.NOT_VERIFIED,
            "contract-over", Problems.Rule.CONTRACT_ENDED);

    private final JdbcClient jdbc;
    private final Divisions divisions;

    RegistryTodo(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        return switch (viewer.role()) {
            case STREET, COUNTY, CITY, COMMUNITY_WORKER, SPECIALIST -> {
                TodoGroup.Column mine = viewer.role() == Role.STREET ? TodoGroup.Column.MINE : TodoGroup.Column.OTHERS;
                yield List.of(
                        group(mine, "signed-not-started", SIGNED_NOT_STARTED, rows, today, limit),
                        group(mine, "not-verified", NOT_VERIFIED, rows, today, limit),
                        group(mine, "contract-over", CONTRACT_OVER, rows, today, limit),
                        group(TodoGroup.Column.OTHERS, "contract-ends", ENDS_WITHIN_90_DAYS, rows, today, limit));
            }
            case COMMITTEE, PMC ->
                List.of(
                        group(TodoGroup.Column.MINE, "contract-ends", ENDS_WITHIN_90_DAYS, rows, today, limit),
                        group(TodoGroup.Column.MINE, "contract-over", CONTRACT_OVER, rows, today, limit));
            // The law asks the owners to decide; the company waits for them.
            case COMPANY, PROJECT_MANAGER ->
                List.of(
                        group(TodoGroup.Column.MINE, "renewal-notice", SAYS_WHETHER_IT_GOES_ON, rows, today, limit),
                        group(TodoGroup.Column.MINE, "contract-over", CONTRACT_OVER, rows, today, limit),
                        group(TodoGroup.Column.OTHERS, "contract-ends", ENDS_WITHIN_90_DAYS, rows, today, limit));
            case OWNER, OCCUPANT, AGENCY, AUDITOR, SYSTEM_ADMIN, SECURITY_ADMIN -> List.of();
        };
    }

    @Override
    public Optional<Upcoming> next(Viewer viewer, RowScope rows, LocalDate today) {
        return switch (viewer.role()) {
            case STREET -> next("not-verified", VERIFICATION_TO_COME, rows, today);
            case COMMITTEE, PMC -> next("contract-ends", END_TO_COME, rows, today);
            case COUNTY,
                    CITY,
                    COMMUNITY_WORKER,
                    SPECIALIST,
                    COMPANY,
                    PROJECT_MANAGER,
                    OWNER,
                    OCCUPANT,
                    AGENCY,
                    AUDITOR,
                    SYSTEM_ADMIN,
                    SECURITY_ADMIN -> Optional.empty();
        };
    }

    private Optional<Upcoming> next(String rule, String statement, RowScope rows, LocalDate today) {
        return jdbc.sql(statement + " and " + RowScope.SQL + " order by due, community_id limit 1")
                .params(rows.parameters())
                .param("today", today)
                .query(RegistryTodo::found)
                .optional()
                // Only now: a query within a query holds a connection and waits for another.
                .map(found -> new Upcoming(
                        "todo." + rule,
                        found.name,
                        divisions.fullName(found.division),
                        Objects.requireNonNull(found.due),
                        "/registry/communities/" + found.id));
    }

    private TodoGroup group(
            TodoGroup.Column column, String rule, String statement, RowScope rows, LocalDate today, int limit) {
        String scoped = statement + " and " + RowScope.SQL;
        long total = jdbc.sql("select count(*) from (" + scoped + ") found")
                .params(rows.parameters())
                .param("today", today)
                .query(Long.class)
                .single();
        List<Found> found = jdbc.sql(scoped + " order by due nulls first, community_id limit :limit")
                .params(rows.parameters())
                .param("today", today)
                .param("limit", limit)
                .query(RegistryTodo::found)
                .list();
        Map<DivisionCode, String> places =
                divisions.fullNames(found.stream().map(Found::division).collect(Collectors.toSet()));
        return new TodoGroup(
                column,
                "todo." + rule,
                total,
                "/registry/problems?rule=" + PROBLEM.getOrDefault(rule, Problems.Rule.CONTRACT_ENDING),
                found.stream()
                        .map(one -> new TodoGroup.Line(
                                one.name,
                                places.getOrDefault(one.division, ""),
                                one.due,
                                "/registry/communities/" + one.id,
                                column == TodoGroup.Column.MINE ? act(rule, one) : null))
                        .toList());
    }

    /** The form of the act, for those whose act it is; a contract's end is for its parties and opens nothing. */
    private static TodoGroup.@Nullable Act act(String rule, Found one) {
        String file = "/registry/communities/" + one.id;
        return switch (rule) {
            case "signed-not-started" ->
                new TodoGroup.Act(
                        "todo.signed-not-started.act", file + "/engagements/" + one.engagement + "/start", Map.of());
            case "not-verified" -> new TodoGroup.Act("todo.not-verified.act", file + "/verification", Map.of());
            default -> null;
        };
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getLong("community_id"),
                row.getString("name"),
                new DivisionCode(row.getString("division_code")),
                row.getObject("due", LocalDate.class),
                row.getInt("engagement_no"));
    }

    private record Found(
            long id,
            String name,
            DivisionCode division,
            @Nullable LocalDate due,
            int engagement) {}
}
