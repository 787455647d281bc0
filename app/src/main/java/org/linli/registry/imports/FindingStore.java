package org.linli.registry.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.postgres.Copy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found in the rows of a sheet: problems, questions and guesses, in groups that one answer settles. */
@Repository
class FindingStore {

    private final JdbcClient jdbc;
    private final Copy copy;
    private final PersonalData personal;

    FindingStore(JdbcClient jdbc, Copy copy, PersonalData personal) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.personal = personal;
    }

    void clear(long id) {
        jdbc.sql("delete from platform.import_problem where import_id = :id")
                .param("id", id)
                .update();
    }

    /** @param from number of the first finding */
    void add(long id, int from, List<Finding> findings) {
        copy.into(
                "platform.import_problem",
                List.of(
                        "import_id",
                        "problem_no",
                        "row_no",
                        "column_key",
                        "severity",
                        "code",
                        "group_key",
                        "args",
                        "times",
                        "suggestion"),
                sink -> {
                    int number = from;
                    for (Finding finding : findings) {
                        sink.row(
                                id,
                                number++,
                                finding.row(),
                                finding.column(),
                                finding.severity(),
                                finding.code(),
                                finding.group(),
                                literal(finding.args()),
                                finding.times(),
                                finding.suggestion() == null ? null : personal.encrypt(finding.suggestion()));
                    }
                });
    }

    /** Findings asking the same, the heaviest and then the most frequent first. */
    List<Group> groups(long id) {
        List<GroupRow> groups = jdbc.sql("""
                select p.group_key, min(p.severity) severity, min(p.column_key) column_key, min(p.code) code,
                       sum(p.times)::int row_count, count(*)::int findings,
                       (array_agg(p.problem_no order by p.problem_no))[1] first_no,
                       count(p.suggestion)::int suggested, min(a.choice) choice
                from platform.import_problem p
                left join platform.import_answer a on a.import_id = p.import_id and a.group_key = p.group_key
                where p.import_id = :id
                group by p.group_key
                order by case when min(p.severity) <> 'PROBLEM' and min(a.choice) is not null then 1 else 0 end,
                         case min(p.severity) when 'PROBLEM' then 1 when 'QUESTION' then 2 else 3 end,
                         sum(p.times) desc, min(p.row_no), p.group_key
                limit 300
                """)
                .param("id", id)
                .query((row, n) -> new GroupRow(
                        row.getString("group_key"),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("column_key"),
                        row.getString("code"),
                        row.getInt("row_count"),
                        row.getInt("findings"),
                        row.getInt("suggested"),
                        row.getInt("first_no"),
                        row.getString("choice")))
                .list();
        Map<Integer, Finding> firsts =
                findings(id, groups.stream().map(GroupRow::first).toArray(Integer[]::new));
        return groups.stream()
                .map(group -> group.with(Objects.requireNonNull(firsts.get(group.first))))
                .toList();
    }

    private record GroupRow(
            String key,
            Severity severity,
            String column,
            String code,
            int count,
            int findings,
            int suggested,
            int first,
            @Nullable String choice) {

        Group with(Finding finding) {
            return new Group(key, severity, column, code, count, findings, suggested, finding, choice);
        }
    }

    List<Finding> findings(long id, String group, int after, int limit) {
        return findings(id, group, after, limit, Integer.MAX_VALUE);
    }

    /** @param last the last row wanted */
    List<Finding> findings(long id, String group, int after, int limit, int last) {
        return jdbc.sql("""
                select * from platform.import_problem
                where import_id = :id and (:group = '' or group_key = :group) and row_no > :after and row_no <= :last
                order by row_no, problem_no limit :limit
                """)
                .param("last", last)
                .param("id", id)
                .param("group", group)
                .param("after", after)
                .param("limit", limit)
                .query(this::finding)
                .list();
    }

    /** How many problems, unanswered questions and unconfirmed guesses stand against acceptance. */
    int countOpen(long id) {
        return jdbc.sql("""
                select coalesce(sum(p.times), 0)::int from platform.import_problem p
                where p.import_id = :id and (p.severity = 'PROBLEM' or not exists (
                    select 1 from platform.import_answer a where a.import_id = p.import_id and a.group_key = p.group_key))
                """).param("id", id).query(Integer.class).single();
    }

    int countRefusedRows(long id) {
        return jdbc.sql("""
                select count(distinct row_no)::int from platform.import_problem
                where import_id = :id and severity = 'PROBLEM'
                """).param("id", id).query(Integer.class).single();
    }

    private Map<Integer, Finding> findings(long id, Integer[] numbers) {
        return jdbc
                .sql("select * from platform.import_problem where import_id = :id and problem_no = any(:numbers)")
                .param("id", id)
                .param("numbers", numbers)
                .query((row, n) -> Map.entry(row.getInt("problem_no"), finding(row, n)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Finding finding(ResultSet row, int n) throws SQLException {
        byte @Nullable [] suggestion = row.getBytes("suggestion");
        return new Finding(
                row.getInt("row_no"),
                row.getString("column_key"),
                Severity.valueOf(row.getString("severity")),
                row.getString("code"),
                row.getString("group_key"),
                Arrays.asList((String[]) row.getArray("args").getArray()),
                row.getInt("times"),
                suggestion == null ? null : personal.decrypt(suggestion));
    }

    private static String literal(List<String> texts) {
        List<String> quoted = new ArrayList<>();
        for (String text : texts) {
            quoted.add('"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        }
        return "{" + String.join(",", quoted) + "}";
    }
}
