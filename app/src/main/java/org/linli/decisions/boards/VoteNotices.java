package org.linli.decisions.boards;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteStepped;
import org.linli.decisions.Votes;
import org.linli.decisions.counting.Finals;
import org.linli.decisions.drafting.CandidatesPosted;
import org.linli.decisions.drafting.Nominations;
import org.linli.decisions.drafting.Posting;
import org.linli.decisions.drafting.VoteExtended;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Texts;
import org.linli.publishing.notices.NewNotice;
import org.linli.publishing.notices.Notices;
import org.linli.rules.decisions.calendar.DecisionCalendar;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hangs what a vote makes public, in the transaction that makes it so; a vote that is given up or voided takes its notices down.
 *
 * <p>Notices are Chinese: they are what the law asks to be posted. The page behind each one speaks the reader's language.
 */
@Component
class VoteNotices {

    /** How long the final result hangs. Source: own default [D]. */
    private static final int RESULT_HANGS_DAYS = 15;

    private static final Notices.By CLOCK = new Notices.By(Votes.By.CLOCK.name(), null);

    private final Votes votes;
    private final Nominations nominations;
    private final Notices notices;
    private final BusinessTime time;
    private final Texts texts;

    VoteNotices(Votes votes, Nominations nominations, Notices notices, BusinessTime time, MessageSource messages) {
        this.votes = votes;
        this.nominations = nominations;
        this.notices = notices;
        this.time = time;
        this.texts = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
    }

    @EventListener
    void onStep(VoteStepped stepped) {
        Vote vote = votes.find(stepped.vote(), RowScope.everything()).orElseThrow();
        if (vote.rehearsal()) {
            return;
        }
        DecisionCalendar calendar = Finals.calendar(vote);
        LocalDate today = time.today();
        switch (stepped.to()) {
            case NOTICED -> {
                hang(
                        vote,
                        "VOTE",
                        "",
                        vote.terms().window().lastDay(),
                        vote.terms().body() + questions(vote));
                hang(vote, "ROLL", "", calendar.challengeLastDay(vote.terms().noticeOn()), text(vote, "ROLL"));
            }
            case PRELIMINARY ->
                hang(vote, "PRELIMINARY", "", calendar.objectionLastDay(today), text(vote, "PRELIMINARY"));
            case FINAL -> hang(vote, "RESULT", "", today.plusDays(RESULT_HANGS_DAYS), text(vote, "RESULT"));
            case CANCELLED, INVALIDATED, REVOKED ->
                notices.retractAll(
                        vote.id().community(), origin(vote.id()), texts.t("boards.void", stepped.reason()), CLOCK);
            case DRAFT, REVIEW, OPEN, CLOSED, OBJECTION, FILED -> {
                // nothing new to be read
            }
        }
    }

    @EventListener
    void onExtension(VoteExtended extended) {
        Vote vote = votes.find(extended.vote(), RowScope.everything()).orElseThrow();
        if (!vote.rehearsal()) {
            String body = texts.t(
                    "boards.EXTENSION.body",
                    vote.communityName(),
                    vote.terms().title(),
                    texts.date(extended.lastDay()),
                    extended.reason());
            String until = "/" + extended.lastDay();
            hang(vote, "EXTENSION", until, extended.lastDay(), body);
            // The first one comes off on the day on which the vote should have ended.
            hang(vote, "VOTE", until, extended.lastDay(), vote.terms().body() + questions(vote));
        }
    }

    @EventListener
    void onCandidates(CandidatesPosted posted) {
        Vote vote = votes.find(posted.vote(), RowScope.everything()).orElseThrow();
        Posting list = nominations.postings(vote.id()).stream()
                .filter(one -> one.decision() == posted.decision() && one.number() == posted.number())
                .findFirst()
                .orElseThrow();
        if (!vote.rehearsal()) {
            String body = texts.t(
                    "boards.CANDIDATES.body",
                    vote.communityName(),
                    vote.item(posted.decision()).wording(),
                    String.join("、", list.names()),
                    texts.date(list.until()));
            hang(vote, "CANDIDATES", posted.decision() + "-" + posted.number(), list.until(), body);
        }
    }

    private String text(Vote vote, String kind) {
        return texts.t(
                "boards." + kind + ".body",
                vote.communityName(),
                vote.terms().title(),
                vote.items().size());
    }

    private static String questions(Vote vote) {
        return vote.items().stream()
                .map((DecisionItem item) -> "\n" + item.number() + ". " + item.wording())
                .collect(Collectors.joining());
    }

    private void hang(Vote vote, String kind, String which, LocalDate until, String body) {
        LocalDate today = time.today();
        notices.hang(
                new NewNotice(
                        vote.id().community(),
                        vote.division(),
                        vote.communityName(),
                        kind,
                        origin(vote.id()) + kind + which,
                        "/votes/" + vote.id() + page(kind),
                        texts.t("boards." + kind + ".subject", vote.terms().title()),
                        body,
                        today,
                        until.isBefore(today) ? today : until),
                CLOCK);
    }

    private static String page(String kind) {
        return switch (kind) {
            case "PRELIMINARY", "RESULT" -> "/result";
            case "CANDIDATES" -> "/candidates";
            default -> "";
        };
    }

    private static String origin(VoteId vote) {
        return "vote/" + vote + "/";
    }
}
