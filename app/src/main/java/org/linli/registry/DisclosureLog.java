package org.linli.registry;

import java.time.ZoneOffset;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.time.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every look at an owner's plain data, with its reason; only ever added to.
 *
 * <p>Source: Personal Information Protection Law art. 6 and 51; domain h.2 asks a reason for each view [K].
 */
@Component
class DisclosureLog {

    private final JdbcClient jdbc;
    private final RealTime time;

    DisclosureLog(JdbcClient jdbc, RealTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Part of the disclosing transaction, which holds the community's lock: what is not logged is not shown. */
    void disclosed(CommunityId community, int ownerNo, String reason, Clerk to) {
        jdbc.sql("""
                insert into linli.owner_disclosure
                    (community_id, disclosure_no, owner_no, account_id, disclosed_to, reason, disclosed_at)
                select :community, coalesce(max(disclosure_no), 0) + 1, :owner, :account, :name, :reason, :at
                from linli.owner_disclosure where community_id = :community
                """)
                .param("community", community.value())
                .param("owner", ownerNo)
                .param("account", to.accountId())
                .param("name", to.name())
                .param("reason", reason)
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
