package org.linli.decisions.casting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.BallotStanding;
import org.linli.decisions.casting.CastResult.Receipt;

/**
 * What anybody may know of a leaf: what kind it is, and under which signed head it stands.
 *
 * @param standing what became of a ballot; null for a leaf of another kind
 * @param path hashes from the leaf's sibling up to the root, hexadecimal
 */
public record LeafPage(
        Vote vote,
        long place,
        String kind,
        @Nullable BallotStanding standing,
        String hash,
        Receipt receipt,
        List<String> path) {
    public LeafPage {
        path = List.copyOf(path);
    }
}
