package org.linli.decisions.casting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.CastResult.Receipt;
import org.linli.decisions.casting.OwnBallot;
import org.linli.platform.web.QrCode;

/**
 * A receipt: where the ballot stands, and, for its owner alone, what it says.
 *
 * @param address the public page of the leaf, which needs no sign-in
 * @param own the ballot opened; null unless the owner asked to see it
 * @param items the decisions it answers
 * @param already whether it had been cast before this request
 */
public record ReceiptPage(
        Vote vote,
        Ballots.Line ballot,
        Receipt receipt,
        String address,
        QrCode code,
        @Nullable OwnBallot own,
        List<DecisionItem> items,
        boolean already,
        boolean contested) {

    public ReceiptPage {
        items = List.copyOf(items);
    }
}
