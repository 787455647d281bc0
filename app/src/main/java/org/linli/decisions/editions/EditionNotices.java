package org.linli.decisions.editions;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.linli.decisions.Vote;
import org.linli.decisions.reach.OwnerMessages;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.platform.ids.CommunityId;
import org.springframework.stereotype.Component;

/**
 * Tells every owner of the area that a full edition was made: on the phone of the register, and to accounts with a claim. Those of
 * today are told and those of the record day, whose choice may be in it; of a rehearsal nobody is.
 */
@Component
class EditionNotices {

    private final Rolls rolls;
    private final OwnerMessages owners;

    EditionNotices(Rolls rolls, OwnerMessages owners) {
        this.rolls = rolls;
        this.owners = owners;
    }

    /** In the caller's transaction. */
    void tell(Vote vote, Edition edition) {
        if (vote.rehearsal()) {
            return;
        }
        String subject = "表决记录出具了完整版 A full edition was made";
        String body = "【邻里】“" + vote.terms().title() + "”：应" + edition.authority() + "书面要求，已出具含每票选择的完整版一份，"
                + "经两人复核并加水印。表决页面可查。 On a written order of " + edition.authority()
                + ", a full edition of this vote with every choice was made by two people; the vote's page says so.";
        CommunityId community = vote.id().community();
        List<FrozenRoll.Entry> entries = rolls.current(vote.id()).entries();
        SortedSet<Integer> told = new TreeSet<>();
        entries.forEach(entry -> told.addAll(entry.owners()));
        rolls.owners(vote.id(), entries).values().forEach(today -> told.addAll(today.all()));
        told.forEach(owner -> owners.send(community, owner, subject, body));
    }
}
