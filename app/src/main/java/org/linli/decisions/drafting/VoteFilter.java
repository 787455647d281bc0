package org.linli.decisions.drafting;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteState;

/**
 * Which votes of a list.
 *
 * @param division only below this division code; empty for all
 * @param text part of a title or of a community's name; empty for all
 * @param states only in one of these; empty for all
 * @param batch only of this batch, null for all
 * @param published only those that anybody may see
 * @param after continue after this row key, empty from the beginning
 */
public record VoteFilter(
        String division,
        String text,
        List<VoteState> states,
        @Nullable Long batch,
        boolean published,
        String after,
        int limit) {

    /** The votes that still wait for a step. */
    public static final List<VoteState> RUNNING = List.of(
            VoteState.DRAFT,
            VoteState.REVIEW,
            VoteState.NOTICED,
            VoteState.OPEN,
            VoteState.CLOSED,
            VoteState.PRELIMINARY,
            VoteState.OBJECTION,
            VoteState.FINAL);

    public VoteFilter {
        states = List.copyOf(states);
    }

    /** The parts of the public list. */
    public enum Group {
        /** 正在表决. */
        OPEN(VoteState.OPEN),
        /** 正在公示: before the opening, or the preliminary result. */
        POSTED(VoteState.NOTICED, VoteState.CLOSED, VoteState.PRELIMINARY, VoteState.OBJECTION),
        /** 已公布. */
        PUBLISHED(VoteState.FINAL, VoteState.FILED),
        /** 已终止. */
        ENDED(VoteState.CANCELLED, VoteState.INVALIDATED, VoteState.REVOKED);

        private final List<VoteState> states;

        Group(VoteState... states) {
            this.states = List.of(states);
        }

        public List<VoteState> states() {
            return states;
        }
    }

    public static VoteFilter ofGroup(Group group, String after, int limit) {
        return new VoteFilter("", "", group.states(), null, true, after, limit);
    }

    public static VoteFilter ofBatch(long batch) {
        return new VoteFilter("", "", List.of(), batch, false, "", Integer.MAX_VALUE);
    }

    /** Day and id of the key; a key that is none begins again. */
    Optional<String[]> behind() {
        String[] parts = after.split("/", -1);
        return parts.length == 2 && parts[0].matches("\\d{4}-\\d{2}-\\d{2}") && parts[1].matches("\\d{1,18}-\\d{1,9}")
                ? Optional.of(new String[] {parts[0], parts[1].split("-", -1)[0], parts[1].split("-", -1)[1]})
                : Optional.empty();
    }
}
