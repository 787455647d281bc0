package org.linli.registry.imports;

import java.util.List;

/** A file or an act that is refused before anything is stored. The code ends a text key {@code imports.refused.*}. */
public final class ImportRefused extends RuntimeException {

    private final String code;
    private final List<String> args;

    ImportRefused(String code, String... args) {
        super(code, null, false, false);
        this.code = code;
        this.args = List.of(args);
    }

    /** Stable, such as ZIP_BOMB or NO_HEADER. */
    public String code() {
        return code;
    }

    /** For the text; one that begins with {@code ~} is itself a text key. */
    public List<String> args() {
        return args;
    }
}
