package org.linli.decisions.reach.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.drafting.web.DeskFrames;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.RollViews;
import org.linli.decisions.reach.VotingOwners;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.springframework.stereotype.Component;

/** What all pages here ask: which vote, who looks, which home was meant. */
@Component
class ReachDesk {

    private static final Pattern BLANKS = Pattern.compile("[\\s室号]+");

    private final Votes votes;
    private final RowScopes scopes;
    private final RollViews rolls;
    private final VotingOwners voters;
    private final DeskFrames frames;

    ReachDesk(Votes votes, RowScopes scopes, RollViews rolls, VotingOwners voters, DeskFrames frames) {
        this.voters = voters;
        this.votes = votes;
        this.scopes = scopes;
        this.rolls = rolls;
        this.frames = frames;
    }

    /** @throws NotFound beyond the viewer's scope */
    Vote vote(String address, Viewer viewer) {
        return votes.get(address, scopes.of(viewer));
    }

    /** A vote as its owners may see it. @throws NotFound before the notice too */
    Vote publicVote(String address, Viewer viewer) {
        Vote vote = vote(address, viewer);
        if (!vote.state().isPublic() || vote.rehearsal()) {
            throw new NotFound();
        }
        return vote;
    }

    Optional<RollView> roll(Vote vote) {
        return rolls.find(vote.id());
    }

    /** Owners of a home today, in the order of the certificate. */
    List<Integer> owners(Vote vote, int homeNo) {
        return voters.ownersOf(vote.id(), homeNo);
    }

    /** What stands around a desk page. */
    Head head(Vote vote, Optional<RollView> roll, Viewer viewer) {
        return Head.of(vote, roll, frames.of(vote, viewer));
    }

    static Actor actor(Viewer viewer) {
        return new Actor(viewer.accountId(), viewer.name(), viewer.role());
    }

    /** The home that somebody typed: {@code 101} where a building has one such room, else {@code 1-101}; 0 when none fits. */
    static int home(RollView roll, int buildingNo, String room) {
        String typed = BLANKS.matcher(room).replaceAll("").replace("单元", "-");
        var fitting = roll.parts().stream()
                .filter(part -> part.buildingNo() == buildingNo)
                .filter(part -> typed.equals(part.room()) || typed.equals(part.unit() + "-" + part.room()))
                .toList();
        return fitting.size() == 1 ? fitting.getFirst().homeNo() : 0;
    }
}
