package org.linli.registry.suggestions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.DivisionCode;

/**
 * A proposed correction.
 *
 * @param community its name, and where it is as of {@code division}; it may have ended
 * @param ownerNo whose data; null when it is the community's file
 * @param held what the file said when it was proposed, by field; empty for an owner
 * @param proposed what would be right, by field, as typed on the form of the correction
 * @param evidence what shows it, may be empty
 * @param dueOn last day for the street's word
 * @param ruling null until the street has decided
 */
public record Suggestion(
        SuggestionId id,
        String community,
        DivisionCode division,
        Subject subject,
        @Nullable Integer ownerNo,
        Map<String, String> held,
        Map<String, String> proposed,
        String reason,
        String evidence,
        long byAccount,
        String byName,
        Instant at,
        LocalDate dueOn,
        @Nullable Ruling ruling) {

    public Suggestion {
        held = Map.copyOf(held);
        proposed = Map.copyOf(proposed);
    }

    /** What is to be corrected. */
    public enum Subject {
        COMMUNITY,
        OWNER
    }

    /** What the street said. */
    public record Ruling(boolean accepted, String reason, String by, Instant at) {}

    public boolean isOpen() {
        return ruling == null;
    }
}
