package org.linli.ledger.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.linli.ledger.MalformedException;

/** Reads JSON of RFC 8259 strictly: UTF-8, whole numbers of at most 18 digits and no sign, no null, no field twice, sixteen levels at most. */
final class JsonReader {
    private static final int DEEPEST = 16;
    private static final int MOST_DIGITS = 18;
    private static final char END = '\0';

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** @throws MalformedException if it is anything else */
    static Json read(byte[] bytes) {
        JsonReader reader = new JsonReader(decode(bytes));
        Json value = reader.value(0);
        reader.space();
        if (reader.at != reader.text.length()) {
            throw reader.malformed("something after the end");
        }
        return value;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("no UTF-8");
        }
    }

    private Json value(int depth) {
        if (depth > DEEPEST) {
            throw malformed("too deep");
        }
        space();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Flag(true));
            case 'f' -> word("false", new Json.Flag(false));
            default -> number();
        };
    }

    private Json object(int depth) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        at++;
        space();
        if (taken('}')) {
            return Json.object(fields);
        }
        do {
            space();
            String name = string();
            space();
            take(':');
            if (fields.put(name, value(depth + 1)) != null) {
                throw malformed("field twice");
            }
            space();
        } while (taken(','));
        take('}');
        return Json.object(fields);
    }

    private Json list(int depth) {
        List<Json> values = new ArrayList<>();
        at++;
        space();
        if (taken(']')) {
            return new Json.Values(values);
        }
        do {
            values.add(value(depth + 1));
            space();
        } while (taken(','));
        take(']');
        return new Json.Values(values);
    }

    private String string() {
        take('"');
        StringBuilder out = new StringBuilder();
        while (!taken('"')) {
            char next = peek();
            if (next < ' ') {
                throw malformed("a bare control character or no end of a text");
            }
            at++;
            out.append(next == '\\' ? escaped() : next);
        }
        return wellFormed(out.toString());
    }

    /** Half a character has no UTF-8, so that two readers would hash two texts. */
    private String wellFormed(String string) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(string)) {
            throw malformed("half a character");
        }
        return string;
    }

    private char escaped() {
        char next = peek();
        at++;
        return switch (next) {
            case '"', '\\', '/' -> next;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed("an unknown escape");
        };
    }

    private char unicode() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw malformed("an unfinished escape");
            }
            value = value << 4 | digit;
            at++;
        }
        return (char) value;
    }

    private Json number() {
        int first = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        int digits = at - first;
        if (digits == 0 || digits > MOST_DIGITS || digits > 1 && text.charAt(first) == '0') {
            throw malformed("no value, or no whole number");
        }
        return new Json.Number(Long.parseLong(text, first, at, 10));
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw malformed("no value");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private boolean taken(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void take(char expected) {
        if (!taken(expected)) {
            throw malformed("no " + expected);
        }
    }

    private MalformedException malformed(String what) {
        return new MalformedException("%s at character %d".formatted(what, at));
    }
}
