package org.linli.decisions.reach;

import org.linli.platform.ids.CommunityId;
import org.linli.registry.OwnerContacts;
import org.springframework.stereotype.Component;

/** Words to a registered owner. Nobody here sees a number. */
@Component
public class OwnerMessages {

    private final OwnerContacts contacts;

    OwnerMessages(OwnerContacts contacts) {
        this.contacts = contacts;
    }

    /** In the caller's transaction. @return whether anything could be sent */
    public boolean send(CommunityId community, int ownerNo, String subject, String body) {
        return contacts.send(community, ownerNo, subject, body);
    }
}
