package org.linli.decisions.roll;

import javax.crypto.SecretKey;

/**
 * What only this installation knows of a vote.
 *
 * @param vote from it follow all blindings and nonces of the record
 * @param choices AES-256 key under which choices rest in the database
 */
public record VoteSecret(org.linli.ledger.VoteSecret vote, SecretKey choices) {

    /** Says nothing, so that no log can. */
    @Override
    public String toString() {
        return "VoteSecret";
    }
}
