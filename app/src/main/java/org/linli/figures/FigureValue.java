package org.linli.figures;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.DivisionCode;
import org.linli.rules.figures.Share;

/**
 * One number, never bare.
 *
 * @param division what it speaks of
 * @param numerator the count
 * @param denominator what it is a part of; null for a plain count
 * @param parts the parts of a composition, in display order; empty otherwise
 * @param also what else is counted of the same rows, such as the communities in which they are; usually empty
 */
public record FigureValue(
        DivisionCode division, long numerator, @Nullable Long denominator, List<Part> parts, List<Part> also) {

    public FigureValue(DivisionCode division, long numerator, @Nullable Long denominator, List<Part> parts) {
        this(division, numerator, denominator, parts, List.of());
    }

    /** @param key part of the figure's vocabulary @param count its rows */
    public record Part(String key, long count) {}

    public static FigureValue share(DivisionCode division, long numerator, long denominator) {
        return new FigureValue(division, numerator, denominator, List.of());
    }

    public static FigureValue count(DivisionCode division, long count) {
        return new FigureValue(division, count, null, List.of());
    }

    public Optional<Share> share() {
        return denominator == null ? Optional.empty() : Optional.of(new Share(numerator, denominator));
    }

    /**
     * How many more the numerator needs to reach a target, exactly: zero or less when the share reaches it.
     *
     * @param target in 0.01 %
     * @return null without a target, or when there is nothing to divide by
     */
    public @Nullable Long lacking(@Nullable Integer target) {
        if (target == null || denominator == null || denominator == 0) {
            return null;
        }
        return Math.ceilDiv(Math.multiplyExact(denominator, (long) target), 10_000L) - numerator;
    }

    /** Rounded half up to 0.1, or null when there is nothing to divide by. */
    public @Nullable String percent() {
        return share().flatMap(Share::percent).orElse(null);
    }
}
