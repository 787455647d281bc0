package org.linli.registry.imports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.RowScope;
import org.linli.platform.web.NotFound;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The imports themselves: what was sent by whom, how its columns are meant, and how far it has come. */
@Repository
class ImportStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** The same, which must be in one of some states. @throws ImportRefused STATE if it is past them */
    Import open(RowScope scope, long id, ImportState... states) {
        Import import_ = lock(scope, id).orElseThrow(NotFound::new);
        if (!List.of(states).contains(import_.state())) {
            throw new ImportRefused("STATE", "~imports.state." + import_.state());
        }
        return import_;
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

    /** Seen by others at once, while the work goes on. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
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

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String[] keys(Header header) {
        return header.columns().stream()
                .map(column -> column.map(Enum::name).orElse(""))
                .toArray(String[]::new);
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
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
