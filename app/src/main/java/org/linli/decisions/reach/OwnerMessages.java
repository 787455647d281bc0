package org.linli.decisions.reach;

import org.linli.platform.ids.CommunityId;

/** Words to a registered owner, by phone and to the accounts that hold the owner's claims. Nobody here sees a number. */
public interface OwnerMessages {

    boolean isReachable(CommunityId community, int ownerNo);

    /** In the caller's transaction. @return whether anything could be sent */
    boolean send(CommunityId community, int ownerNo, String subject, String body);
}
