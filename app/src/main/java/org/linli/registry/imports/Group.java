package org.linli.registry.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Findings that ask the same.
 *
 * @param key stable while the file and the mapping stay
 * @param count rows they speak of
 * @param findings findings in it, fewer than rows where one stands for several
 * @param suggested findings in it with a suggestion
 * @param first the first finding, whose text stands for all when they agree
 * @param choice the answer given or the confirmation, null while open
 */
public record Group(
        String key,
        Severity severity,
        String column,
        String code,
        int count,
        int findings,
        int suggested,
        Finding first,
        @Nullable String choice) {

    public boolean isOpen() {
        return severity == Severity.PROBLEM || choice == null;
    }

    /** The choices of a question. */
    public List<String> choices() {
        @Nullable String choices = severity == Severity.QUESTION ? first.suggestion() : null;
        return choices == null ? List.of() : List.of(choices.split("\n", -1));
    }
}
