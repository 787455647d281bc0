package org.linli.platform.ids;

/** The five levels of the division tree, each with the length of its codes. */
public enum DivisionLevel {
    PROVINCE(2),
    CITY(4),
    COUNTY(6),
    STREET(9),
    NEIGHBOURHOOD(12);

    private final int digits;

    DivisionLevel(int digits) {
        this.digits = digits;
    }

    public int digits() {
        return digits;
    }
}
