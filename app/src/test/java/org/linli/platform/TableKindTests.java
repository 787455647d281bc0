package org.linli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The three kinds of tables of the design, read from the database's own catalogue: community rows carry community_id first
 * in every key, so that a province can be spread over several servers; reference rows never point at them; platform tables
 * stay apart.
 */
@LinliTest
class TableKindTests {

    /** Identities that many servers would each hold whole. */
    private static final Set<String> REFERENCE = Set.of(
            "division",
            "community",
            "company",
            "company_version",
            "company_code_act",
            "company_code_confirmation",
            "company_exit",
            "figure_target",
            "published_figure",
            "registry_revision");

    private static final String KEYS = """
            select t.relname as "table", c.contype::text as type, f.relname as target, fn.nspname as target_schema,
                   (select a.attname from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1]) as first
            from pg_constraint c
            join pg_class t on t.oid = c.conrelid
            join pg_namespace n on n.oid = t.relnamespace
            left join pg_class f on f.oid = c.confrelid
            left join pg_namespace fn on fn.oid = f.relnamespace
            where n.nspname = :schema and c.contype in ('p', 'u', 'f', 'x')
            """;

    private static final String UNIQUE_INDEXES = """
            select t.relname as "table",
                   (select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) as first
            from pg_index i
            join pg_class t on t.oid = i.indrelid
            join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = 'linli' and i.indisunique and t.relname not like 'flyway%'
            """;

    @Autowired
    JdbcClient jdbc;

    private record Key(String table, String type, String target, String targetSchema, String first) {}

    private List<Key> keys(String schema) {
        return jdbc.sql(KEYS).param("schema", schema).query(Key.class).list().stream()
                .filter(key -> !key.table.startsWith("flyway"))
                .toList();
    }

    @Test
    void everyTableOfTheRegisterIsOfAKnownKind() {
        Set<String> unknown = new TreeSet<>(jdbc.sql("""
                select t.table_name from information_schema.tables t
                where t.table_schema = 'linli' and t.table_name not like 'flyway%'
                  and not exists (select 1 from information_schema.columns c
                                   where c.table_schema = 'linli' and c.table_name = t.table_name and c.column_name = 'community_id')
                """).query(String.class).list());
        unknown.removeAll(REFERENCE);

        assertThat(unknown).isEmpty();
    }

    @Test
    void communityRowsCarryTheCommunityFirstInEveryKey() {
        List<Key> breaches = keys("linli").stream()
                .filter(key -> !REFERENCE.contains(key.table))
                .filter(key -> !(key.type.equals("f") && REFERENCE.contains(key.target)))
                .filter(key -> !"community_id".equals(key.first))
                .toList();
        List<String> indexes = jdbc
                .sql(UNIQUE_INDEXES)
                .query((row, n) -> row.getString("table") + "/" + row.getString("first"))
                .list()
                .stream()
                .filter(index -> !REFERENCE.contains(index.substring(0, index.indexOf('/'))))
                .filter(index -> !index.endsWith("/community_id"))
                .toList();

        assertThat(breaches).isEmpty();
        assertThat(indexes).isEmpty();
    }

    @Test
    void referenceRowsNeverPointAtCommunityRows() {
        assertThat(keys("linli").stream()
                        .filter(key -> REFERENCE.contains(key.table) && key.type.equals("f"))
                        .filter(key -> !REFERENCE.contains(key.target)))
                .isEmpty();
    }

    @Test
    void platformTablesAndTheRegisterHoldNoKeyIntoEachOther() {
        assertThat(keys("platform").stream().filter(key -> "linli".equals(key.targetSchema)))
                .isEmpty();
        assertThat(keys("linli").stream().filter(key -> "platform".equals(key.targetSchema)))
                .isEmpty();
    }
}
