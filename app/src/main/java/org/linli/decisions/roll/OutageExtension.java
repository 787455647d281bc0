package org.linli.decisions.roll;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteTerms;
import org.linli.decisions.VoteWriter;
import org.linli.decisions.Votes.By;
import org.linli.decisions.drafting.OwnerNews;
import org.linli.decisions.drafting.VoteExtended;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the end of a window by the downtime inside it, and tells the owners. Downtime that an earlier extension already made good
 * counts once.
 */
@Component
class OutageExtension {

    private final Heartbeat heartbeat;
    private final VoteWriter writer;
    private final OwnerNews news;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    OutageExtension(
            Heartbeat heartbeat, VoteWriter writer, OwnerNews news, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.heartbeat = heartbeat;
        this.writer = writer;
        this.news = news;
        this.events = events;
        this.jdbc = jdbc;
    }

    private record Version(VoteWriter.Cause cause, LocalDate lastDay, Instant recordedAt) {}

    /** @return whether the window was moved; asking again with the same downtime moves nothing */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean apply(Vote vote) {
        List<Version> versions = versions(vote);
        Version base = versions.reversed().stream()
                .filter(version -> version.cause() != VoteWriter.Cause.OUTAGE)
                .findFirst()
                .orElseThrow();
        boolean madeGood = versions.subList(0, versions.indexOf(base)).stream()
                .anyMatch(version -> version.cause() == VoteWriter.Cause.OUTAGE);
        VoteTerms terms = vote.terms();
        Duration downtime = heartbeat.downtime(madeGood ? base.recordedAt() : terms.opensAt(), terms.deadline());
        VotingWindow wanted = new VotingWindow(terms.window().opensOn(), base.lastDay()).afterOutages(downtime);
        if (!wanted.lastDay().isAfter(terms.window().lastDay())) {
            return false;
        }
        String reason = "表决期间系统中断共%d分钟，按规则顺延".formatted(downtime.toMinutes());
        writer.save(vote.id(), VoteWriter.Cause.OUTAGE, moved(terms, wanted), vote.items(), reason, By.CLOCK);
        events.publishEvent(new VoteExtended(vote.id(), wanted.lastDay(), reason));
        news.tell(vote, "extended", wanted.lastDay().toString(), reason);
        return true;
    }

    private List<Version> versions(Vote vote) {
        return jdbc.sql("""
                select cause, last_day, recorded_at from linli.vote_version
                where community_id = :community and vote_no = :vote
                order by version_no
                """)
                .param("community", vote.id().community().value())
                .param("vote", vote.id().number())
                .query((row, n) -> new Version(
                        VoteWriter.Cause.valueOf(row.getString("cause")),
                        row.getObject("last_day", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static VoteTerms moved(VoteTerms terms, VotingWindow window) {
        return new VoteTerms(
                terms.version() + 1,
                terms.title(),
                terms.body(),
                terms.noticeOn(),
                window,
                terms.parking(),
                terms.ownerSets(),
                terms.blanks(),
                terms.blanksClause(),
                terms.deemedPolicy(),
                terms.deemedClause(),
                terms.reducesEven(),
                terms.alternates(),
                terms.proxyDiscretion(),
                terms.paperAddress());
    }
}
