package org.linli.decisions.reach.proxies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.platform.files.DocumentType;

/**
 * A proxy of one head for one vote.
 *
 * @param number within the vote
 * @param entry 32 hexadecimal digits
 * @param ownerNo who gave it, by the number in the register
 * @param homeNo through which the owner owns
 * @param account who shall cast the ballot
 * @param by who entered it: the owner, or the worker for a paper form
 * @param accepted null while the proxy has not answered
 */
public record Proxy(
        VoteId vote,
        int number,
        String entry,
        int ownerNo,
        int homeNo,
        Form form,
        long account,
        @Nullable String fileHash,
        @Nullable DocumentType fileType,
        Instant grantedAt,
        String by,
        long byAccount,
        @Nullable Boolean accepted,
        @Nullable Instant withdrawnAt) {

    /** How it was given; in writing both ways. */
    public enum Form {
        ONLINE,
        PAPER
    }

    /** Where it stands. */
    public enum State {
        PENDING,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        /** The owner voted himself, which ended it. */
        OWNER_VOTED,
        USED,
        /** The vote closed before it was used. */
        EXPIRED;

        /** Whether it stands for the grantor, used or not yet. */
        public boolean isInForce() {
            return this == PENDING || this == ACCEPTED || this == USED;
        }
    }
}
