package org.linli.decisions.reach;

import org.linli.decisions.VoteId;
import org.linli.platform.postgres.NamedLock;
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
        NamedLock.hold(jdbc, "vote " + vote + " " + kind);
    }
}
