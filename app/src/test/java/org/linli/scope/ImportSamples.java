package org.linli.scope;

import org.springframework.jdbc.core.simple.JdbcClient;

/** An uploaded sheet of a street, as a row. */
final class ImportSamples {

    private ImportSamples() {}

    static String insert(JdbcClient jdbc, String street) {
        return jdbc.sql("""
                insert into platform.import (kind, sender, file_name, file_hash, state, sheet_index, sheet_name,
                    header_row, headers, columns, guessed, uploaded_by, uploader, created_at)
                values ('STREET_RETURN', :street, 'sample.xlsx', repeat('0', 64), 'UPLOADED', 0, '表1',
                    3, '{小区名称}', '{NAME}', '{false}', 1, '测试', now())
                returning import_id::text
                """).param("street", street).query(String.class).single();
    }
}
