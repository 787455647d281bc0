package org.linli.decisions;

import org.linli.platform.ids.DivisionCode;
import org.linli.scope.Ground;
import org.linli.scope.KindSamples;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draft in the viewers' street and one in a foreign street. */
final class DecisionSamples {

    private DecisionSamples() {}

    static String vote(Ground ground, DivisionCode street) {
        long community = Long.parseLong(ground.communityOf(street));
        JdbcClient jdbc = ground.jdbc();
        int number =
                jdbc.sql("""
                insert into linli.vote (community_id, vote_no, vote_key, rule_pack, initiator, rehearsal, created_at, created_by)
                select :community, coalesce(max(vote_no), 0) + 1, decode(md5(random()::text), 'hex'), 'taizhou-2021', 'COMMITTEE',
                       false, now(), '测试员'
                from linli.vote where community_id = :community
                returning vote_no
                """).param("community", community).query(Integer.class).single();
        insert(jdbc, community, number, """
                insert into linli.vote_version (community_id, vote_no, version_no, cause, title, body, notice_on, opens_on, last_day,
                    parking, owner_sets, blanks, deemed_policy, reduces_even, alternates, proxy_discretion, paper_address, reason,
                    recorded_at, recorded_by)
                values (:community, :vote, 1, 'DRAFT', '样本表决', '', '2024-03-01', '2024-03-16', '2024-03-29',
                    'OUT', 'SAME_SET', 'ABSTAIN', 'NONE', false, false, false, '物业用房', '', now(), '测试员')
                """);
        insert(jdbc, community, number, """
                insert into linli.vote_item (community_id, vote_no, version_no, decision_no, roll_no, matter, kind, wording,
                    explanation, seats, by_election)
                values (:community, :vote, 1, 1, 1, 'OTHER_MAJOR', 'YES_NO', '是否同意样本事项？', '', 1, false)
                """);
        insert(jdbc, community, number, """
                insert into linli.vote_state (community_id, vote_no, state_no, state, day, at, by_name, reason)
                values (:community, :vote, 1, 'DRAFT', '2023-11-03', now(), '测试员', '')
                """);
        return community + "-" + number;
    }

    private static void insert(JdbcClient jdbc, long community, int number, String sql) {
        jdbc.sql(sql).param("community", community).param("vote", number).update();
    }

    static final class OfVotes implements KindSamples {
        @Override
        public String kind() {
            return "vote";
        }

        @Override
        public Ids ids(Ground ground) {
            return new Ids(vote(ground, Ground.STREET), vote(ground, Ground.FOREIGN_STREET), Ground.NEVER_GIVEN + "-1");
        }

        /** The own draft has one decision; votes of the demo city have more of everything. */
        @Override
        public String foreignPart(Ground ground, String foreign) {
            return "2";
        }
    }

    static final class OfDecisions implements KindSamples {
        @Override
        public String kind() {
            return "decision";
        }

        @Override
        public Ids ids(Ground ground) {
            return new Ids(
                    vote(ground, Ground.STREET) + "-1",
                    vote(ground, Ground.FOREIGN_STREET) + "-1",
                    Ground.NEVER_GIVEN + "-1-1");
        }
    }
}
