package org.linli.registry.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.postgres.Copy;
import org.linli.platform.sheets.SheetCell;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the sheets that are being imported, and what becomes of each. Their texts are kept encrypted. */
@Repository
class RowStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Copy copy;
    private final PersonalData personal;

    RowStore(JdbcClient jdbc, Copy copy, PersonalData personal) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.personal = personal;
    }

    void addRows(long id, List<KeptRow> rows) {
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

    boolean isDataRow(long id, int row) {
        return jdbc.sql(
                                "select count(*) from platform.import_row where import_id = :id and row_no = :row and kind = 'D'")
                        .param("id", id)
                        .param("row", row)
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<KeptRow> rows(long id, int after, int limit) {
        return jdbc.sql("""
                select row_no, note, cells, outcome, changes from platform.import_row
                where import_id = :id and row_no > :after order by row_no limit :limit
                """)
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query(this::row)
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

    /** The rows that change something the registry has, in order. @param after continue after this row */
    List<KeptRow> changing(long id, int after, int limit) {
        return jdbc.sql("""
                select row_no, note, cells, outcome, changes from platform.import_row
                where import_id = :id and changes is not null and row_no > :after order by row_no limit :limit
                """)
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** How many rows below the header are no data. */
    int countSkipped(long id) {
        return jdbc.sql("""
                select count(*)::int from platform.import_row where import_id = :id and kind = 'S' and note <> 'ABOVE'
                """).param("id", id).query(Integer.class).single();
    }

    /** The first of the rows left out as no data, each with why, in order. */
    Map<Integer, String> skipped(long id) {
        Map<Integer, String> skipped = new LinkedHashMap<>();
        jdbc.sql(
                        "select row_no, note from platform.import_row where import_id = :id and kind = 'S' order by row_no limit 500")
                .param("id", id)
                .query(row -> {
                    skipped.put(row.getInt(1), text(row.getString(2)));
                });
        return skipped;
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

    private KeptRow row(ResultSet row, int n) throws SQLException {
        return new KeptRow(
                row.getInt("row_no"),
                text(row.getString("note")),
                CellText.split(personal.decrypt(row.getBytes("cells"))),
                text(row.getString("outcome")),
                changes(row.getBytes("changes")));
    }

    private List<Change> changes(byte @Nullable [] sealed) {
        return sealed == null ? List.of() : List.of(JSON.readValue(personal.decrypt(sealed), Change[].class));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
