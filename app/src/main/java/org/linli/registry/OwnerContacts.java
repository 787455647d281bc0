package org.linli.registry;

import java.util.List;
import java.util.Optional;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.messages.Message;
import org.linli.platform.messages.Messages;
import org.linli.platform.scope.RowScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reaches the owners on the register by their recorded phones. Nobody who sends through it sees a number. */
@Service
public class OwnerContacts {

    private final OwnerStore owners;
    private final Messages messages;

    OwnerContacts(OwnerStore owners, Messages messages) {
        this.owners = owners;
        this.messages = messages;
    }

    /** Whether a phone of this owner is on the register. */
    public boolean isReachable(CommunityId community, int ownerNo) {
        return phone(community, ownerNo).isPresent();
    }

    /**
     * Hands a text message to the recorded phone of an owner over, in the caller's transaction.
     *
     * @return whether there is a phone; without one nothing was sent
     */
    @Transactional
    public boolean send(CommunityId community, int ownerNo, String subject, String body) {
        Optional<String> phone = phone(community, ownerNo);
        phone.ifPresent(number -> messages.send(Message.toPhone(number, subject, body)));
        return phone.isPresent();
    }

    /** The caller acts for the system and has checked who may; the scope of a viewer has no say in who is told. */
    private Optional<String> phone(CommunityId community, int ownerNo) {
        return Optional.ofNullable(owners.find(community, List.of(ownerNo), RowScope.everything())
                        .get(ownerNo))
                .flatMap(owner -> Optional.ofNullable(owner.phone()));
    }
}
