package org.linli.scope;

import org.linli.platform.ids.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims and links of nobody in particular, as rows. */
final class ClaimSamples {

    private static final String NEVER = "999999999-1";

    private ClaimSamples() {}

    private static String claim(Ground ground, DivisionCode street) {
        String community = ground.communityOf(street);
        JdbcClient jdbc = ground.jdbc();
        int number = jdbc.sql("""
                insert into linli.ownership_claim (community_id, claim_no, home_no, account_id, assurance, claimed_name, opened_at)
                select :community, coalesce(max(claim_no), 0) + 1, 1, 1, 'C',
                       (select name from linli.owner where community_id = :community and owner_no = 1 and superseded_at is null), now()
                from linli.ownership_claim where community_id = :community
                returning claim_no
                """)
                .param("community", Long.parseLong(community))
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into linli.ownership_claim_act (community_id, claim_no, act_no, state, due_on, by_name, reason, at)
                select community_id, claim_no, 1, 'SUBMITTED', date '2023-11-10', '测试', claimed_name, opened_at
                from linli.ownership_claim where community_id = :community and claim_no = :claim
                """)
                .param("community", Long.parseLong(community))
                .param("claim", number)
                .update();
        return community + "-" + number;
    }

    private static String link(Ground ground, DivisionCode street) {
        String community = ground.communityOf(street);
        JdbcClient jdbc = ground.jdbc();
        int number = jdbc.sql("""
                insert into linli.owner_link
                    (community_id, link_no, kind, home_no, account_id, owner_name, paper_type, paper_hash, opened_at)
                select :community, coalesce(max(link_no), 0) + 1, 'GUARDIAN', 1, 1,
                       (select name from linli.owner where community_id = :community and owner_no = 1 and superseded_at is null),
                       'PDF', repeat('0', 64), now()
                from linli.owner_link where community_id = :community
                returning link_no
                """)
                .param("community", Long.parseLong(community))
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into linli.owner_link_act (community_id, link_no, act_no, state, due_on, by_name, reason, at)
                select community_id, link_no, 1, 'SUBMITTED', date '2023-11-10', '测试', owner_name, opened_at
                from linli.owner_link where community_id = :community and link_no = :link
                """)
                .param("community", Long.parseLong(community))
                .param("link", number)
                .update();
        return community + "-" + number;
    }

    static final class Claims implements KindSamples {
        @Override
        public String kind() {
            return "claim";
        }

        @Override
        public Ids ids(Ground ground) {
            return new Ids(claim(ground, Ground.STREET), claim(ground, Ground.FOREIGN_STREET), NEVER);
        }
    }

    /** To the viewers every claim is somebody else's; what is done to one's own is tested where claims are. */
    static final class OwnClaims implements KindSamples {
        @Override
        public String kind() {
            return "my-claim";
        }

        @Override
        public Ids ids(Ground ground) {
            return new Ids(NEVER, claim(ground, Ground.STREET), NEVER);
        }
    }

    static final class Links implements KindSamples {
        @Override
        public String kind() {
            return "link";
        }

        @Override
        public Ids ids(Ground ground) {
            return new Ids(link(ground, Ground.STREET), link(ground, Ground.FOREIGN_STREET), NEVER);
        }
    }

    static final class OwnLinks implements KindSamples {
        @Override
        public String kind() {
            return "my-link";
        }

        @Override
        public Ids ids(Ground ground) {
            return new Ids(NEVER, link(ground, Ground.STREET), NEVER);
        }
    }
}
