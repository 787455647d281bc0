package org.linli.publishing.notices;

import java.util.List;
import java.util.Optional;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;

/** Inverted port: whoever knows communities tells where a notice may hang. */
public interface NoticePlaces {

    /** The communities within a scope, by name. */
    List<Place> list(RowScope scope);

    Optional<Place> find(CommunityId community, RowScope scope);

    /** @param division code of the division it lies in */
    record Place(CommunityId community, String name, String division) {}
}
