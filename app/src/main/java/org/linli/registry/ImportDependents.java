package org.linli.registry;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Inverted port: a feature tells how to find what of its own stands on what an import brought in, which then is not taken back. */
public interface ImportDependents {

    List<Guard> guards();

    /**
     * @param key text key of what may stand on it, a sentence
     * @param statement finds a row for each case of it; it may name the parameters of {@link Brought#parameters()}
     */
    record Guard(String key, String statement) {}

    /**
     * @param importId by which homes, owners and ownerships name it
     * @param at the instant at which all its rows were recorded
     * @param touched communities with a row of it
     * @param added those of them that were not there before
     * @param companies codes of companies that were not there before
     */
    record Brought(long importId, Instant at, Set<Long> touched, Set<Long> added, Set<String> companies) {
        public Brought {
            touched = Set.copyOf(touched);
            added = Set.copyOf(added);
            companies = Set.copyOf(companies);
        }

        /** The same for statements: {@code :import}, {@code :at}, {@code :touched}, {@code :added} and {@code :newCompanies}. */
        public Map<String, Object> parameters() {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("import", importId);
            parameters.put("at", at.atOffset(java.time.ZoneOffset.UTC));
            parameters.put("touched", new TreeSet<>(touched).toArray(Long[]::new));
            parameters.put("added", new TreeSet<>(added).toArray(Long[]::new));
            parameters.put("newCompanies", new TreeSet<>(companies).toArray(String[]::new));
            return parameters;
        }
    }
}
