package org.linli.registry.claims;

import java.util.List;
import org.linli.registry.ImportDependents;
import org.springframework.stereotype.Component;

/** People who are known as owners of imported homes, or act for them, keep the import from being taken back. */
@Component
class ClaimsOnImports implements ImportDependents {

    private static final String HOMES = """
            exists (select 1 from linli.home h where h.community_id = t.community_id and h.home_no = t.home_no
                     and h.import_id = :import)
            """;
    private static final String OWNERS = """
            exists (select 1 from linli.owner o where o.community_id = t.community_id and o.owner_no = t.owner_no
                     and o.import_id = :import)
            """;
    private static final String CLAIMS = """
            select 1 from linli.ownership_claim_now t
            where t.community_id = any(:touched) and t.state not in ('RETURNED', 'ENDED') and (%s or %s)
            """.formatted(HOMES, OWNERS);
    private static final String LINKS = """
            select 1 from linli.owner_link_now t
            where t.community_id = any(:touched) and t.state not in ('RETURNED', 'ENDED') and (%s or %s)
            """.formatted(HOMES, OWNERS);
    private static final String DESIGNATIONS = """
            select 1 from linli.designation t where t.community_id = any(:touched) and %s
            """.formatted(HOMES);

    @Override
    public List<Guard> guards() {
        return List.of(
                new Guard("claims.on-import.claims", CLAIMS),
                new Guard("claims.on-import.links", LINKS),
                new Guard("claims.on-import.designations", DESIGNATIONS));
    }
}
