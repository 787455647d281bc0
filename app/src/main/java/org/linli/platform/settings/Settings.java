package org.linli.platform.settings;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Named texts kept in the database, one row each. */
@Component
public class Settings {

    private final JdbcClient jdbc;

    Settings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> find(String name) {
        return jdbc.sql("select value from platform.setting where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    public void set(String name, String value) {
        jdbc.sql("""
                insert into platform.setting (name, value) values (:name, :value)
                on conflict (name) do update set value = excluded.value
                """).param("name", name).param("value", value).update();
    }

    /** Stores the value unless there is one already, and returns the one that stands. */
    public String setOnce(String name, String value) {
        jdbc.sql("insert into platform.setting (name, value) values (:name, :value) on conflict (name) do nothing")
                .param("name", name)
                .param("value", value)
                .update();
        return find(name).orElseThrow();
    }
}
