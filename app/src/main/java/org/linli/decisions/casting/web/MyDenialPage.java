package org.linli.decisions.casting.web;

import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Ballots;

/**
 * The form by which an owner denies a ballot.
 *
 * @param own whether the reader's own signed-in account cast it, which only the counter can put right
 * @param open whether ballots may still be denied
 * @param running whether the vote runs, so that a co-owner may object
 * @param typed what was typed
 * @param problem text key of what is wrong, null when nothing is
 */
public record MyDenialPage(
        Vote vote,
        Ballots.Line ballot,
        boolean own,
        boolean open,
        boolean running,
        String typed,
        @Nullable String problem) {}
