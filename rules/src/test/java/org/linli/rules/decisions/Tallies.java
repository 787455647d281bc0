package org.linli.rules.decisions;

import java.util.random.RandomGenerator;

/** Tallies for tests. */
public final class Tallies {
    private Tallies() {}

    /** @param total like {@code 2400000/300} */
    public static Tally tally(String total, String voted, String agreed) {
        return new Tally(weight(total), weight(voted), weight(agreed));
    }

    public static Weight weight(String text) {
        int slash = text.indexOf('/');
        return new Weight(Long.parseLong(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** Any lawful tally, small ones often, so that boundaries are hit. */
    public static Tally random(RandomGenerator random) {
        Weight total = new Weight(1 + random.nextLong(40), 1 + random.nextInt(40));
        Weight voted = part(random, total);
        return new Tally(total, voted, part(random, voted));
    }

    private static Weight part(RandomGenerator random, Weight whole) {
        return new Weight(random.nextLong(whole.areaDm2() + 1), random.nextInt(whole.heads() + 1));
    }
}
