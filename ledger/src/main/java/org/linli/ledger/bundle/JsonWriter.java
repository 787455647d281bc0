package org.linli.ledger.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes JSON for people and programs: two spaces a level, fields in their order, UTF-8. */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static byte[] write(Json value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value, 0);
        return writer.out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Json value, int depth) {
        switch (value) {
            case Json.Text(String text) -> string(text);
            case Json.Number(long number) -> out.append(number);
            case Json.Flag(boolean flag) -> out.append(flag);
            case Json.Values(List<Json> values) -> list(values, depth);
            case Json.Fields object -> object(object, depth);
        }
    }

    /** Lists of plain values stay on one line. */
    private void list(List<Json> values, int depth) {
        boolean plain =
                values.stream().noneMatch(value -> value instanceof Json.Fields || value instanceof Json.Values);
        out.append('[');
        for (Iterator<Json> each = values.iterator(); each.hasNext(); ) {
            if (!plain) {
                line(depth + 1);
            }
            value(each.next(), depth + 1);
            if (each.hasNext()) {
                out.append(plain ? ", " : ",");
            }
        }
        if (!plain) {
            line(depth);
        }
        out.append(']');
    }

    private void object(Json.Fields object, int depth) {
        out.append('{');
        for (Iterator<Map.Entry<String, Json>> each = object.fields().entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, Json> field = each.next();
            line(depth + 1);
            string(field.getKey());
            out.append(": ");
            value(field.getValue(), depth + 1);
            if (each.hasNext()) {
                out.append(',');
            }
        }
        line(depth);
        out.append('}');
    }

    private void line(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    private void string(String text) {
        out.append('"');
        for (char next : text.toCharArray()) {
            switch (next) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (next < ' ') {
                        out.append("\\u%04x".formatted((int) next));
                    } else {
                        out.append(next);
                    }
                }
            }
        }
        out.append('"');
    }
}
