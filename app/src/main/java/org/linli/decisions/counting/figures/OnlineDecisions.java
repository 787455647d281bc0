package org.linli.decisions.counting.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureRows;
import org.linli.figures.FigureValue;
import org.linli.figures.RowFilter;
import org.linli.platform.ids.DivisionCode;
import org.linli.rules.decisions.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decisions that owners took: one decision is one item put to the vote, not one meeting.
 *
 * <p>Source: domain reference j.6, P10 {@code ONLINE_VOTE} [D]. Counted from the day the vote became final; a rehearsal never is.
 * What an upheld objection voided was void from the start; what a court or the department revoked is out from that day on.
 *
 * <p>Two readings of the source's "effective" are possible: every item of a vote that took effect, or only items that passed. Counted
 * is the first: an item that did not pass was decided on all the same, and P10 measures how much owners decide online, not
 * how often they agree. The parts by outcome give the second reading beside it.
 */
@Component
class OnlineDecisions implements Figure {

    private static final String KEY =
            "lpad(d.community_id::text, 18, '0') || '-' || lpad(d.vote_no::text, 9, '0') || '-' || lpad(d.decision_no::text, 3, '0')";

    /** The last count of each vote that two signed, one of them no owner; and what counts on the day. */
    private static final String ON_DAY = """
            with signed as (
                select g.community_id, g.vote_no, max(g.count_no) count_no
                from (select w.community_id, w.vote_no, w.count_no from linli.count_witness w
                       group by w.community_id, w.vote_no, w.count_no
                      having count(*) > 1 and count(*) filter (where w.capacity <> 'OWNER') > 0) g
                group by g.community_id, g.vote_no),
            """ + counted("on_day", ":day");

    private static final String ON_BOTH_DAYS = ON_DAY + ", " + counted("on_other", ":other");
    private static final String JOINED = "(select * from on_day except select * from on_other)";
    private static final String LEFT = "(select * from on_other except select * from on_day)";

    /** All divisions asked for at once: what counts is found once and told to each that it lies in. */
    private static final String VALUES = ON_DAY + """
            , placed as materialized (
                select d.community_id, c.division_code, d.decisions
                from (select community_id, count(*) decisions from on_day group by community_id) d
                join linli.community_place c using (community_id))
            select asked.code division, coalesce(sum(p.decisions), 0) decisions, count(p.community_id) communities
            from unnest(:divisions::text[]) with ordinality asked(code, place)
            left join placed p on starts_with(p.division_code, asked.code)
            group by asked.code, asked.place order by asked.place
            """;

    /** With its words and its place. */
    private static final String DESCRIBED = """
            join linli.community_place c on c.community_id = d.community_id
            join linli.vote_item i on i.community_id = d.community_id and i.vote_no = d.vote_no
                 and i.decision_no = d.decision_no
                 and i.version_no = (select max(v.version_no) from linli.vote_version v
                                      where v.community_id = d.community_id and v.vote_no = d.vote_no)
            where c.division_code like :prefix and (:outcome = '' or d.outcome = :outcome)
            and (:text = '' or position(:text in i.wording || ' ' || c.name) > 0)
            """;

    private static final List<String> COLUMNS = List.of(
            "figure.column.decision",
            "figure.column.community",
            "figure.column.division",
            "figure.column.outcome",
            "figure.column.final-on");

    private final JdbcClient jdbc;
    private final Divisions divisions;

