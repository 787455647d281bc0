package org.linli.decisions.reach;

import java.util.List;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.messages.Message;
import org.linli.platform.messages.Messages;
import org.linli.registry.OwnerContacts;
import org.linli.registry.claims.Claims;
import org.springframework.stereotype.Component;

/** Words to a registered owner, by every way there is: the phone of the register, and the accounts with a claim. Nobody here sees a number. */
@Component
public class OwnerMessages {

    private final OwnerContacts contacts;
    private final Claims claims;
    private final Messages messages;

    OwnerMessages(OwnerContacts contacts, Claims claims, Messages messages) {
        this.contacts = contacts;
        this.claims = claims;
        this.messages = messages;
    }

    /** In the caller's transaction. @return whether anything could be sent */
    public boolean send(CommunityId community, int ownerNo, String subject, String body) {
        boolean texted = contacts.send(community, ownerNo, subject, body);
        List<Long> accounts = claims.accountsOf(community, ownerNo);
        accounts.forEach(account -> messages.send(Message.toAccount(account, subject, body)));
        return texted || !accounts.isEmpty();
    }
}
