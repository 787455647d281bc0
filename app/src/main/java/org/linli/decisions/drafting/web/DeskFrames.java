package org.linli.decisions.drafting.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.VoteTabs;
import org.linli.decisions.drafting.Drafts;
import org.linli.decisions.drafting.Review;
import org.linli.decisions.drafting.VoteDays;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Component;

/** Prepares the frame of a vote's desk pages, for every part of the feature. */
@Component
public class DeskFrames {

    private final Drafts drafts;
    private final Divisions divisions;
    private final List<VoteTabs> tabs;
    private final BusinessTime time;

    DeskFrames(Drafts drafts, Divisions divisions, List<VoteTabs> tabs, BusinessTime time) {
        this.drafts = drafts;
        this.divisions = divisions;
        this.tabs = tabs;
        this.time = time;
    }

    public DeskFrame of(Vote vote, Viewer viewer) {
        VoteDays days = drafts.days(vote);
        boolean election = vote.items().stream().anyMatch(item -> item.kind() == DecisionKind.ELECTION);
        return new DeskFrame(
                vote,
                divisions.fullName(new DivisionCode(vote.division())),
                Arrays.stream(VoteDays.Act.values())
                        .filter(act -> election || act != VoteDays.Act.FILE)
                        .map(act -> new DeskFrame.Line(days.span(act), done(vote, act)))
                        .toList(),
                tabs.stream()
                        .flatMap(source -> source.tabs(vote, viewer).stream())
                        .sorted()
                        .toList(),
                days.next(),
                time.today());
    }

    private DeskFrame.@Nullable Done done(Vote vote, VoteDays.Act act) {
        return switch (act) {
            case SUBMIT -> vote.state() == VoteState.DRAFT ? null : step(vote, VoteState.REVIEW);
            case REVIEW -> accepted(vote).orElse(null);
            case PUBLISH -> step(vote, VoteState.NOTICED);
            case OPEN -> step(vote, VoteState.OPEN);
            case CLOSE -> step(vote, VoteState.CLOSED);
            case COUNT -> step(vote, VoteState.PRELIMINARY);
            case FINALISE -> step(vote, VoteState.FINAL);
            case FILE -> step(vote, VoteState.FILED);
        };
    }

    private static DeskFrame.@Nullable Done step(Vote vote, VoteState state) {
        return vote.step(state)
                .map(step -> new DeskFrame.Done(step.day(), step.by(), step.reason()))
                .orElse(null);
    }

    private Optional<DeskFrame.Done> accepted(Vote vote) {
        if (vote.state() == VoteState.DRAFT) {
            return Optional.empty();
        }
        return drafts.reviews(vote.id()).reversed().stream()
                .filter(Review::accepted)
                .findFirst()
                .map(review -> new DeskFrame.Done(
                        LocalDate.ofInstant(review.at(), BusinessTime.ZONE), review.by(), review.reason()));
    }
}
