package org.linli.decisions.drafting.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteTabs;
import org.linli.decisions.drafting.VoteDays;

/**
 * What surrounds every desk page of a vote: its name and state, the legal steps, the tabs.
 *
 * @param place the community's division in words
 * @param steps the legal steps in their order
 * @param tabs the pages that this viewer may open
 * @param next what it waits for, null when nothing follows
 */
public record DeskFrame(
        Vote vote,
        String place,
        List<Line> steps,
        List<VoteTabs.Tab> tabs,
        VoteDays.@Nullable Span next,
        LocalDate today) {

    public DeskFrame {
        steps = List.copyOf(steps);
        tabs = List.copyOf(tabs);
    }

    /** @param done who did it when, null while it lies ahead */
    public record Line(VoteDays.Span span, @Nullable Done done) {}

    /** @param by as recorded @param reason may be empty */
    public record Done(LocalDate day, String by, String reason) {}

    public boolean isNext(Line line) {
        return next != null && next.act() == line.span().act();
    }

    public boolean isOverdue(Line line) {
        return isNext(line) && line.span().isOverdue(today);
    }

    public String href() {
        return "/desk/votes/" + vote.id();
    }
}
