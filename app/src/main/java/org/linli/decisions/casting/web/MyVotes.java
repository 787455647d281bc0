package org.linli.decisions.casting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.roll.VoterEntry;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.my.MyHomeSection;
import org.linli.platform.scope.Viewer;
import org.linli.registry.claims.Claims;
import org.linli.rules.decisions.calendar.DecisionCalendar;
import org.linli.rules.decisions.calendar.Holidays;
import org.springframework.stereotype.Component;

/**
 * The votes of somebody's own homes: vote now, check the roll, and what was cast. Family whom an owner lets read learn of the home's
 * votes and whether a ballot is in; what it says they never do, and casting is not theirs.
 */
@Component
class MyVotes implements MyHomeSection {

    private static final int ORDER = 10;

    private final Claims claims;
    private final Votes votes;
    private final Rolls rolls;
    private final Ballots ballots;

    MyVotes(Claims claims, Votes votes, Rolls rolls, Ballots ballots) {
        this.claims = claims;
        this.votes = votes;
        this.rolls = rolls;
        this.ballots = ballots;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String titleKey() {
        return "casting.my.title";
    }

    @Override
    public List<Line> lines(Viewer viewer, LocalDate today) {
        List<Line> lines = new ArrayList<>();
        List<CommunityId> communities = claims.confirmedHomes(viewer.accountId()).stream()
                .map(home -> home.community())
                .distinct()
                .toList();
        for (CommunityId community : communities) {
            votes.list(community).stream()
                    .flatMap(id -> votes.findPublic(id).stream())
                    .filter(vote -> vote.state() == VoteState.NOTICED || vote.state() == VoteState.OPEN)
                    .forEach(vote -> rolls.entriesOf(vote.id(), viewer.accountId())
                            .forEach(mine -> lines.add(line(vote, mine))));
        }
        claims.readableHomes(viewer.accountId()).forEach(home -> lines.addAll(readable(home)));
        return lines;
    }

    private List<Line> readable(Claims.ReadableHome home) {
        return votes.list(home.community()).stream()
                .flatMap(id -> votes.findPublic(id).stream())
                .filter(vote -> vote.state() == VoteState.NOTICED || vote.state() == VoteState.OPEN)
                .flatMap(vote -> rolls.find(vote.id()).flatMap(roll -> roll.ofHome(home.homeNo())).stream()
                        .map(entry -> line(vote, entry)))
                .toList();
    }

    private Line line(Vote vote, FrozenRoll.Entry entry) {
        boolean cast = ballots.standing(vote.id(), entry.id()).isPresent();
        return new Line(
                Phrase.of(
                        cast ? "casting.my.family-cast" : "casting.my.family-not-cast",
                        vote.terms().title()),
                Phrase.of("casting.my.homes", String.join("、", OwnHomes.names(entry))),
                vote.terms().window().lastDay(),
                "/votes/" + vote.id(),
                Emphasis.PLAIN);
    }

    private Line line(Vote vote, VoterEntry mine) {
        String href = "/my/votes/" + vote.id();
        if (vote.state() == VoteState.NOTICED) {
            return new Line(
                    Phrase.of("casting.my.check-roll", vote.terms().title()),
                    Phrase.of(
                            "casting.my.opens", vote.terms().window().opensOn().toString()),
                    new DecisionCalendar(vote.pack(), Holidays.NATIONAL)
                            .challengeLastDay(vote.terms().noticeOn()),
                    href + "/roll",
                    Emphasis.ACT);
        }
        Phrase homes = Phrase.of("casting.my.homes", String.join("、", OwnHomes.names(mine.entry())));
        return ballots.standing(vote.id(), mine.entry().id()).isPresent()
                ? new Line(Phrase.of("casting.my.cast", vote.terms().title()), homes, null, href, Emphasis.PLAIN)
                : new Line(
                        Phrase.of("casting.my.vote", vote.terms().title()),
                        homes,
                        vote.terms().window().lastDay(),
                        href,
                        Emphasis.ACT);
    }
}
