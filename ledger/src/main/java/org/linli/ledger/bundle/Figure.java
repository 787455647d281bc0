package org.linli.ledger.bundle;

/** Area and heads. @param areaDm2 in 0.01 m² @param heads owners by the rules of the roll */
public record Figure(long areaDm2, long heads) {
    static final Figure ZERO = new Figure(0, 0);

    Figure plus(Figure other) {
        return new Figure(Math.addExact(areaDm2, other.areaDm2), heads + other.heads);
    }
}
