package org.linli.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.rules.codes.Phone;
import org.linli.rules.intake.AreaText;
import org.linli.rules.intake.CountText;
import org.linli.rules.intake.DateText;
import org.linli.rules.intake.Reading;
import org.linli.rules.intake.Texts;
import org.linli.rules.intake.YearText;

/**
 * A form as it was typed. Reads values from it and gathers everything that is wrong, so that the form comes back once
 * with all its errors.
 */
public final class Fields {

    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);

    private final Map<String, String> typed;
    private final List<FieldError> errors = new ArrayList<>();

    public Fields(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    public Map<String, String> typed() {
        return typed;
    }

    public boolean isSound() {
        return errors.isEmpty();
    }

    /** What was gathered. @throws IllegalStateException if nothing is wrong */
    public Outcome.Refused refused() {
        if (errors.isEmpty()) {
            throw new IllegalStateException("nothing to refuse");
        }
        return new Outcome.Refused(errors);
    }

    public void refuse(String field, String reason, Object... args) {
        errors.add(FieldError.of(field, reason, args));
    }

    /** The text without surrounding blanks, empty when nothing was typed. */
    public String raw(String field) {
        return Texts.normalise(typed.getOrDefault(field, ""));
    }

    public @Nullable String text(String field, int max) {
        String text = raw(field);
        if (text.codePointCount(0, text.length()) > max) {
            refuse(field, "too-long", max);
        }
        return text.isEmpty() ? null : text;
    }

    /** A phone number as it was typed; refused when it can be none. */
    public @Nullable String phone(String field) {
        String text = text(field, 40);
        if (text != null && Phone.e164(text).isEmpty()) {
            refuse(field, "intake.NOT_A_PHONE", "");
        }
        return text;
    }

    /** The text; empty, and refused, when nothing was typed. */
    public String required(String field, int max) {
        String text = text(field, max);
        if (text == null) {
            refuse(field, "required");
            return "";
        }
        return text;
    }

    public @Nullable Integer count(String field) {
        return value(field, CountText.read(raw(field)), Object::toString);
    }

    public @Nullable Integer year(String field) {
        return value(field, YearText.read(raw(field)), Object::toString);
    }

    /** In 0.01 m². */
    public @Nullable Long area(String field) {
        return value(field, AreaText.read(raw(field)), Fields::hundredths);
    }

    public @Nullable LocalDate date(String field) {
        return value(field, DateText.read(raw(field)), LocalDate::toString);
    }

    /** The day; the first of 1970, and refused, when none was typed. */
    public LocalDate requiredDate(String field) {
        int before = errors.size();
        LocalDate day = date(field);
        if (day == null && errors.size() == before) {
            refuse(field, "required");
        }
        return day == null ? LocalDate.EPOCH : day;
    }

    /** Degrees with up to six decimals, as millionths. */
    public @Nullable Integer degrees(String field, int least, int most) {
        String text = raw(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            BigDecimal degrees = new BigDecimal(text);
            if (degrees.compareTo(BigDecimal.valueOf(least)) >= 0 && degrees.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return degrees.multiply(MICRO).setScale(0, RoundingMode.HALF_UP).intValueExact();
            }
        } catch (NumberFormatException notANumber) {
            // refused below like any other text
        }
        refuse(field, "degrees", least, most);
        return null;
    }

    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        String text = raw(field);
        if (text.isEmpty()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        refuse(field, "intake.UNKNOWN_WORD");
        return null;
    }

    /** The choice; the first constant, and refused, when none was made. */
    public <E extends Enum<E>> E requiredChoice(String field, Class<E> type) {
        int before = errors.size();
        E choice = choice(field, type);
        if (choice == null && errors.size() == before) {
            refuse(field, "required");
        }
        return choice == null ? type.getEnumConstants()[0] : choice;
    }

    public boolean flag(String field) {
        return !raw(field).isEmpty();
    }

    /** A number the form itself carries, 0 when it was tampered with. */
    public int number(String field) {
        String text = raw(field);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private <T> @Nullable T value(String field, Reading<T> reading, Function<T, String> shown) {
        return switch (reading) {
            case Reading.Blank<T>() -> null;
            case Reading.Value<T>(T value, boolean guessed, var note) -> {
                if (guessed) {
                    refuse(field, "guessed", shown.apply(value));
                }
                yield value;
            }
            case Reading.Unreadable<T>(var problem, var suggestion) -> {
                refuse(field, "intake." + problem.name(), suggestion == null ? "" : suggestion);
                yield null;
            }
        };
    }

    public static String hundredths(long value) {
        return BigDecimal.valueOf(value, 2).toPlainString();
    }
}
