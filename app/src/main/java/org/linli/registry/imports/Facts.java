package org.linli.registry.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one thing, by column. A column that is not there is not spoken of.
 *
 * @param values String, Integer, Long (0.01 m² or fen) or LocalDate
 */
record Facts(Map<Column, Object> values) {

    Facts {
        EnumMap<Column, Object> copy = new EnumMap<>(Column.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    @Nullable
    Object get(Column column) {
        return values.get(column);
    }

    String text(Column column) {
        return Objects.toString(values.get(column), "");
    }

    /** These facts over older ones: what the sheet is silent about stays as it was. */
    Facts over(Facts older) {
        EnumMap<Column, Object> merged = new EnumMap<>(Column.class);
        merged.putAll(older.values);
        merged.putAll(values);
        return new Facts(merged);
    }

    /** What these facts change in older ones. */
    List<Change> changes(String what, Facts older) {
        List<Change> changes = new ArrayList<>();
        values.forEach((column, value) -> {
            if (!value.equals(older.get(column))) {
                changes.add(new Change(what, column, older.text(column), value.toString()));
            }
        });
        return changes;
    }
}
