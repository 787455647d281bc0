package org.linli.registry.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.linli.platform.keys.PersonalData;
import org.linli.rules.intake.NameText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One identity number under two names, within a sheet or against the registry. Rolls are made of owners: who of the two it is must be
 * told by whoever sent the sheet, and is never chosen in silence. No name appears in what is said of it.
 */
@Component
class OwnerNames {

    /** Rows whose number an earlier row has under another name. */
    private static final String IN_SHEET = """
            select row_no, min(first_row) first_row from (
                select i.row_no, i.name_hash, first_value(i.name_hash) over same first_name, first_value(i.row_no) over same first_row
                from linli.owner_intake i where i.import_id = :id and i.id_hash is not null
                window same as (partition by i.community_id, i.id_hash order by i.row_no, i.place)) named
            where name_hash <> first_name group by row_no
            """;

    private static final String NOTE_IN_SHEET = """
            insert into platform.import_problem (import_id, problem_no, row_no, column_key, severity, code, group_key, args)
            select :id, :from - 1 + row_number() over (order by row_no), row_no, 'ID_NUMBERS', 'PROBLEM', 'ID_OF_OTHER_NAME',
                'PROBLEM:ID_NUMBERS:ID_OF_OTHER_NAME', array[first_row::text]
            from (%s) twice
            """.formatted(IN_SHEET);

    private static final String KNOWN = """
            select i.row_no, i.name said, o.name known
            from linli.owner_intake i
            join linli.owner o on o.community_id = i.community_id and o.id_hash = i.id_hash and o.superseded_at is null
            where i.import_id = :id order by i.row_no
            """;

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final FindingStore findings;

    OwnerNames(JdbcClient jdbc, PersonalData personal, FindingStore findings) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.findings = findings;
    }

    /** Notes every such row as a problem. @param from number of the first finding */
    void note(long importId, int from) {
        int inSheet = jdbc.sql(NOTE_IN_SHEET)
                .param("id", importId)
                .param("from", from)
                .update();
        List<Finding> known = new ArrayList<>();
        for (int row : knownOtherwise(importId)) {
            known.add(Finding.problem(row, Column.ID_NUMBERS, "ID_KNOWN_OTHERWISE", null));
        }
        findings.add(importId, from + inSheet, known);
    }

    /** Whether the registry has come to know a number under another name since the sheet was checked. */
    boolean haveMoved(long importId) {
        return !knownOtherwise(importId).isEmpty();
    }

    /** Numbers of rows, ascending. */
    private TreeSet<Integer> knownOtherwise(long importId) {
        TreeSet<Integer> rows = new TreeSet<>();
        jdbc.sql(KNOWN).param("id", importId).query(row -> {
            if (!key(row.getBytes("said")).equals(key(row.getBytes("known")))) {
                rows.add(row.getInt("row_no"));
            }
        });
        return rows;
    }

    private String key(byte[] name) {
        return NameText.key(personal.decrypt(name));
    }
}
