package org.linli.decisions;

import java.util.List;
import org.linli.registry.ImportDependents;
import org.springframework.stereotype.Component;

/** A vote, be it a draft, and a frozen roll keep the import from being taken back on which they stand. */
@Component
class VotesOnImports implements ImportDependents {

    /** In a community that came in by it, on a company, a building or an owner that did, or begun under an engagement that did. */
    private static final String VOTES = """
            select 1 from linli.vote where community_id = any(:added)
            union all
            select 1 from linli.vote t join linli.engagement_version e on e.community_id = t.community_id
             where t.community_id = any(:touched) and t.created_at > :at and e.recorded_at = :at
            union all
            select 1 from linli.vote_option where company_code = any(:newCompanies)
            union all
            select 1 from linli.vote_option t join linli.owner o on o.community_id = t.community_id and o.owner_no = t.owner_no
             where t.community_id = any(:touched) and o.import_id = :import
            union all
            select 1 from linli.vote_item t join linli.building b on b.community_id = t.community_id
             where t.community_id = any(:touched) and b.building_no = any(t.buildings) and b.recorded_at = :at
            """;

    private static final String ROLLS = """
            select 1 from linli.roll_source t join linli.home h on h.community_id = t.community_id and h.home_no = t.home_no
             where t.community_id = any(:touched) and h.import_id = :import
            """;

    /** Rulings whether two rows of the register are one person. */
    private static final String PAIRS = """
            select 1 from linli.owner_pair t join linli.owner o on o.community_id = t.community_id
             where t.community_id = any(:touched) and o.owner_no in (t.owner_a, t.owner_b) and o.import_id = :import
            """;

    @Override
    public List<Guard> guards() {
        return List.of(
                new Guard("decisions.on-import.votes", VOTES),
                new Guard("decisions.on-import.rolls", ROLLS),
                new Guard("decisions.on-import.pairs", PAIRS));
    }
}
