package org.linli.decisions.editions.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.editions.Edition;
import org.linli.platform.scope.Viewer;

/**
 * Full editions of a vote.
 *
 * @param order what was typed, when it was refused
 * @param problem text key of what was refused, null when nothing was
 */
public record EditionsPage(
        Vote vote,
        List<Edition> editions,
        Viewer viewer,
        Instant now,
        String order,
        String authority,
        @Nullable String problem) {
    public EditionsPage {
        editions = List.copyOf(editions);
    }

    public String path() {
        return "/desk/votes/" + vote.id() + "/editions";
    }

    /** Whether the reader may be the second pair of eyes. */
    public boolean mayConfirm(Edition edition) {
        return edition.made() == null && edition.requester().account() != viewer.accountId();
    }

    public boolean mayDownload(Edition edition) {
        return edition.isOpenTo(viewer.accountId(), viewer.grantId(), now);
    }
}
