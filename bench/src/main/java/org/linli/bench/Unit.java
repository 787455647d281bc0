package org.linli.bench;

import java.util.Locale;

/** How a value is shown; values are kept in the unit itself. */
enum Unit {
    MILLISECONDS("%.1f ms"),
    SECONDS("%.2f s"),
    PER_SECOND("%.0f/s");

    private final String format;

    Unit(String format) {
        this.format = format;
    }

    String text(double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
