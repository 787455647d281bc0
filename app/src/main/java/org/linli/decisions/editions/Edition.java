package org.linli.decisions.editions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A full edition as it stands.
 *
 * @param number within the vote
 * @param order number of the written order
 * @param authority the court or department that ordered it
 * @param made null until a second person confirmed
 */
public record Edition(
        int number,
        String order,
        String authority,
        Hat requester,
        Instant requestedAt,
        @Nullable Made made) {

    /** Somebody under the hat worn at the time. @param grant the hat */
    public record Hat(long account, long grant, String name) {
        boolean isWornBy(long viewer, long viewerGrant) {
            return account == viewer && grant == viewerGrant;
        }
    }

    /** @param hash where the file is kept @param until when it can be downloaded last @param downloads how often it was */
    public record Made(Hat confirmer, Instant at, Instant until, String hash, int downloads) {}

    /** Whether these two hats, and no other of theirs, may have the file now. */
    public boolean isOpenTo(long account, long grant, Instant now) {
        return made != null
                && now.isBefore(made.until)
                && (requester.isWornBy(account, grant) || made.confirmer.isWornBy(account, grant));
    }
}
