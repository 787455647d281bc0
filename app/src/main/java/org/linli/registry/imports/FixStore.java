package org.linli.registry.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.linli.platform.keys.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What clerks typed over cells, and what they answered to questions. */
@Repository
class FixStore {

    private final JdbcClient jdbc;
    private final PersonalData personal;

    FixStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
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
                .param("at", ImportStore.utc(at))
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
                .param("at", ImportStore.utc(at))
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
}
