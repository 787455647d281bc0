package org.linli.rules.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Property fees per m² and month as street offices write them. Source: own reading of street sheets [D]. */
public final class FeeText {
    private static final String NUMBER = "([0-9]{1,9}(?:\\.[0-9]{1,20})?)";
    private static final String UNIT = "元?(?:(?:/|每)?(?:㎡|m2|M2|m²|平方米|平方|平米))?(?:[·.•*/]?每?月)?";
    private static final Pattern TIER = Pattern.compile("([\\p{IsHan}A-Za-z()]*?):?" + NUMBER + UNIT);
    private static final Pattern SEPARATORS = Pattern.compile("[/,;、。+]+");
    private static final Pattern APPROXIMATE = Pattern.compile("大约|约|左右|上下");
    private static final Pattern NEGATIVE = Pattern.compile("[^0-9-]*-[0-9].*");

    /** One hundred yuan, more than any fee per m² and month. */
    private static final BigDecimal MAX_YUAN = BigDecimal.valueOf(100);

    private FeeText() {}

    /**
     * The tiers in the order written, at least one. More decimals than fen are refused with the rounded text as
     * suggestion; several fees without labels are a guess.
     */
    public static Reading<List<FeeTier>> read(String text) {
        if (Texts.saysNone(text)) {
            return new Reading.Blank<>();
        }
        String compact = Texts.compact(text);
        if (NEGATIVE.matcher(compact).matches()) {
            return new Reading.Unreadable<>(IntakeProblem.NEGATIVE, null);
        }
        String exact = APPROXIMATE.matcher(compact).replaceAll("");
        return written(exact)
                .map(tiers -> judge(tiers, !exact.equals(compact)))
                .orElseGet(() -> new Reading.Unreadable<>(IntakeProblem.NOT_A_NUMBER, null));
    }

    /** The canonical text, which can be read again: {@code 多层 0.80 / 高层 1.60}. */
    public static String format(List<FeeTier> tiers) {
        return tiers.stream().map(FeeText::format).collect(Collectors.joining(" / "));
    }

    private static String format(FeeTier tier) {
        String yuan = BigDecimal.valueOf(tier.fen(), 2).toPlainString();
        return tier.label() == null ? yuan : tier.label() + " " + yuan;
    }

    private record Written(@Nullable String label, BigDecimal yuan) {}

    /** The tiers as written, empty if any part of the text is something else. */
    private static Optional<List<Written>> written(String compact) {
        List<Written> tiers = new ArrayList<>();
        Matcher tier = TIER.matcher(compact);
        Matcher separators = SEPARATORS.matcher(compact);
        int at = 0;
        while (at < compact.length()) {
            if (!tier.region(at, compact.length()).lookingAt()) {
                return Optional.empty();
            }
            String label = tier.group(1);
            tiers.add(new Written(label.isEmpty() ? null : label, new BigDecimal(tier.group(2))));
            at = tier.end();
            if (separators.region(at, compact.length()).lookingAt()) {
                at = separators.end();
            }
        }
        return tiers.isEmpty() ? Optional.empty() : Optional.of(tiers);
    }

    private static Reading<List<FeeTier>> judge(List<Written> written, boolean approximate) {
        List<FeeTier> tiers = new ArrayList<>();
        IntakeProblem problem = approximate ? IntakeProblem.APPROXIMATE : null;
        String note = written.size() > 1 && written.stream().anyMatch(tier -> tier.label() == null)
                ? Notes.UNLABELLED_TIERS
                : null;
        for (Written tier : written) {
            BigDecimal yuan = tier.yuan();
            switch (new Amount(yuan, false, false).scaled(2, MAX_YUAN)) {
                case Reading.Value<BigDecimal>(BigDecimal value, boolean guessed, var tail) -> {
                    tiers.add(new FeeTier(tier.label(), fen(value)));
                    note = Notes.join(note, tail);
                }
                case Reading.Unreadable<BigDecimal>(IntakeProblem found, String suggestion)
                when suggestion != null -> {
                    tiers.add(new FeeTier(tier.label(), fen(new BigDecimal(suggestion))));
                    problem = problem == null ? found : problem;
                }
                case Reading.Unreadable<BigDecimal>(IntakeProblem found, var none) -> {
                    return new Reading.Unreadable<>(found, null);
                }
                case Reading.Blank<BigDecimal>() -> throw new IllegalStateException("a number read as blank: " + yuan);
            }
        }
        if (problem != null) {
            return new Reading.Unreadable<>(problem, format(tiers));
        }
        return new Reading.Value<>(List.copyOf(tiers), note != null, note);
    }

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }
}
