package org.linli.decisions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.rules.decisions.Axis;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.Fraction;
import org.linli.rules.decisions.Verdict;
import org.linli.rules.law.Citation;
import org.linli.rules.law.LawSource;

/**
 * The form with what was typed, and the answer once the figures are a tally.
 *
 * @param decisionClass the class asked for
 * @param verdict the answer, null before anybody asked and while something is wrong
 * @param inputs the six fields in their order
 */
public record WouldItPassPage(
        DecisionClass decisionClass, @Nullable Verdict verdict, List<Input> inputs) {
    private static final int BAR_WIDTH = 1_000;
    private static final int VISIBLE_GAP = 15;

    /**
     * One field.
     *
     * @param name its name, id and text key
     * @param value what was typed
     * @param problem text key of what is wrong, null when nothing is
     */
    public record Input(String name, String value, @Nullable String problem) {
        public boolean isWrong() {
            return problem != null;
        }
    }

    /** The articles behind every answer. */
    public List<Citation> articles() {
        return List.of(
                Citation.read(LawSource.CIVIL_CODE, "278"),
                Citation.read(LawSource.CIVIL_CODE, "1259"),
                Citation.read(LawSource.TAIZHOU_REGULATION, "16"));
    }

    public boolean isWrong() {
        return inputs.stream().anyMatch(Input::isWrong);
    }

    /** Length of a fraction's bar in thousandths: visibly short of the line exactly while the threshold is not met. */
    public static int bar(Fraction fraction) {
        int length = fraction.whole() == 0 ? 0 : Math.toIntExact(fraction.part() * BAR_WIDTH / fraction.whole());
        return fraction.isMet() ? Math.max(length, line(fraction)) : Math.min(length, line(fraction) - VISIBLE_GAP);
    }

    /** Place of the line that must be reached, in thousandths. */
    public static int line(Fraction fraction) {
        return BAR_WIDTH
                * fraction.threshold().numerator()
                / fraction.threshold().denominator();
    }

    /** Text key of how far the part is from the line. */
    public static String words(Fraction fraction) {
        return switch (Long.signum(fraction.distance())) {
            case 1 -> "decisions.spare";
            case 0 -> "decisions.reached";
            default -> "decisions.missing";
        };
    }

    public static boolean isArea(Fraction fraction) {
        return fraction.axis() == Axis.AREA;
    }
}