    OnlineDecisions(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    @Override
    public String code() {
        return "online-decisions";
    }

    @Override
    public Kind kind() {
        return Kind.COUNT;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String population() {
        return "ONLINE_VOTE";
    }

    @Override
    public String ruleVersion() {
        return "decisions-2023.1";
    }

    /** By outcome, so that what did not pass is seen too. */
    @Override
    public List<String> parts() {
        return Arrays.stream(Outcome.values()).map(Outcome::name).toList();
    }

    @Override
    public List<FigureValue> values(AsOf asOf, List<DivisionCode> asked) {
        return jdbc.sql(VALUES)
                .params(dates(asOf))
                .param("divisions", asked.stream().map(DivisionCode::value).toArray(String[]::new))
                .query((row, n) -> new FigureValue(
                        new DivisionCode(row.getString("division")),
                        row.getLong("decisions"),
                        null,
                        List.of(),
                        List.of(new FigureValue.Part("communities", row.getLong("communities")))))
                .list();
    }

    @Override
    public FigureRows rows(AsOf asOf, DivisionCode division, RowFilter filter) {
        boolean compared =
                filter.since().isPresent() && List.of("joined", "left").contains(filter.part());
        String with = compared ? ON_BOTH_DAYS : ON_DAY;
        String counted = !compared ? "on_day" : filter.part().equals("joined") ? JOINED : LEFT;
        Map<String, Object> parameters = new HashMap<>(dates(asOf));
        parameters.put("prefix", division.value() + "%");
        parameters.put("text", filter.text().strip());
        parameters.put("outcome", parts().contains(filter.part()) ? filter.part() : "");
        filter.since().ifPresent(since -> parameters.put("other", since));
        long total = jdbc.sql(with + "select count(*) from " + counted + " d " + DESCRIBED)
                .params(parameters)
                .query(Long.class)
                .single();
        List<FigureRows.Row> rows = jdbc.sql("""
                %2$s
                select %1$s row_key, d.community_id || '-' || d.vote_no || '-' || d.decision_no address, i.wording, c.name,
                       c.division_code, d.outcome,
                       (select min(s.day) from linli.vote_state s
                         where s.community_id = d.community_id and s.vote_no = d.vote_no and s.state = 'FINAL') final_on
                from %3$s d %4$s and %1$s > :after
                order by row_key
                limit :limit
                """.formatted(KEY, with, counted, DESCRIBED))
                .params(parameters)
                .param("after", filter.after())
                .param("limit", filter.limit())
                .query((row, n) -> new FigureRows.Row(
                        row.getString("row_key"),
                        "/decisions/" + row.getString("address"),
                        row.getString("outcome"),
                        List.of(
                                row.getString("wording"),
                                row.getString("name"),
                                row.getString("division_code"),
                                "~decisions.outcome." + row.getString("outcome"),
                                String.valueOf(row.getObject("final_on", LocalDate.class)))))
                .list();
        return new FigureRows(
                COLUMNS,
                named(rows),
                total,
                rows.size() == filter.limit() ? rows.getLast().key() : "");
    }

    /**
     * The decisions that count on a day: the vote was final by then, with the knowledge of the instant, and neither it nor they
     * are void.
     *
     * @param name of the set, to select from
     * @param day parameter that holds the day
     */
    private static String counted(String name, String day) {
        return """
            %1$s_votes as materialized (
                select t.community_id, t.vote_no from linli.vote t
                where not t.rehearsal
                  and exists (select 1 from linli.vote_state s
                               where s.community_id = t.community_id and s.vote_no = t.vote_no
                                 and s.state = 'FINAL' and s.day <= %2$s and s.at <= :knownAt)
                  and not exists (select 1 from linli.vote_state s
                               where s.community_id = t.community_id and s.vote_no = t.vote_no and s.at <= :knownAt
                                 and (s.state = 'INVALIDATED' or s.state in ('REVOKED', 'CANCELLED') and s.day <= %2$s))),
            %1$s as (
                select o.community_id, o.vote_no, o.decision_no, o.outcome
                from %1$s_votes join signed using (community_id, vote_no)
                join linli.decision_outcome o using (community_id, vote_no, count_no)
                where not exists (select 1 from linli.decision_void x
                                   where x.community_id = o.community_id and x.vote_no = o.vote_no
                                     and x.decision_no = o.decision_no and x.at <= :knownAt))
            """.formatted(name, day);
    }

    private List<FigureRows.Row> named(List<FigureRows.Row> rows) {
        Map<DivisionCode, String> names = divisions.fullNames(
                rows.stream().map(row -> new DivisionCode(row.cells().get(2))).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(row.cells());
                    cells.set(2, names.getOrDefault(new DivisionCode(cells.get(2)), cells.get(2)));
                    return new FigureRows.Row(row.key(), row.href(), row.part(), cells);
                })
                .toList();
    }

    @Override
    public Movement movement(AsOf asOf, LocalDate since, DivisionCode division) {
        long joined = count(JOINED, asOf, since, division);
        long left = count(LEFT, asOf, since, division);
        return new Movement(since, joined, left, joined - left);
    }

    private long count(String counted, AsOf asOf, LocalDate other, DivisionCode division) {
        return jdbc.sql(ON_BOTH_DAYS + "select count(*) from " + counted
                        + " d join linli.community_place c using (community_id) where c.division_code like :prefix")
                .params(dates(asOf))
                .param("prefix", division.value() + "%")
                .param("other", other)
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> dates(AsOf asOf) {
        return Map.of(
                "day",
                asOf.day(),
                "knownAt",
                asOf.knownAt().orElse(Instant.parse("9999-01-01T00:00:00Z")).atOffset(ZoneOffset.UTC));
    }
}
