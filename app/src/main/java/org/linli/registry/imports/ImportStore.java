package org.linli.registry.imports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.postgres.Copy;
import org.linli.platform.scope.RowScope;
import org.linli.platform.sheets.SheetCell;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The platform tables of the import desk. Texts of rows are kept encrypted. */
@Repository
class ImportStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Copy copy;
    private final PersonalData personal;

    ImportStore(JdbcClient jdbc, Copy copy, PersonalData personal) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.personal = personal;
    }

    long insert(
            ImportKind kind,
            DivisionCode sender,
            @Nullable String communityCode,
            String fileName,
            String hash,
            Header header,
            long account,
            String name,
            Instant at) {
        return jdbc.sql("""
                insert into platform.import (kind, sender, community_code, file_name, file_hash, state, sheet_index, sheet_name,
                    header_row, filled_on, headers, columns, guessed, uploaded_by, uploader, created_at)
                values (:kind, :sender, :community, :file, :hash, 'UPLOADED', :sheet, :sheetName,
                    :header, :filledOn, :headers, :columns, :guessed, :account, :name, :at)
                returning import_id
                """)
                .param("kind", kind.name())
                .param("sender", sender.value())
                .param("community", communityCode)
                .param("file", fileName)
                .param("hash", hash)
                .param("sheet", header.sheet())
                .param("sheetName", header.sheetName())
                .param("header", header.row())
                .param("filledOn", header.filledOn())
                .param("headers", header.titles().toArray(String[]::new))
                .param("columns", keys(header))
                .param("guessed", header.guessed().toArray(Boolean[]::new))
                .param("account", account)
                .param("name", name)
                .param("at", utc(at))
                .query(Long.class)
                .single();
    }

    Optional<Import> find(RowScope scope, long id) {
        return jdbc.sql("select * from platform.import i where i.import_id = :id and i.sender like :pattern")
                .param("id", id)
                .param("pattern", scope.divisionPattern())
                .query(IMPORT)
                .optional();
    }

    /** The same, held until the transaction ends. */
    Optional<Import> lock(RowScope scope, long id) {
        return jdbc.sql("select * from platform.import i where i.import_id = :id and i.sender like :pattern for update")
                .param("id", id)
                .param("pattern", scope.divisionPattern())
                .query(IMPORT)
                .optional();
    }

    List<Import> list(RowScope scope, long before, int limit) {
        return jdbc.sql("""
                select * from platform.import i
                where i.sender like :pattern and i.import_id < :before
                order by i.import_id desc limit :limit
                """)
                .param("pattern", scope.divisionPattern())
                .param("before", before)
                .param("limit", limit)
                .query(IMPORT)
                .list();
    }

    /** Imports in a scope that wait for somebody. */
    long countOpen(RowScope scope) {
        return jdbc.sql("""
                select count(*) from platform.import i
                where i.sender like :pattern and i.state in ('UPLOADED', 'CHECKED')
                """)
                .param("pattern", scope.divisionPattern())
                .query(Long.class)
                .single();
    }

    Map<String, String> remembered(DivisionCode sender, ImportKind kind) {
        Map<String, String> columns = new HashMap<>();
        jdbc.sql("select header, column_key from platform.import_mapping where sender = :sender and kind = :kind")
                .param("sender", sender.value())
                .param("kind", kind.name())
                .query(row -> {
                    columns.put(row.getString("header"), row.getString("column_key"));
                });
        return columns;
    }

    void remember(DivisionCode sender, ImportKind kind, Header header) {
        for (int i = 0; i < header.titles().size(); i++) {
            String name = HeaderFinder.name(header.titles().get(i));
            if (!name.isEmpty()) {
                jdbc.sql("""
                        insert into platform.import_mapping (sender, kind, header, column_key) values (:sender, :kind, :header, :column)
                        on conflict (sender, kind, header) do update set column_key = excluded.column_key
                        """)
                        .param("sender", sender.value())
                        .param("kind", kind.name())
                        .param("header", name)
                        .param("column", header.columns().get(i).map(Enum::name).orElse(""))
                        .update();
            }
        }
    }

    void map(long id, Header header) {
        jdbc.sql("""
                update platform.import set columns = :columns, guessed = :guessed, state = 'CHECKING', refusal = null,
                    rows_done = 0, rows_total = 0, digest = null, summary = null
                where import_id = :id
                """)
                .param("id", id)
                .param("columns", keys(header))
                .param("guessed", header.guessed().toArray(Boolean[]::new))
                .update();
        forgetRows(id);
    }

    private void forgetRows(long id) {
        for (String table : List.of("import_row", "import_problem", "import_fix", "import_answer")) {
            jdbc.sql("delete from platform." + table + " where import_id = :id")
                    .param("id", id)
                    .update();
        }
    }

    /** Another sheet or header row: everything read and answered so far is forgotten. */
    void begin(long id, Header header) {
        jdbc.sql("""
                update platform.import set state = 'UPLOADED', sheet_index = :sheet, sheet_name = :name, header_row = :row,
                    filled_on = :filled, headers = :headers, columns = :columns, guessed = :guessed, refusal = null,
                    rows_done = 0, rows_total = 0, digest = null, summary = null
                where import_id = :id
                """)
                .param("id", id)
                .param("sheet", header.sheet())
                .param("name", header.sheetName())
                .param("row", header.row())
                .param("filled", header.filledOn(), java.sql.Types.DATE)
                .param("headers", header.titles().toArray(String[]::new))
                .param("columns", keys(header))
                .param("guessed", header.guessed().toArray(Boolean[]::new))
                .update();
        forgetRows(id);
    }

    void state(long id, ImportState state, @Nullable String refusal) {
        jdbc.sql("update platform.import set state = :state, refusal = :refusal where import_id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("refusal", refusal)
                .update();
    }

    void progress(long id, int done, int total) {
        jdbc.sql(
                        "update platform.import set rows_done = :done, rows_total = greatest(:total, rows_total) where import_id = :id")
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .update();
    }

    void checked(long id, int total, String digest, Summary summary, @Nullable String refusal) {
        jdbc.sql("""
                update platform.import set state = 'CHECKED', rows_done = :total, rows_total = :total, digest = :digest,
                    summary = :summary, refusal = :refusal
                where import_id = :id
                """)
                .param("id", id)
                .param("total", total)
                .param("digest", digest)
                .param("summary", JSON.writeValueAsString(summary))
                .param("refusal", refusal)
                .update();
    }

    void accepted(long id, long account, String name) {
        jdbc.sql("""
                update platform.import set state = 'STORING', rows_done = 0, accepted_by = :account, acceptor = :name, refusal = null
                where import_id = :id
                """)
                .param("id", id)
                .param("account", account)
                .param("name", name)
                .update();
    }

    void stored(long id, Summary receipt, Set<Long> communities, Set<String> companies, Instant at) {
        jdbc.sql("""
                update platform.import set state = 'STORED', refusal = null, rows_done = rows_total, receipt = :receipt, stored_at = :at,
                    communities = :communities, companies = :companies
                where import_id = :id
                """)
                .param("id", id)
                .param("receipt", JSON.writeValueAsString(receipt))
                .param("communities", communities.toArray(Long[]::new))
                .param("companies", companies.toArray(String[]::new))
                .param("at", utc(at))
                .update();
    }

    void undone(long id, Instant at) {
        jdbc.sql("update platform.import set state = 'UNDONE', undone_at = :at where import_id = :id")
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    Long[] communities(long id) {
        return jdbc.sql("select communities from platform.import where import_id = :id")
                .param("id", id)
                .query((row, n) -> (Long[]) row.getArray(1).getArray())
                .single();
    }

    String[] companies(long id) {
        return jdbc.sql("select companies from platform.import where import_id = :id")
                .param("id", id)
                .query((row, n) -> (String[]) row.getArray(1).getArray())
                .single();
    }

    /** One at a time works on an import's rows. */
    void guard(long id) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(7331, :id)) held")
                .param("id", (int) id)
                .query(Integer.class)
                .single();
    }

    /** @param skip why the row is no data, empty for data */
    record Row(int number, String skip, List<SheetCell> cells, String outcome, List<Change> changes) {
        Row {
            cells = List.copyOf(cells);
            changes = List.copyOf(changes);
        }
    }

    void addRows(long id, List<Row> rows) {
        copy.into(
                "platform.import_row",
                List.of("import_id", "row_no", "kind", "note", "cells"),
                sink -> rows.forEach(row -> sink.row(
                        id,
                        row.number(),
                        row.skip().isEmpty() ? "D" : "S",
                        row.skip().isEmpty() ? null : row.skip(),
                        personal.encrypt(CellText.join(row.cells())))));
    }

    boolean hasRows(long id) {
        return jdbc.sql("select exists (select 1 from platform.import_row where import_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    List<Row> rows(long id, int after, int limit) {
        return jdbc.sql("""
                select row_no, note, cells, outcome, changes from platform.import_row
                where import_id = :id and row_no > :after order by row_no limit :limit
                """)
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Row(
                        row.getInt("row_no"),
                        text(row.getString("note")),
                        CellText.split(personal.decrypt(row.getBytes("cells"))),
                        text(row.getString("outcome")),
                        changes(row.getBytes("changes"))))
                .list();
    }

    /** The cells of some rows, by row. */
    Map<Integer, List<SheetCell>> cells(long id, Collection<Integer> rows) {
        Map<Integer, List<SheetCell>> cells = new HashMap<>();
        jdbc.sql("select row_no, cells from platform.import_row where import_id = :id and row_no = any(:rows)")
                .param("id", id)
                .param("rows", rows.toArray(Integer[]::new))
                .query(row -> {
                    cells.put(row.getInt("row_no"), CellText.split(personal.decrypt(row.getBytes("cells"))));
                });
        return cells;
    }

    /** How many rows below the header are no data. */
    int countSkipped(long id) {
        return jdbc.sql("""
                select count(*)::int from platform.import_row where import_id = :id and kind = 'S' and note <> 'ABOVE'
                """).param("id", id).query(Integer.class).single();
    }

    /** The first of the rows left out as no data, each with why, in order. */
    Map<Integer, String> skipped(long id) {
        Map<Integer, String> skipped = new java.util.LinkedHashMap<>();
        jdbc.sql(
                        "select row_no, note from platform.import_row where import_id = :id and kind = 'S' order by row_no limit 500")
                .param("id", id)
                .query(row -> {
                    skipped.put(row.getInt(1), text(row.getString(2)));
                });
        return skipped;
    }

    /** The rows that change something the registry has, in order. */
    List<Row> changing(long id, int limit) {
        return jdbc.sql("""
                select row_no, note, cells, outcome, changes from platform.import_row
                where import_id = :id and changes is not null order by row_no limit :limit
                """)
                .param("id", id)
                .param("limit", limit)
                .query((row, n) -> new Row(
                        row.getInt("row_no"),
                        text(row.getString("note")),
                        CellText.split(personal.decrypt(row.getBytes("cells"))),
                        text(row.getString("outcome")),
                        changes(row.getBytes("changes"))))
                .list();
    }

    void outcomes(long id, Map<Integer, Outcome> outcomes, Map<Integer, List<Change>> changes) {
        jdbc.sql("update platform.import_row set outcome = null, changes = null where import_id = :id")
                .param("id", id)
                .update();
        outcomes.forEach((row, outcome) -> {
            List<Change> changed = changes.getOrDefault(row, List.of());
            jdbc.sql(
                            "update platform.import_row set outcome = :outcome, changes = :changes where import_id = :id and row_no = :row")
                    .param("id", id)
                    .param("row", row)
                    .param("outcome", outcome.name())
                    .param(
                            "changes",
                            changed.isEmpty() ? null : personal.encrypt(JSON.writeValueAsString(changed)),
                            java.sql.Types.BINARY)
                    .update();
        });
    }

    void clearFindings(long id) {
        jdbc.sql("delete from platform.import_problem where import_id = :id")
                .param("id", id)
                .update();
    }

    /** @param from number of the first finding */
    void addFindings(long id, int from, List<Finding> findings) {
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

    boolean isDataRow(long id, int row) {
        return jdbc.sql(
                                "select count(*) from platform.import_row where import_id = :id and row_no = :row and kind = 'D'")
                        .param("id", id)
                        .param("row", row)
                        .query(Long.class)
                        .single()
                > 0;
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
    int countOpenFindings(long id) {
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

    void fix(long id, int row, String column, String value, String by, Instant at) {
        jdbc.sql("""
                insert into platform.import_fix (import_id, row_no, column_key, value, fixed_by, fixed_at)
                values (:id, :row, :column, :value, :by, :at)
                on conflict (import_id, row_no, column_key) do update
                set value = excluded.value, fixed_by = excluded.fixed_by, fixed_at = excluded.fixed_at
                """)
                .param("id", id)
                .param("row", row)
                .param("column", column)
                .param("value", personal.encrypt(value))
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    void unfix(long id, int row, String column) {
        jdbc.sql("delete from platform.import_fix where import_id = :id and row_no = :row and column_key = :column")
                .param("id", id)
                .param("row", row)
                .param("column", column)
                .update();
    }

    Map<Integer, Map<String, String>> fixes(long id) {
        Map<Integer, Map<String, String>> fixes = new HashMap<>();
        jdbc.sql("select row_no, column_key, value from platform.import_fix where import_id = :id")
                .param("id", id)
                .query(row -> {
                    fixes.computeIfAbsent(row.getInt("row_no"), number -> new HashMap<>())
                            .put(row.getString("column_key"), personal.decrypt(row.getBytes("value")));
                });
        return fixes;
    }

    void answer(long id, String group, String choice, String by, Instant at) {
        jdbc.sql("""
                insert into platform.import_answer (import_id, group_key, choice, answered_by, answered_at)
                values (:id, :group, :choice, :by, :at)
                on conflict (import_id, group_key) do update
                set choice = excluded.choice, answered_by = excluded.answered_by, answered_at = excluded.answered_at
                """)
                .param("id", id)
                .param("group", group)
                .param("choice", choice)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    Map<String, String> answers(long id) {
        Map<String, String> answers = new HashMap<>();
        jdbc.sql("select group_key, choice from platform.import_answer where import_id = :id")
                .param("id", id)
                .query(row -> {
                    answers.put(row.getString(1), row.getString(2));
                });
        return answers;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
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
                strings(row.getArray("args")),
                row.getInt("times"),
                suggestion == null ? null : personal.decrypt(suggestion));
    }

    private List<Change> changes(byte @Nullable [] sealed) {
        return sealed == null ? List.of() : List.of(JSON.readValue(personal.decrypt(sealed), Change[].class));
    }

    private static String literal(List<String> texts) {
        List<String> quoted = new ArrayList<>();
        for (String text : texts) {
            quoted.add('"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        }
        return "{" + String.join(",", quoted) + "}";
    }

    private static String[] keys(Header header) {
        return header.columns().stream()
                .map(column -> column.map(Enum::name).orElse(""))
                .toArray(String[]::new);
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Summary summary(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, Summary.class);
    }

    private static final RowMapper<Import> IMPORT = (row, n) -> new Import(
            row.getLong("import_id"),
            ImportKind.valueOf(row.getString("kind")),
            new DivisionCode(row.getString("sender")),
            row.getString("community_code"),
            row.getString("file_name"),
            row.getString("file_hash"),
            ImportState.valueOf(row.getString("state")),
            row.getInt("sheet_index"),
            row.getString("sheet_name"),
            row.getInt("header_row"),
            row.getObject("filled_on", java.time.LocalDate.class),
            strings(row.getArray("headers")),
            strings(row.getArray("columns")),
            Arrays.asList((Boolean[]) row.getArray("guessed").getArray()),
            row.getInt("rows_done"),
            row.getInt("rows_total"),
            row.getString("digest"),
            summary(row.getString("summary")),
            row.getString("refusal"),
            summary(row.getString("receipt")),
            row.getLong("uploaded_by"),
            row.getString("uploader"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            row.getString("acceptor"),
            instant(row, "stored_at"),
            instant(row, "undone_at"));
}
