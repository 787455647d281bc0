package org.linli.decisions;

import java.util.List;
import org.linli.registry.CommunityDependents;
import org.springframework.stereotype.Component;

/** A vote from its review to its last word keeps the community from ending. */
@Component
class VotesUnderWay implements CommunityDependents {

    private static final String VOTES = """
            select t.title from linli.vote v
            join lateral (select o.title from linli.vote_version o
                           where o.community_id = v.community_id and o.vote_no = v.vote_no
                           order by o.version_no desc limit 1) t on true
            join lateral (select s.state from linli.vote_state s
                           where s.community_id = v.community_id and s.vote_no = v.vote_no
                           order by s.state_no desc limit 1) n on true
            where v.community_id = :id and n.state in ('REVIEW', 'NOTICED', 'OPEN', 'CLOSED', 'PRELIMINARY', 'OBJECTION')
            order by v.vote_no
            """;

    @Override
    public List<Guard> guards() {
        return List.of(new Guard("under-way-votes", VOTES));
    }
}
