package org.linli.decisions.scrutiny.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.scrutiny.Scrutiny;
import org.linli.platform.scope.Viewer;

/**
 * The checks of a vote, and the one at this screen.
 *
 * @param all every check of the vote
 * @param open the one that is looked at, null on the list
 * @param problem text key of what was refused, null when nothing was
 */
public record ScrutinyPage(
        Vote vote,
        List<Scrutiny> all,
        @Nullable Scrutiny open,
        Viewer viewer,
        Instant now,
        @Nullable String problem) {
    public ScrutinyPage {
        all = List.copyOf(all);
    }

    public String path() {
        return "/desk/votes/" + vote.id() + "/scrutinies";
    }

    public boolean isMine() {
        return open != null && open.isOpenTo(viewer.accountId(), now);
    }
}
