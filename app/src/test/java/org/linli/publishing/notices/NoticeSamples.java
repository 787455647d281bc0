package org.linli.publishing.notices;

import org.linli.platform.ids.DivisionCode;
import org.linli.scope.Ground;
import org.linli.scope.KindSamples;

/** A notice in the viewers' street and one in a foreign street. */
final class NoticeSamples implements KindSamples {

    @Override
    public String kind() {
        return "notice";
    }

    @Override
    public Ids ids(Ground ground) {
        return new Ids(notice(ground, Ground.STREET), notice(ground, Ground.FOREIGN_STREET), Ground.NEVER_GIVEN + "-1");
    }

    private static String notice(Ground ground, DivisionCode street) {
        String community = ground.communityOf(street);
        int number = ground.jdbc()
                .sql("""
                insert into linli.notice (community_id, notice_no, division_code, place_name, kind, page, subject, body, open_contacts,
                                          from_on, until_on, posted_at, by_name)
                select :community, coalesce(max(notice_no), 0) + 1, :division, '样本小区', 'OTHER', '', '样本公告', '样本', '{}',
                       date '2023-11-01', date '2023-11-10', now(), '测试员'
                from linli.notice where community_id = :community
                returning notice_no
                """)
                .param("community", Long.parseLong(community))
                .param("division", ground.divisionOf(community))
                .query(Integer.class)
                .single();
        return community + "-" + number;
    }
}
