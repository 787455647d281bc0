package org.linli.platform.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets PostgreSQL plan a statement once for all its parameters. For transactions that ask the same questions by key again and again:
 * planning each of them anew costs more than answering. Not for searches, whose best plan depends on what is looked for.
 */
public final class GenericPlans {

    /** An expression that says so until the transaction ends, to be selected with something else. */
    public static final String UNTIL_COMMIT = "set_config('plan_cache_mode', 'force_generic_plan', true)";

    private GenericPlans() {}

    /** Until the transaction ends. */
    public static void untilCommit(JdbcClient jdbc) {
        jdbc.sql("select " + UNTIL_COMMIT).query(String.class).single();
    }
}
