package org.linli.publishing.gate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.linli.rules.privacy.OpenContacts;
import org.linli.rules.privacy.PersonalDataFinding;
import org.linli.rules.privacy.PersonalDataGate;
import org.springframework.stereotype.Component;

/** Reads a text before it is published: what is personal in it, and what may stand there instead. */
@Component
public class PublicTexts {

    private final ContactStore contacts;

    PublicTexts(ContactStore contacts) {
        this.contacts = contacts;
    }

    /**
     * @param text as it would be published
     * @param findings what stands against it, in the order of the text
     * @param masked the text with everything masked that was found
     * @param open contacts of offices that the text holds and may hold
     */
    public record Checked(String text, List<PersonalDataFinding> findings, String masked, List<String> open) {
        public Checked {
            findings = List.copyOf(findings);
            open = List.copyOf(open);
        }

        public boolean isClean() {
            return findings.isEmpty();
        }

        /** What was found, as it stands in the text. */
        public String words(PersonalDataFinding finding) {
            return text.substring(finding.begin(), finding.end());
        }
    }

    /** @param division where it will be read; its offices' contacts, and those of the divisions above it, are let through */
    public Checked check(String text, String division) {
        Set<String> kept = new TreeSet<>(contacts.inForce(division));
        OpenContacts open = new OpenContacts(kept);
        List<PersonalDataFinding> findings = PersonalDataGate.find(text, open);
        return new Checked(
                text,
                findings,
                findings.isEmpty() ? text : PersonalDataGate.mask(text, open),
                kept.stream().filter(one -> isUsed(one, text, kept, findings)).toList());
    }

    private static boolean isUsed(String contact, String text, Set<String> kept, List<PersonalDataFinding> findings) {
        Set<String> others = new TreeSet<>(kept);
        others.remove(contact);
        return PersonalDataGate.find(text, new OpenContacts(others)).size() > findings.size();
    }
}
