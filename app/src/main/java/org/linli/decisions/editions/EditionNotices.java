package org.linli.decisions.editions;

import java.util.Set;
import java.util.TreeSet;
import org.linli.decisions.Vote;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.messages.Message;
import org.linli.platform.messages.Messages;
import org.linli.registry.OwnerContacts;
import org.linli.registry.claims.Claims;
import org.springframework.stereotype.Component;

/** Tells every owner of the area that a full edition was made: on the phone of the register, and to accounts with a claim. */
@Component
class EditionNotices {

    private final Rolls rolls;
    private final OwnerContacts contacts;
    private final Claims claims;
    private final Messages messages;

    EditionNotices(Rolls rolls, OwnerContacts contacts, Claims claims, Messages messages) {
        this.rolls = rolls;
        this.contacts = contacts;
        this.claims = claims;
        this.messages = messages;
    }

    /** In the caller's transaction. */
    void tell(Vote vote, Edition edition) {
        String subject = "表决记录出具了完整版 A full edition was made";
        String body = "【邻里】“" + vote.terms().title() + "”：应" + edition.authority() + "书面要求，已出具含每票选择的完整版一份，"
                + "经两人复核并加水印。表决页面可查。 On a written order of " + edition.authority()
                + ", a full edition of this vote with every choice was made by two people; the vote's page says so.";
        CommunityId community = vote.id().community();
        Set<Integer> owners = new TreeSet<>();
        rolls.current(vote.id()).entries().stream()
                .map(FrozenRoll.Entry::owners)
                .forEach(owners::addAll);
        Set<Long> accounts = new TreeSet<>();
        for (int owner : owners) {
            contacts.send(community, owner, subject, body);
            accounts.addAll(claims.accountsOf(community, owner));
        }
        accounts.forEach(account -> messages.send(Message.toAccount(account, subject, body)));
    }
}
