package org.linli.people;

/** An account. @param value positive, never reused */
public record AccountId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
