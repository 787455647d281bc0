package org.linli.platform.postgres;

import java.util.Map;

/** How the application reaches our own server: migrations as the owner, all else as a role that owns nothing. */
public final class PostgresProperties {

    private PostgresProperties() {}

    public static Map<String, String> of(OwnPostgres postgres) {
        return Map.of(
                "spring.datasource.url",
                postgres.jdbcUrl(),
                "spring.datasource.username",
                OwnPostgres.APP,
                "spring.datasource.password",
                postgres.password(OwnPostgres.APP),
                "spring.flyway.url",
                postgres.jdbcUrl(),
                "spring.flyway.user",
                OwnPostgres.OWNER,
                "spring.flyway.password",
                postgres.password(OwnPostgres.OWNER),
                "linli.database.keeper",
                OwnPostgres.KEEPER,
                "linli.database.keeper-password",
                postgres.password(OwnPostgres.KEEPER),
                "linli.database.own",
                "true");
    }
}
