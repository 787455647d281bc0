package org.linli.decisions.casting.web;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.rules.decisions.DecisionClass;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A ballot to be filled in, reviewed or shown.
 *
 * @param entry the roll entry
 * @param homes its homes as the owner knows them
 * @param areaDm2 its area on the first roll, in 0.01 m²
 * @param items the decisions in which it has a vote
 * @param typed what was marked
 * @param problems text keys of what is wrong, by decision
 * @param confirmation how the owner confirms who is voting
 * @param small whether there are so few owners that sums may reveal choices
 * @param notice text key of something to be said on top, null when there is nothing
 */
public record BallotPage(
        Vote vote,
        String entry,
        List<String> homes,
        long areaDm2,
        List<DecisionItem> items,
        MultiValueMap<String, String> typed,
        SortedMap<Integer, String> problems,
        Confirmation confirmation,
        boolean small,
        @Nullable String notice) {

    /** Where ballots are cast: without variables, so that it is found at once when everybody casts in the last hour. */
    static final String CAST = "/my/ballots";

    /** How the owner confirms the last step. */
    public enum Confirmation {
        /** Signed in a moment ago. */
        FRESH,
        /** A code goes to the phone. */
        CODE,
        /** Signed in long ago and no phone on record: sign in again. */
        SIGN_IN_AGAIN
    }

    public BallotPage {
        homes = List.copyOf(homes);
        items = List.copyOf(items);
        typed = new LinkedMultiValueMap<>(typed);
        problems = new TreeMap<>(problems);
    }

    public String href(String step) {
        return "/my/votes/" + vote.id() + "/" + entry + step;
    }

    public String castHref() {
        return CAST;
    }

    public boolean isMarked(DecisionItem item, String value) {
        return BallotForm.isMarked(typed, item, value);
    }

    /** The marked values as hidden fields: name and value. */
    public List<String[]> hidden() {
        return BallotForm.hidden(items, typed);
    }

    public boolean isSpecial(DecisionItem item) {
        return item.decisionClass() == DecisionClass.SPECIAL;
    }

    public boolean isElection(DecisionItem item) {
        return item.kind() == DecisionKind.ELECTION;
    }

    /** What was marked, as answers; only what can be read. */
    public SortedMap<Integer, Answer> answers() {
        return BallotForm.read(items, typed).answers();
    }
}
