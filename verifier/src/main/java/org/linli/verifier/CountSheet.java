package org.linli.verifier;

import java.util.Locale;
import java.util.stream.Collectors;
import org.linli.rules.decisions.Axis;
import org.linli.rules.decisions.Fraction;
import org.linli.rules.decisions.Threshold;
import org.linli.rules.decisions.Verdict;

/** The answer for people: the outcome, what was asked for, and the four fractions with their distances. */
final class CountSheet {
    private CountSheet() {}

    static String text(CountRequest.Accepted request) {
        Verdict verdict = request.verdict();
        Words words = request.words();
        String fractions = verdict.fractions().stream()
                .map(fraction -> line(fraction, words))
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                words.text(verdict.outcome()),
                words.text(verdict.decisionClass()),
                fractions,
                words.text("articles"));
    }

    static String line(Fraction fraction, Words words) {
        long distance = fraction.distance();
        Threshold threshold = fraction.threshold();
        return words.text(
                distance < 0 ? "missing" : "spare",
                words.text(fraction.step()),
                words.text(fraction.axis()),
                amount(fraction.axis(), fraction.part(), words),
                amount(fraction.axis(), fraction.whole(), words),
                threshold.isInclusive() ? "≥" : ">",
                threshold.numerator() + "/" + threshold.denominator(),
                amount(fraction.axis(), Math.abs(distance), words));
    }

    private static String amount(Axis axis, long amount, Words words) {
        return switch (axis) {
            case AREA -> words.text("area", String.format(Locale.ROOT, "%,d.%02d", amount / 100, amount % 100));
            case HEADS -> words.text("heads", String.format(Locale.ROOT, "%,d", amount));
        };
    }
}
