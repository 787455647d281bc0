package org.linli.decisions.counting.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            "lpad(t.community_id::text, 18, '0') || '-' || lpad(t.vote_no::text, 9, '0') || '-' || lpad(i.decision_no::text, 3, '0')";

    /** Final on the day with the knowledge of the instant, and not void. {@code :day} may be replaced by another parameter. */
    private static final String COUNTED = """
            exists (select 1 from linli.vote_state s
                     where s.community_id = t.community_id and s.vote_no = t.vote_no
                       and s.state = 'FINAL' and s.day <= :day and s.at <= :knownAt)
            and not exists (select 1 from linli.vote_state s
                     where s.community_id = t.community_id and s.vote_no = t.vote_no and s.at <= :knownAt
                       and (s.state = 'INVALIDATED' or s.state in ('REVOKED', 'CANCELLED') and s.day <= :day))
            and not exists (select 1 from linli.decision_void x
                     where x.community_id = t.community_id and x.vote_no = t.vote_no and x.decision_no = i.decision_no
                       and x.at <= :knownAt)
            """;

    /** Every decision of a vote that is no rehearsal, with what its last signed count came to. */
    private static final String FROM = """
            from linli.vote t
            join linli.community_place c on c.community_id = t.community_id
            join linli.vote_item i on i.community_id = t.community_id and i.vote_no = t.vote_no
                 and i.version_no = (select max(v.version_no) from linli.vote_version v
                                      where v.community_id = t.community_id and v.vote_no = t.vote_no)
            join linli.decision_outcome o on o.community_id = t.community_id and o.vote_no = t.vote_no
                 and o.decision_no = i.decision_no
                 and o.count_no = (select max(g.count_no)
                                     from (select w.count_no from linli.count_witness w
                                            where w.community_id = t.community_id and w.vote_no = t.vote_no
                                            group by w.count_no
                                           having count(*) > 1 and count(*) filter (where w.capacity <> 'OWNER') > 0) g)
            where not t.rehearsal
            """;

    private static final String HERE = " and c.division_code like :prefix and ";

    /** All divisions asked for at once: what counts is found once and told to each that it lies in. */
    private static final String VALUES = """
            with counted as (select t.community_id, c.division_code %s and %s)
            select asked.code division, count(d.community_id) decisions, count(distinct d.community_id) communities
            from unnest(:divisions::text[]) with ordinality asked(code, place)
            left join counted d on starts_with(d.division_code, asked.code)
            group by asked.code, asked.place order by asked.place
            """.formatted(FROM, COUNTED);

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
        Map<String, Object> parameters = new HashMap<>(parameters(asOf, division));
        parameters.put("text", filter.text().strip());
        String condition = condition(filter, parameters)
                + " and (:text = '' or position(:text in i.wording || ' ' || c.name) > 0)";
        long total = jdbc.sql("select count(*) " + FROM + HERE + condition)
                .params(parameters)
                .query(Long.class)
                .single();
        List<FigureRows.Row> rows = jdbc.sql("""
                select %1$s row_key, t.community_id || '-' || t.vote_no || '-' || i.decision_no address, i.wording, c.name,
                       c.division_code, o.outcome,
                       (select min(s.day) from linli.vote_state s
                         where s.community_id = t.community_id and s.vote_no = t.vote_no and s.state = 'FINAL') final_on
                %2$s %3$s and %1$s > :after
                order by row_key
                limit :limit
                """.formatted(KEY, FROM, HERE + condition))
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

    private static String condition(RowFilter filter, Map<String, Object> parameters) {
        Optional<LocalDate> since = filter.since();
        if (since.isPresent()) {
            parameters.put("other", since.get());
            if (filter.part().equals("joined")) {
                return COUNTED + " and not (" + onOther() + ")";
            }
            if (filter.part().equals("left")) {
                return onOther() + " and not (" + COUNTED + ")";
            }
        }
        boolean outcome =
                Arrays.stream(Outcome.values()).anyMatch(known -> known.name().equals(filter.part()));
        parameters.put("outcome", outcome ? filter.part() : "");
        return COUNTED + " and (:outcome = '' or o.outcome = :outcome)";
    }

    private static String onOther() {
        return COUNTED.replace(":day", ":other");
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
        long joined = count(COUNTED + " and not (" + onOther() + ")", asOf, since, division);
        long left = count(onOther() + " and not (" + COUNTED + ")", asOf, since, division);
        return new Movement(since, joined, left, joined - left);
    }

    private long count(String condition, AsOf asOf, LocalDate other, DivisionCode division) {
        return jdbc.sql("select count(*) " + FROM + HERE + condition)
                .params(parameters(asOf, division))
                .param("other", other)
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> parameters(AsOf asOf, DivisionCode division) {
        Map<String, Object> parameters = new HashMap<>(dates(asOf));
        parameters.put("prefix", division.value() + "%");
        return parameters;
    }

    private static Map<String, Object> dates(AsOf asOf) {
        return Map.of(
                "day",
                asOf.day(),
                "knownAt",
                asOf.knownAt().orElse(Instant.parse("9999-01-01T00:00:00Z")).atOffset(ZoneOffset.UTC));
    }
}
