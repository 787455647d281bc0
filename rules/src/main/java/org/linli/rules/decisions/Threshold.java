package org.linli.rules.decisions;

/**
 * A share the law asks for, compared by cross-multiplication: no division decides, so nothing is rounded.
 *
 * <p>Source: Civil Code art. 278, and art. 1259 for words of measure: 以上 includes the number itself, 过半数 does not [V].
 * Nothing of nothing meets no threshold.
 */
public enum Threshold {
    /** 过半数: strictly more than one half. */
    MORE_THAN_HALF(1, 2, false),
    /** 三分之二以上: two thirds or more. */
    TWO_THIRDS(2, 3, true),
    /** 四分之三以上: three quarters or more. */
    THREE_QUARTERS(3, 4, true);

    private final int numerator;
    private final int denominator;
    private final boolean inclusive;

    Threshold(int numerator, int denominator, boolean inclusive) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.inclusive = inclusive;
    }

    public int numerator() {
        return numerator;
    }

    public int denominator() {
        return denominator;
    }

    /** Whether exactly the share is enough. */
    public boolean isInclusive() {
        return inclusive;
    }

    /** Whether the part is enough on both axes. */
    public boolean isMet(Weight part, Weight whole) {
        return isMet(part.areaDm2(), whole.areaDm2()) && isMet(part.heads(), whole.heads());
    }

    boolean isMet(long part, long whole) {
        long left = Math.multiplyExact(part, denominator);
        long right = Math.multiplyExact(whole, numerator);
        return whole > 0 && (inclusive ? left >= right : left > right);
    }

    /** The smallest part that meets the threshold; 1 for a whole of nothing, which no part can meet. */
    public long least(long whole) {
        long wanted = Math.multiplyExact(whole, numerator);
        return whole > 0 && inclusive ? Math.ceilDiv(wanted, denominator) : wanted / denominator + 1;
    }
}
