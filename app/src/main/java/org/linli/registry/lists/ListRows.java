package org.linli.registry.lists;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;

/**
 * A page of a list by division and code.
 *
 * @param total rows that match in all
 * @param next key to continue after, empty at the end
 */
public record ListRows(List<Row> rows, long total, String next) {

    /**
     * @param key place in the order
     * @param place the division in words
     * @param state one of the list's states
     * @param cells text, whole number or day by column; null when blank
     */
    public record Row(
            String key,
            CommunityId community,
            String name,
            String place,
            String state,
            Map<String, @Nullable Object> cells) {}
}
