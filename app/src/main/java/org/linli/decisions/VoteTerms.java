package org.linli.decisions;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.linli.rules.decisions.counting.BlankRule;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.linli.rules.decisions.roll.RollTerms.OwnerSetRule;
import org.linli.rules.decisions.roll.RollTerms.ParkingRule;

/**
 * What the notice says about the vote as a whole.
 *
 * @param version counts up with each saved draft and each extension
 * @param title in plain words
 * @param body the notice's text, may be empty
 * @param noticeOn day of the notice; the roll is frozen at its 00:00
 * @param window days on which owners may vote
 * @param parking whether parking spaces and stalls count
 * @param blanksClause the rules' clause behind another {@code blanks} than ABSTAIN
 * @param deemedClause the rules' clause behind another policy than NONE
 * @param reducesEven whether the adopted rules reduce an even result to the lower odd number
 * @param alternates whether the adopted rules know alternates
 * @param proxyDiscretion whether the adopted rules let a proxy choose
 * @param paperAddress where paper ballots are had and handed in
 */
public record VoteTerms(
        int version,
        String title,
        String body,
        LocalDate noticeOn,
        VotingWindow window,
        ParkingRule parking,
        OwnerSetRule ownerSets,
        BlankRule blanks,
        @Nullable String blanksClause,
        DeemedPolicy deemedPolicy,
        @Nullable String deemedClause,
        boolean reducesEven,
        boolean alternates,
        boolean proxyDiscretion,
        String paperAddress) {

    /** The same terms under another policy for ballots that were not returned. */
    public VoteTerms with(DeemedPolicy policy) {
        return new VoteTerms(
                version,
                title,
                body,
                noticeOn,
                window,
                parking,
                ownerSets,
                blanks,
                blanksClause,
                policy,
                deemedClause,
                reducesEven,
                alternates,
                proxyDiscretion,
                paperAddress);
    }

    /** The first instant at which a ballot is in time. */
    public Instant opensAt() {
        return window.opensOn().atStartOfDay(BusinessTime.ZONE).toInstant();
    }

    /** The first instant at which a ballot is too late: the end of the last day. */
    public Instant deadline() {
        return window.lastDay().plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
