package org.linli.decisions.reach.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.drafting.web.DeskFrame;
import org.linli.decisions.reach.RollView;

/**
 * What every page of a vote says on top.
 *
 * @param id as in addresses
 * @param buildings of the roll, by number; empty while it is not frozen
 * @param rolls numbers of the vote's rolls
 * @param frame what surrounds a desk page, null on pages of owners and of everybody
 */
public record Head(
        String id,
        String title,
        String communityName,
        VoteState state,
        LocalDate opensOn,
        LocalDate lastDay,
        Instant deadline,
        List<Building> buildings,
        List<Integer> rolls,
        @Nullable DeskFrame frame) {

    /** @param label as painted */
    public record Building(int number, String label) {}

    static Head of(Vote vote, Optional<RollView> roll) {
        return of(vote, roll, null);
    }

    static Head of(Vote vote, Optional<RollView> roll, @Nullable DeskFrame frame) {
        return new Head(
                vote.id().toString(),
                vote.terms().title(),
                vote.communityName(),
                vote.state(),
                vote.terms().window().opensOn(),
                vote.terms().window().lastDay(),
                vote.terms().deadline(),
                roll.map(found -> found.buildings().entrySet().stream()
                                .map(entry -> new Building(entry.getKey(), entry.getValue()))
                                .toList())
                        .orElse(List.of()),
                roll.map(found -> List.copyOf(found.totals().keySet())).orElse(List.of()),
                frame);
    }

    /** @throws IllegalStateException on a page that is no desk page */
    public DeskFrame around() {
        if (frame == null) {
            throw new IllegalStateException("no desk page of " + id);
        }
        return frame;
    }

    public boolean isFrozen() {
        return !rolls.isEmpty();
    }

    public String desk() {
        return "/desk/votes/" + id;
    }

    public boolean isRunning() {
        return state == VoteState.NOTICED || state == VoteState.OPEN;
    }
}
