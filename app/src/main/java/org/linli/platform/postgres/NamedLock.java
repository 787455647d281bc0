package org.linli.platform.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A lock without a row, since append-only tables allow none to be locked: whoever holds its name writes alone, on any node. */
public final class NamedLock {

    private NamedLock() {}

    /** Waits until nobody else holds the name, and holds it until the transaction ends. Held already, it is held on. */
    public static void hold(JdbcClient jdbc, String name) {
        jdbc.sql("select true from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) held")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }
}
