package org.linli.publishing.gate;

import java.util.List;
import java.util.Optional;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.text.Words;
import org.linli.rules.privacy.OpenContacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contacts of offices that the gate lets through: given by the division's own staff, each one recorded, none of a person. */
@Service
public class Contacts {

    private static final int LABEL_AT_MOST = 60;

    private final ContactStore store;

    Contacts(ContactStore store) {
        this.store = store;
    }

    /** Why a contact was not taken; text key {@code publishing.contact.refused.<NAME>}. */
    public enum Problem {
        NOT_A_CONTACT,
        LABEL_MISSING,
        NOT_OF_A_DIVISION
    }

    public List<OpenContact> list(RowScope rows) {
        return store.list(rows);
    }

    /** @return why it was refused; empty once it is stored */
    @Transactional
    public Optional<Problem> add(String contact, String label, Viewer by) {
        Optional<String> kept = OpenContacts.normalise(contact);
        if (kept.isEmpty()) {
            return Optional.of(Problem.NOT_A_CONTACT);
        }
        if (!Words.isGiven(label, LABEL_AT_MOST)) {
            return Optional.of(Problem.LABEL_MISSING);
        }
        if (!(by.scope() instanceof Scope.OfDivision(var division))) {
            return Optional.of(Problem.NOT_OF_A_DIVISION);
        }
        store.add(division.value(), kept.get(), label.strip(), by);
        return Optional.empty();
    }

    /** Takes one off the list; what was published with it stays. @return whether it was on it */
    @Transactional
    public boolean end(int number, RowScope rows, Viewer by) {
        return store.end(number, rows, by);
    }
}
