package org.linli.platform.ids;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A division of the national statistical tree, as a trimmed prefix: a code is a prefix of all its descendants' codes.
 *
 * <p>Source: GB/T 2260 for the first six digits, GB/T 10114 for the street, statistical codes for the neighbourhood [K].
 *
 * @param value 2 (province), 4 (city), 6 (county), 9 (street) or 12 (neighbourhood) digits: 33, 3310, 331002, 331002002,
 *     331002002001
 */
public record DivisionCode(String value) implements Comparable<DivisionCode> {

    private static final Pattern SHAPE = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");

    public DivisionCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a division code: " + value);
        }
    }

    /** Reads what people write: 3310, 331000 and 331000000000 are the same city. Empty when it is no code at all. */
    public static Optional<DivisionCode> parse(String text) {
        String digits = text.strip();
        if (digits.length() == 12 && digits.endsWith("000")) {
            digits = digits.substring(0, 9);
        }
        if (digits.length() == 9 && digits.endsWith("000")) {
            digits = digits.substring(0, 6);
        }
        if (digits.length() == 6 && digits.endsWith("00")) {
            digits = digits.substring(0, 4);
        }
        if (digits.length() == 4 && digits.endsWith("00")) {
            digits = digits.substring(0, 2);
        }
        return SHAPE.matcher(digits).matches() ? Optional.of(new DivisionCode(digits)) : Optional.empty();
    }

    public DivisionLevel level() {
        return switch (value.length()) {
            case 2 -> DivisionLevel.PROVINCE;
            case 4 -> DivisionLevel.CITY;
            case 6 -> DivisionLevel.COUNTY;
            case 9 -> DivisionLevel.STREET;
            default -> DivisionLevel.NEIGHBOURHOOD;
        };
    }

    /** The division above, empty for a province. */
    public Optional<DivisionCode> parent() {
        return switch (level()) {
            case PROVINCE -> Optional.empty();
            case CITY -> Optional.of(cut(2));
            case COUNTY -> Optional.of(cut(4));
            case STREET -> Optional.of(cut(6));
            case NEIGHBOURHOOD -> Optional.of(cut(9));
        };
    }

    /** This division or its ancestor at the level, empty when this one lies above that level. */
    public Optional<DivisionCode> at(DivisionLevel level) {
        return value.length() < level.digits() ? Optional.empty() : Optional.of(cut(level.digits()));
    }

    /** Whether the other division is this one or lies in it. */
    public boolean covers(DivisionCode other) {
        return other.value.startsWith(value);
    }

    @Override
    public int compareTo(DivisionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private DivisionCode cut(int digits) {
        return new DivisionCode(value.substring(0, digits));
    }
}
