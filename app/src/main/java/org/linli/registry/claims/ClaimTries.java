package org.linli.registry.claims;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.time.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts every try to match the register before it is judged, right ones too, so that neither one account nor many of them
 * against one home can find an owner's number by guessing.
 */
@Repository
class ClaimTries {

    /** Within a day. */
    static final int PER_ACCOUNT = 5;

    static final int PER_HOME = 10;

    private static final Duration WINDOW = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final RealTime time;

    ClaimTries(JdbcClient jdbc, PersonalData personal, RealTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.time = time;
    }

    /** Counts a try. @param target the home as it was written @return false when there were too many, and this one counts for none */
    boolean begin(long account, String target) {
        Instant now = time.now();
        byte[] hash = personal.hash("claim-target", target);
        // Those who try for one account, or one home, wait for each other, so that the limits hold for them all.
        lock(account);
        lock(ByteBuffer.wrap(hash).getLong());
        jdbc.sql("delete from platform.claim_try where at < :old")
                .param("old", now.minus(WINDOW.multipliedBy(2)).atOffset(ZoneOffset.UTC))
                .update();
        if (count("account = :account", account, hash, now) >= PER_ACCOUNT
                || count("target = :target", account, hash, now) >= PER_HOME) {
            return false;
        }
        jdbc.sql("insert into platform.claim_try (account, target, at) values (:account, :target, :now)")
                .param("account", account)
                .param("target", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    private long count(String whose, long account, byte[] target, Instant now) {
        return jdbc.sql("select count(*) from platform.claim_try where " + whose + " and at > :since")
                .param("account", account)
                .param("target", target)
                .param("since", now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private void lock(long key) {
        jdbc.sql("select true from (select pg_advisory_xact_lock(:key)) held")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }
}
