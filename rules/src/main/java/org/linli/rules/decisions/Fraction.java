package org.linli.rules.decisions;

/**
 * One of the four exact comparisons behind an outcome.
 *
 * @param step quorum or consent
 * @param axis the unit
 * @param threshold the share asked for
 * @param part who took part, or agreed
 * @param whole the electorate, or who took part
 */
public record Fraction(Step step, Axis axis, Threshold threshold, long part, long whole) {
    /** What is compared. */
    public enum Step {
        /** Those who took part against the electorate. */
        QUORUM,
        /** Those who agreed against those who took part. */
        CONSENT
    }

    public boolean isMet() {
        return threshold.isMet(part, whole);
    }

    /** The smallest part that would be enough, in the axis' unit. */
    public long least() {
        return threshold.least(whole);
    }

    /** How far the part is beyond the line: 0 just reaches it, negative is what is missing, in the axis' unit. */
    public long distance() {
        return part - least();
    }
}
