package org.linli.bench;

import java.util.Map;

/** When each phase of one start ended, in seconds since the process was begun. */
record Timeline(Map<Phase, Double> ends) {

    /** The phases in their order; each lasts from the end of the one before. */
    enum Phase {
        JVM("the JVM itself"),
        DATABASE("its own PostgreSQL"),
        DEFINITIONS("finding beans, making Tomcat"),
        MIGRATIONS("connecting, checking migrations"),
        BEANS("making beans"),
        READY("opening the port, runners"),
        PAGE("the first page");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Timeline {
        ends = Map.copyOf(ends);
        double before = 0;
        for (Phase phase : Phase.values()) {
            Double end = ends.get(phase);
            if (end == null || end < before) {
                throw new IllegalArgumentException("no end of " + phase + " in order: " + ends);
            }
            before = end;
        }
    }

    double total() {
        return end(Phase.PAGE);
    }

    double seconds(Phase phase) {
        int at = phase.ordinal();
        return end(phase) - (at == 0 ? 0 : end(Phase.values()[at - 1]));
    }

    private double end(Phase phase) {
        Double end = ends.get(phase);
        if (end == null) {
            throw new IllegalStateException("no end of " + phase);
        }
        return end;
    }
}
