package org.linli.decisions.roll;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rulings on whether two rows of the register are one person. The last one of a pair holds; the earlier ones stay. */
@Repository
class OwnerPairs {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    OwnerPairs(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** For each pair that was ruled on, whether it is one person. */
    Map<OwnerPair, Boolean> rulings(CommunityId community) {
        Map<OwnerPair, Boolean> rulings = new HashMap<>();
        jdbc.sql("""
                select owner_a, owner_b, same from linli.owner_pair
                where community_id = :community
                order by owner_a, owner_b, ruling_no
                """)
                .param("community", community.value())
                .query((row, n) -> rulings.put(
                        new OwnerPair(row.getInt("owner_a"), row.getInt("owner_b")), row.getBoolean("same")))
                .list();
        return rulings;
    }

    /** Two who rule at once: one of them fails on the key. */
    void rule(CommunityId community, OwnerPair pair, boolean same, String reason, String by, long account) {
        jdbc.sql("""
                insert into linli.owner_pair (community_id, owner_a, owner_b, ruling_no, same, reason, by_name, by_account, at)
                select :community, :a, :b, coalesce(max(ruling_no), 0) + 1, :same, :reason, :by, :account, :at
                from linli.owner_pair where community_id = :community and owner_a = :a and owner_b = :b
                """)
                .param("community", community.value())
                .param("a", pair.ownerA())
                .param("b", pair.ownerB())
                .param("same", same)
                .param("reason", reason)
                .param("by", by)
                .param("account", account)
                .param("at", OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                .update();
    }
}
