package org.linli.rules.decisions.matters;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.linli.rules.law.Citation;

/**
 * The numbers in force in a city from a day on. Thresholds are not in it: they are the Civil Code's, and no city may move them.
 *
 * @param code names the pack in each published result, such as {@code taizhou-2021}
 * @param division the division it is in force in, such as {@code 3310}
 * @param inForceFrom first legal day
 * @param entries every setting with its source; unmodifiable
 */
public record RulePack(String code, String division, LocalDate inForceFrom, Map<Setting, Entry> entries) {
    /**
     * One number with its source.
     *
     * @param value the number, 1 or more
     * @param citation where it is from
     */
    public record Entry(int value, Citation citation) {
        public Entry {
            if (value < 1) {
                throw new IllegalArgumentException("a setting is 1 or more: " + value);
            }
        }
    }

    /** Refuses a pack that leaves a setting open. */
    public RulePack {
        EnumMap<Setting, Entry> copy = new EnumMap<>(entries);
        EnumSet<Setting> missing = EnumSet.allOf(Setting.class);
        missing.removeAll(copy.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("rule pack %s leaves open %s".formatted(code, missing));
        }
        entries = Collections.unmodifiableMap(copy);
    }

    public int value(Setting setting) {
        return entry(setting).value();
    }

    public Citation citation(Setting setting) {
        return entry(setting).citation();
    }

    /** The same pack with one number changed, as a city's own rules may. */
    public RulePack with(Setting setting, int value, Citation citation) {
        EnumMap<Setting, Entry> changed = new EnumMap<>(entries);
        changed.put(setting, new Entry(value, citation));
        return new RulePack(code, division, inForceFrom, changed);
    }

    private Entry entry(Setting setting) {
        Entry entry = entries.get(setting);
        if (entry == null) {
            throw new IllegalStateException("the constructor lets no setting open: " + setting);
        }
        return entry;
    }
}
