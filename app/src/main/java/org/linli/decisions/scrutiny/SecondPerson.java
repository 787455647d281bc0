package org.linli.decisions.scrutiny;

/** Who sits beside the opener, as proved. @param account theirs @param isStreet whether they are of the street, not the neighbourhood */
record SecondPerson(long account, Kind kind, boolean isStreet) {

    enum Kind {
        STAFF,
        /** An owner of the area, chosen for it. */
        OWNER
    }
}
