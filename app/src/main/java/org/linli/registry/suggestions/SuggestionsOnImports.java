package org.linli.registry.suggestions;

import java.util.List;
import org.linli.registry.ImportDependents;
import org.springframework.stereotype.Component;

/** A correction that was proposed, answered or not, keeps what it is about from being taken back with an import. */
@Component
class SuggestionsOnImports implements ImportDependents {

    private static final String SUGGESTIONS = """
            select 1 from linli.correction_suggestion t
            where t.community_id = any(:added)
               or t.community_id = any(:touched) and t.owner_no is not null
                  and exists (select 1 from linli.owner o where o.community_id = t.community_id and o.owner_no = t.owner_no
                       and o.import_id = :import)
            """;

    @Override
    public List<Guard> guards() {
        return List.of(new Guard("suggestions.on-import", SUGGESTIONS));
    }
}
