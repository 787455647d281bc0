package org.linli.people;

/** A grant. @param value positive, never reused */
public record GrantId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
