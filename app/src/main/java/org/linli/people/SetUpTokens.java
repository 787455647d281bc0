package org.linli.people;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.time.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time links: 256 random bits, known to the database only as a keyed hash. A new one ends the older ones. */
@Component
class SetUpTokens {

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final RealTime time;

    SetUpTokens(JdbcClient jdbc, PersonalData personal, RealTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.time = time;
    }

    /** @param account whose password it sets, or null for the three administrators of an empty installation */
    String issue(@Nullable AccountId account, Duration life) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        Long owner = account == null ? null : Long.valueOf(account.value());
        jdbc.sql("""
                update platform.set_up_token set used_at = :now
                where used_at is null and account is not distinct from :account::bigint
                """).param("now", Sql.utc(time.now())).param("account", owner).update();
        jdbc.sql("""
                insert into platform.set_up_token (hash, account, created_at, expires_at)
                values (:hash, :account, :now, :expires)
                """)
                .param("hash", hash(token))
                .param("account", owner)
                .param("now", Sql.utc(time.now()))
                .param("expires", Sql.utc(time.now().plus(life)))
                .update();
        return token;
    }

    /** Whose link this is, while it works; an empty account stands for the three administrators. */
    Optional<Optional<AccountId>> find(String token) {
        return jdbc.sql("""
                select account from platform.set_up_token
                where hash = :hash and used_at is null and expires_at > :now
                """)
                .param("hash", hash(token))
                .param("now", Sql.utc(time.now()))
                .query((row, n) -> Optional.ofNullable(row.getObject("account", Long.class))
                        .map(AccountId::new))
                .optional();
    }

    /** Uses the link up; false if somebody was faster. */
    boolean use(String token) {
        return jdbc.sql("""
                update platform.set_up_token set used_at = :now
                where hash = :hash and used_at is null and expires_at > :now
                """)
                        .param("hash", hash(token))
                        .param("now", Sql.utc(time.now()))
                        .update()
                == 1;
    }

    private byte[] hash(String token) {
        return personal.hash("set-up-token", token);
    }
}
