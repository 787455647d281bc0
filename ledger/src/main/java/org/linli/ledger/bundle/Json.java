package org.linli.ledger.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.linli.ledger.MalformedException;

/** A value of JSON, as far as bundles use it: no fractions and no null. */
sealed interface Json {
    /** @param fields in order; unmodifiable */
    record Fields(SequencedMap<String, Json> fields) implements Json {
        public Fields {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        /** @throws MalformedException if there are other fields than these */
        Fields only(String... names) {
            if (!Set.of(names).containsAll(fields.keySet())) {
                throw new MalformedException("unknown field among " + fields.keySet());
            }
            return this;
        }

        boolean has(String name) {
            return fields.containsKey(name);
        }

        Json get(String name) {
            Json value = fields.get(name);
            if (value == null) {
                throw new MalformedException("no field " + name);
            }
            return value;
        }

        Fields object(String name) {
            return get(name).asObject();
        }

        List<Json> list(String name) {
            return get(name).asList();
        }

        String text(String name) {
            return get(name).asText();
        }

        long number(String name) {
            return get(name).asNumber();
        }

        /** @throws MalformedException unless it is from 0 to the limit */
        int number(String name, int most) {
            long number = number(name);
            if (number < 0 || number > most) {
                throw new MalformedException("%s is %d".formatted(name, number));
            }
            return (int) number;
        }

        boolean flag(String name) {
            if (get(name) instanceof Flag(boolean value)) {
                return value;
            }
            throw new MalformedException(name + " is neither true nor false");
        }
    }

    /** @param values unmodifiable */
    record Values(List<Json> values) implements Json {
        public Values {
            values = List.copyOf(values);
        }
    }

    record Text(String text) implements Json {}

    record Number(long number) implements Json {}

    record Flag(boolean flag) implements Json {}

    static Fields object(SequencedMap<String, Json> fields) {
        return new Fields(fields);
    }

    /** @param namesAndValues name, value, name, value … */
    static Fields object(Object... namesAndValues) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], of(namesAndValues[i + 1]));
        }
        return new Fields(fields);
    }

    private static Json of(Object value) {
        return switch (value) {
            case Json json -> json;
            case Long number -> new Number(number);
            case Integer number -> new Number(number);
            case Boolean flag -> new Flag(flag);
            case List<?> values -> new Values(values.stream().map(Json::of).toList());
            default -> new Text(value.toString());
        };
    }

    default Fields asObject() {
        if (this instanceof Fields fields) {
            return fields;
        }
        throw new MalformedException("no object where one belongs");
    }

    default List<Json> asList() {
        if (this instanceof Values(List<Json> values)) {
            return values;
        }
        throw new MalformedException("no list where one belongs");
    }

    default String asText() {
        if (this instanceof Text(String text)) {
            return text;
        }
        throw new MalformedException("no text where one belongs");
    }

    default long asNumber() {
        if (this instanceof Number(long number)) {
            return number;
        }
        throw new MalformedException("no number where one belongs");
    }
}
