package org.linli.people;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.time.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time codes: six digits, ten minutes, five tries, and few enough an hour that guessing is hopeless. */
@Component
class PhoneCodes {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int TRIES = 5;
    private static final int PER_PHONE = 5;
    private static final int PER_ORIGIN = 60;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final RealTime time;

    PhoneCodes(JdbcClient jdbc, PersonalData personal, RealTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.time = time;
    }

    /**
     * A new code; only the newest one of a phone works. Empty when the phone or the network address asked too often.
     *
     * @param origin network address of the asking browser
     */
    Optional<String> issue(Phone phone, String origin) {
        Instant now = time.now();
        byte[] phoneHash = personal.hash("code-phone", phone.e164());
        byte[] originHash = personal.hash("code-origin", origin);
        // Askers for one phone, or from one address, wait for each other, so that the limits hold for them all.
        lock(phoneHash);
        lock(originHash);
        if (count("phone_hash", phoneHash, now) >= PER_PHONE || count("origin", originHash, now) >= PER_ORIGIN) {
            return Optional.empty();
        }
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        jdbc.sql("""
                insert into platform.phone_code (phone_hash, code_hash, origin, created_at, expires_at)
                values (:phone, :code, :origin, :now, :expires)
                """)
                .param("phone", phoneHash)
                .param("code", codeHash(phone, code))
                .param("origin", originHash)
                .param("now", Sql.utc(now))
                .param("expires", Sql.utc(now.plus(LIFE)))
                .update();
        jdbc.sql("delete from platform.phone_code where created_at < :old")
                .param("old", Sql.utc(now.minus(WINDOW.multipliedBy(24))))
                .update();
        return Optional.of(code);
    }

    /** Whether the code is right; uses up one of five tries, or the code itself. */
    boolean use(Phone phone, String typed) {
        Instant now = time.now();
        Optional<Long> id = jdbc.sql("""
                update platform.phone_code set attempts = attempts + 1
                where id = (select max(id) from platform.phone_code where phone_hash = :phone)
                  and used_at is null and expires_at > :now and attempts < :tries
                returning id
                """)
                .param("phone", personal.hash("code-phone", phone.e164()))
                .param("now", Sql.utc(now))
                .param("tries", TRIES)
                .query(Long.class)
                .optional();
        return id.isPresent()
                && jdbc.sql("""
                        update platform.phone_code set used_at = :now
                        where id = :id and used_at is null and code_hash = :code
                        """)
                                .param("now", Sql.utc(now))
                                .param("id", id.get())
                                .param("code", codeHash(phone, typed.replaceAll("\\s", "")))
                                .update()
                        == 1;
    }

    private void lock(byte[] hash) {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", java.nio.ByteBuffer.wrap(hash).getLong())
                .query((row, n) -> n)
                .list();
    }

    private long count(String column, byte[] hash, Instant now) {
        return jdbc.sql("select count(*) from platform.phone_code where " + column + " = :hash and created_at > :since")
                .param("hash", hash)
                .param("since", Sql.utc(now.minus(WINDOW)))
                .query(Long.class)
                .single();
    }

    private byte[] codeHash(Phone phone, String code) {
        return personal.hash("code", phone.e164() + " " + code);
    }
}
