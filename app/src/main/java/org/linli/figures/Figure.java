package org.linli.figures;

import java.time.LocalDate;
import java.util.List;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;

/**
 * A published number with a fixed definition. A feature contributes one as a bean; pages, exports and the API follow.
 *
 * <p>Its texts are {@code figure.<code>.name}, {@code .how} (how it is counted, in words) and, for each of its parts,
 * {@code figure.<code>.part.<part>}.
 */
public interface Figure {

    /** What shape the number has. */
    enum Kind {
        /** A numerator of a denominator, with a rate. */
        SHARE,
        /** A plain count. */
        COUNT,
        /** A whole split into parts. */
        COMPOSITION
    }

    /** Stable name in addresses, such as {@code professional-coverage}. */
    String code();

    Kind kind();

    /** Place among the figures, ascending. */
    int order();

    /** The counted population by its name in the definition list, such as {@code ALL_RESIDENTIAL}. */
    String population();

    /** Version of the rule that decides each row. */
    String ruleVersion();

    /** The smallest divisions that it can be told for. */
    default DivisionLevel finest() {
        return DivisionLevel.NEIGHBOURHOOD;
    }

    /** Whether there is a value for a division; for a smaller one there is none, which is not zero. */
    default boolean isToldFor(DivisionCode division) {
        return finest().ordinal() >= division.level().ordinal();
    }

    /** The values of several divisions on one day; in the order asked. */
    List<FigureValue> values(AsOf asOf, List<DivisionCode> divisions);

    /** The parts that rows can be filtered by, in display order; the first one is the numerator. */
    List<String> parts();

    /**
     * The rows behind the number.
     *
     */
    FigureRows rows(AsOf asOf, DivisionCode division, RowFilter filter);

    /** How many entered and left the numerator between two days. */
    Movement movement(AsOf asOf, LocalDate since, DivisionCode division);

    /** @param joined in the numerator now and not then @param left then and not now @param population growth of the denominator */
    record Movement(LocalDate since, long joined, long left, long population) {}
}
