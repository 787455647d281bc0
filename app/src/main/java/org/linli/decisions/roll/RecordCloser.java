package org.linli.decisions.roll;

import org.linli.decisions.VoteId;

/** Inverted port: closes the record of a vote whose deadline has passed, before the vote is said to be closed. */
public interface RecordCloser {

    /** Appends the CLOSE leaf durably; a record that is closed stays as it is. Called again until the vote is CLOSED. */
    void close(VoteId id);
}
