package org.linli.rules.decisions;

/**
 * What was counted on one item. Invariant: agreed ≤ voted ≤ total, on both axes, and somebody is on the roll.
 *
 * @param total the electorate (TA, TH)
 * @param voted those who took part in the vote 参与表决 (PA, PH)
 * @param agreed those who agreed (YA, YH)
 */
public record Tally(Weight total, Weight voted, Weight agreed) {
    /** Refuses what no count can yield. */
    public Tally {
        if (total.areaDm2() == 0 || total.heads() == 0) {
            throw new IllegalArgumentException("nobody may vote: " + total);
        }
        if (!voted.isWithin(total)) {
            throw new IllegalArgumentException("more voted than may vote: %s of %s".formatted(voted, total));
        }
        if (!agreed.isWithin(voted)) {
            throw new IllegalArgumentException("more agreed than voted: %s of %s".formatted(agreed, voted));
        }
    }
}
