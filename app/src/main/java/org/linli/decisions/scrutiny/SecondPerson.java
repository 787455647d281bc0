package org.linli.decisions.scrutiny;

/** Who sits beside the opener, as proved. @param account theirs */
record SecondPerson(long account, Kind kind) {

    enum Kind {
        STAFF,
        /** An owner of the area, chosen for it. */
        OWNER
    }
}
