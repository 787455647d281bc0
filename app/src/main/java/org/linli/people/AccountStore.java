package org.linli.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {

    private static final String COLUMNS = "a.id, a.display_name, a.username, a.phone_last4, a.password_hash is not null"
            + " as has_password, a.totp_secret, a.totp_last_step, a.language, a.demo, a.created_at";
    private static final int TRIES = 5;
    private static final int LOCK_MINUTES = 15;

    private final JdbcClient jdbc;
    private final PersonalData personal;

    AccountStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    AccountId insert(NewAccount account, Instant now) {
        @Nullable Phone phone = account.phone();
        return new AccountId(jdbc.sql("""
                insert into platform.account
                    (display_name, username, phone_hash, phone_cipher, phone_last4, demo, created_at)
                values (:name, :username, :phoneHash, :phoneCipher, :last4, :demo, :now)
                returning id
                """)
                .param("name", personal.encrypt(account.name()))
                .param("username", account.username())
                .param("phoneHash", phone == null ? null : hash(phone))
                .param("phoneCipher", phone == null ? null : personal.encrypt(phone.e164()))
                .param("last4", phone == null ? null : phone.last4())
                .param("demo", account.demo())
                .param("now", Sql.utc(now))
                .query(Long.class)
                .single());
    }

    byte[] hash(Phone phone) {
        return personal.hash("account-phone", phone.e164());
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql("select " + COLUMNS + " from platform.account a where a.id = :id and a.closed_at is null")
                .param("id", id.value())
                .query(this::account)
                .optional();
    }

    Optional<Account> findByUsername(String username) {
        return jdbc.sql("select " + COLUMNS
                        + " from platform.account a where a.username = :username and a.closed_at is null")
                .param("username", username)
                .query(this::account)
                .optional();
    }

    /** Those who sign in by phone; staff are not among them, for a code is one factor only. */
    List<Account> findByPhone(byte[] phoneHash) {
        return jdbc.sql("select " + COLUMNS + """
                 from platform.account a
                where a.phone_hash = :hash and a.username is null and a.closed_at is null
                order by a.id
                """)
                .param("hash", phoneHash)
                .query(this::account)
                .list();
    }

    Optional<String> findPhone(AccountId id) {
        return jdbc.sql("select phone_cipher from platform.account where id = :id and phone_cipher is not null")
                .param("id", id.value())
                .query(byte[].class)
                .optional()
                .map(personal::decrypt);
    }

    Optional<String> findPasswordHash(AccountId id) {
        return jdbc.sql("select password_hash from platform.account where id = :id and password_hash is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /** Keeps others from granting to the account until the transaction ends; false if it is unknown or closed. */
    boolean lock(AccountId id) {
        return jdbc.sql("select id from platform.account where id = :id and closed_at is null for update")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Also by a closed account: a username never passes to somebody else. */
    boolean isTaken(String username) {
        return jdbc.sql("select exists (select 1 from platform.account where username = :username)")
                .param("username", username)
                .query(Boolean.class)
                .single();
    }

    boolean isEmpty() {
        return !jdbc.sql("select exists (select 1 from platform.account)")
                .query(Boolean.class)
                .single();
    }

    void setDuty(AccountId id, String duty) {
        jdbc.sql("update platform.account set duty = :duty where id = :id")
                .param("duty", duty)
                .param("id", id.value())
                .update();
    }

    String duty(AccountId id) {
        return jdbc.sql("select duty from platform.account where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    void setPassword(AccountId id, String hash, Instant now) {
        jdbc.sql("update platform.account set password_hash = :hash, password_at = :now where id = :id")
                .param("hash", hash)
                .param("now", Sql.utc(now))
                .param("id", id.value())
                .update();
    }

    void setTotp(AccountId id, byte @Nullable [] secret) {
        jdbc.sql("update platform.account set totp_secret = :secret, totp_last_step = null where id = :id")
                .param("secret", secret == null ? null : personal.encrypt(secret))
                .param("id", id.value())
                .update();
    }

    /** Uses a time step up; false if it, or a later one, was used before. */
    boolean useStep(AccountId id, long step) {
        return jdbc.sql("""
                update platform.account set totp_last_step = :step
                where id = :id and (totp_last_step is null or totp_last_step < :step)
                """).param("step", step).param("id", id.value()).update() == 1;
    }

    void setLanguage(AccountId id, String language) {
        jdbc.sql("update platform.account set language = :language where id = :id")
                .param("language", language)
                .param("id", id.value())
                .update();
    }

    /** Counts a try before it is judged, so that no number of them at once gets past the lock; false while locked. */
    boolean beginTry(AccountId id, Instant now) {
        return jdbc.sql("""
                update platform.account
                set failed_count = case when locked_until is null then failed_count else 0 end + 1,
                    locked_until = case when locked_until is null and failed_count + 1 >= :tries then :until end
                where id = :id and closed_at is null and (locked_until is null or locked_until <= :now)
                """)
                        .param("tries", TRIES)
                        .param("until", Sql.utc(now.plusSeconds(LOCK_MINUTES * 60L)))
                        .param("now", Sql.utc(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** The try was right, but the sign-in is not complete: takes back this one try and forgives no other. */
    void takeBackTry(AccountId id) {
        jdbc.sql("""
                update platform.account
                set failed_count = greatest(failed_count - 1, 0),
                    locked_until = case when failed_count > :tries then locked_until end
                where id = :id
                """).param("tries", TRIES).param("id", id.value()).update();
    }

    void forgiveTries(AccountId id) {
        jdbc.sql("update platform.account set failed_count = 0, locked_until = null where id = :id")
                .param("id", id.value())
                .update();
    }

    private Account account(ResultSet row, int number) throws SQLException {
        byte[] totp = row.getBytes("totp_secret");
        return new Account(
                new AccountId(row.getLong("id")),
                personal.decrypt(row.getBytes("display_name")),
                row.getString("username"),
                row.getString("phone_last4"),
                row.getBoolean("has_password"),
                totp == null ? null : personal.decryptBytes(totp),
                row.getObject("totp_last_step", Long.class),
                row.getString("language"),
                row.getBoolean("demo"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
