package org.linli.decisions.reach;

import org.linli.decisions.VoteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one writer at a time number and check a kind of row of a vote; the tables themselves take no row locks. */
@Component
public class ReachLock {

    private final JdbcClient jdbc;

    ReachLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else holds it, and holds it until the transaction ends. @param kind such as {@code proxies} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(VoteId vote, String kind) {
        jdbc.sql("select true from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) held")
                .param("name", "vote " + vote + " " + kind)
                .query(Boolean.class)
                .single();
    }
}
