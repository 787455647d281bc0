package org.linli.decisions.scrutiny;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A supervised check as it stands.
 *
 * @param number within the vote
 * @param opener account of who opened it and sits at the screen
 * @param partner account of the other, who proved to be there
 * @param seed 32 hexadecimal digits, recorded before anything was drawn
 * @param papers how many ballots on paper there were to draw from
 * @param drawn in the order of the draw; empty before it
 */
public record Scrutiny(
        int number,
        long opener,
        String openedBy,
        long partner,
        Instant openedAt,
        String seed,
        int papers,
        List<Drawn> drawn) {

    /** Two people do not sit together for longer. Source: own default [D]. */
    private static final Duration LASTS = Duration.ofHours(2);

    public Scrutiny {
        drawn = List.copyOf(drawn);
    }

    /** @param position from 1 @param digits what the two typed @param views looks at its scans @param finding null before one */
    public record Drawn(
            int position,
            String digits,
            int paperNo,
            int views,
            @Nullable Finding finding) {}

    /** @param note what differs; empty when it matches */
    public record Finding(boolean matches, String note) {}

    /** Whether it is this person's screen, and still within its time. */
    public boolean isOpenTo(long account, Instant now) {
        return account == opener && now.isBefore(openedAt.plus(LASTS));
    }

    public Optional<Drawn> drawn(int position) {
        return drawn.stream().filter(one -> one.position() == position).findFirst();
    }

    public int views() {
        return drawn.stream().mapToInt(Drawn::views).sum();
    }

    /** How many of those drawn were found to match, or not. */
    public long found(boolean matches) {
        return drawn.stream()
                .map(Drawn::finding)
                .filter(finding -> finding != null && finding.matches() == matches)
                .count();
    }
}
