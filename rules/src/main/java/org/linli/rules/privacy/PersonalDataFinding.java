package org.linli.rules.privacy;

/**
 * Personal data in a text.
 *
 * @param kind what it is
 * @param begin place of its first character in the text, counted in UTF-16 units from 0
 * @param end place after its last character
 * @param masked what may stand there instead; the gate finds nothing in it
 */
public record PersonalDataFinding(PersonalDataKind kind, int begin, int end, String masked) {

    public PersonalDataFinding {
        if (begin < 0 || end <= begin) {
            throw new IllegalArgumentException("not a place: " + begin + " to " + end);
        }
    }
}
