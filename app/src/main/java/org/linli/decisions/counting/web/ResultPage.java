package org.linli.decisions.counting.web;

import java.util.List;
import org.linli.decisions.counting.Results.Result;

/**
 * The result of a vote, or of one decision of it.
 *
 * @param items the decisions shown
 * @param single number of the one decision shown, 0 for all
 */
public record ResultPage(Result result, List<ItemView> items, int single) {

    static ResultPage of(Result result, int single) {
        return new ResultPage(
                result,
                result.vote().items().stream()
                        .filter(item -> single == 0 || item.number() == single)
                        .map(item -> new ItemView(
                                item, result.sheet().result().item(item.number()), result.isVoid(item.number())))
                        .toList(),
                single);
    }

    /** Whether anything hangs on ballots that wait for a ruling. */
    public boolean hangsOnContested() {
        return items.stream().anyMatch(item -> item.counted().hangsOnContested());
    }
}
