package org.linli.scope;

import org.linli.platform.ids.DivisionCode;

/** A proposal that nobody can accept, as a row. */
final class SuggestionSamples implements KindSamples {

    @Override
    public String kind() {
        return "suggestion";
    }

    @Override
    public Ids ids(Ground ground) {
        return new Ids(insert(ground, Ground.STREET), insert(ground, Ground.FOREIGN_STREET), "999999999-1");
    }

    private static String insert(Ground ground, DivisionCode street) {
        String community = ground.communityOf(street);
        int number = ground.jdbc()
                .sql("""
                insert into linli.correction_suggestion
                    (community_id, suggestion_no, subject, held, proposed, reason, evidence, by_account, by_name, suggested_at, due_on)
                select :community, coalesce(max(suggestion_no), 0) + 1, 'COMMUNITY', n.name, n.name, n.name, n.name, 1, n.name, now(),
                       date '2023-11-10'
                from (select name from linli.owner where community_id = :community and owner_no = 1 and superseded_at is null) n
                left join linli.correction_suggestion s on s.community_id = :community
                group by n.name
                returning suggestion_no
                """)
                .param("community", Long.parseLong(community))
                .query(Integer.class)
                .single();
        return community + "-" + number;
    }
}
