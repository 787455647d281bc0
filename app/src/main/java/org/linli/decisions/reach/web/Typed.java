package org.linli.decisions.reach.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.rules.intake.DateText;
import org.linli.rules.intake.Reading;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** What somebody typed, so that a refused form comes back with it. */
public final class Typed {

    static final Typed NOTHING = new Typed(new LinkedMultiValueMap<>());

    private final MultiValueMap<String, String> fields;

    Typed(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    public String text(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    public boolean has(String name, Object value) {
        return fields.getOrDefault(name, List.of()).contains(value.toString());
    }

    /** The whole number typed, 0 when it is none. */
    public int number(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    List<Integer> numbers(String name) {
        List<Integer> numbers = new ArrayList<>();
        for (String text : fields.getOrDefault(name, List.of())) {
            if (text.matches("[0-9]{1,9}")) {
                numbers.add(Integer.valueOf(text));
            }
        }
        return numbers;
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    Optional<java.time.LocalDate> day(String name) {
        return DateText.read(text(name))
                                instanceof Reading.Value<java.time.LocalDate>(var day, boolean guessed, var note)
                        && !guessed
                ? Optional.of(day)
                : Optional.empty();
    }

    static InputStream content(@Nullable MultipartFile file) throws IOException {
        return file == null ? InputStream.nullInputStream() : file.getInputStream();
    }
}
