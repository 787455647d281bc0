package org.linli.decisions.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteTerms;
import org.linli.rules.decisions.ballots.BallotCheck;
import org.linli.rules.decisions.ballots.BallotChecker;
import org.linli.rules.decisions.ballots.BallotDraft;
import org.linli.rules.decisions.ballots.BallotRule;
import org.linli.rules.decisions.ballots.Question;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.linli.rules.decisions.matters.Matter;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.Setting;
import org.linli.rules.law.Citation;
import org.linli.rules.law.LawSource;

/** Everything that can be held against a draft before its notice, each with the article it rests on. */
public final class DraftCheck {

    private static final Citation PAPER = Citation.model(LawSource.MODEL_REGULATIONS, "杭州 20");

    private DraftCheck() {}

    /** Where in the draft something was found. */
    public enum Place {
        BALLOT,
        WORDING,
        EXPLANATION,
        TITLE,
        BODY,
        /** The address where paper is handed in. */
        PAPER,
        OPTION
    }

    /**
     * One finding.
     *
     * @param decision number of the decision, 0 for the vote as a whole
     * @param code what is wrong; text key {@code decisions.finding.<code>}
     * @param detail such as the leading words or the missing annex, may be empty
     */
    public record Finding(int decision, Place place, String code, String detail, Citation citation) {}

    /**
     * Findings of the vote as a whole first, then by decision; empty when nothing stands against it.
     *
     * @param postings candidate lists posted so far, newest first
     */
    public static List<Finding> check(Vote vote, List<Posting> postings, LocalDate today) {
        RulePack pack = vote.pack();
        VoteTerms terms = vote.terms();
        List<Finding> findings = new ArrayList<>();
        if (vote.items().isEmpty()) {
            findings.add(whole("NO_QUESTION", BallotRule.NO_QUESTION.citation()));
        }
        if (terms.noticeOn().isBefore(today)) {
            findings.add(whole("NOTICE_DAY_PAST", Citation.read(LawSource.STATE_COUNCIL_REGULATION, "14")));
        }
        if (terms.paperAddress().isBlank()) {
            findings.add(whole("NO_PAPER", PAPER));
        }
        if (terms.deemedPolicy() != DeemedPolicy.NONE
                && vote.items().stream().anyMatch(item -> item.matter() == Matter.RULES_OF_PROCEDURE)) {
            findings.add(whole("DEEMED_FOR_RULES", Citation.known(LawSource.GUIDING_RULES, "26")));
        }
        for (DecisionItem item : vote.items()) {
            ballot(item, terms, pack, item.equals(vote.items().getFirst())).forEach(finding -> {
                if (!findings.contains(finding)) {
                    findings.add(finding);
                }
            });
            if (item.kind() == DecisionKind.ELECTION) {
                postingProblem(item, terms, pack, postings).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Finding whole(String code, Citation citation) {
        return new Finding(0, Place.BALLOT, code, "", citation);
    }

    private static List<Finding> ballot(DecisionItem item, VoteTerms terms, RulePack pack, boolean withNotice) {
        List<Question> questions = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        questions.add(question(item));
        places.add(Place.WORDING);
        text(item.explanation(), Place.EXPLANATION, questions, places);
        if (withNotice) {
            text(terms.title(), Place.TITLE, questions, places);
            text(terms.body(), Place.BODY, questions, places);
        }
        BallotDraft draft = new BallotDraft(
                item.matter(),
                questions,
                item.annexes().stream().map(DecisionItem.Paper::kind).collect(Collectors.toSet()),
                terms.noticeOn(),
                terms.window());
        return switch (BallotChecker.check(draft, pack)) {
            case BallotCheck.Accepted() -> List.of();
            case BallotCheck.Refused(var found) ->
                found.stream()
                        .map(one -> new Finding(
                                isOfTheWindow(one.rule()) ? 0 : item.number(),
                                one.question() == 0 ? Place.BALLOT : places.get(one.question() - 1),
                                one.rule().name(),
                                one.detail(),
                                one.rule().citation()))
                        .toList();
        };
    }

    private static boolean isOfTheWindow(BallotRule rule) {
        return EnumSet.of(BallotRule.NOTICE_TOO_SHORT, BallotRule.WINDOW_TOO_SHORT, BallotRule.WINDOW_TOO_LONG)
                .contains(rule);
    }

    /** A text beside the question is read for leading words like a question of its own. */
    private static void text(String text, Place place, List<Question> questions, List<Place> places) {
        if (!text.isBlank()) {
            questions.add(new Question.YesOrNo(text, EnumSet.allOf(Question.Answer.class)));
            places.add(place);
        }
    }

    /** The question as Linli prints it: oppose and abstain are always there. */
    private static Question question(DecisionItem item) {
        List<String> options =
                item.options().stream().map(DecisionItem.Option::label).toList();
        return switch (item.kind()) {
            case YES_NO ->
                new Question.YesOrNo(
                        item.wording(),
                        EnumSet.of(Question.Answer.AGREE, Question.Answer.OPPOSE, Question.Answer.ABSTAIN));
            case CHOICE ->
                new Question.OneOf(
                        item.wording(), options, EnumSet.of(Question.Answer.NONE_OF_THEM, Question.Answer.ABSTAIN));
            case ELECTION ->
                new Question.Candidates(
                        item.wording(),
                        options,
                        item.seats(),
                        item.byElection(),
                        EnumSet.of(Question.Answer.NONE_OF_THEM, Question.Answer.ABSTAIN));
        };
    }

    /** Candidates hang their days before the opening; a changed list hangs anew. */
    private static Optional<Finding> postingProblem(
            DecisionItem item, VoteTerms terms, RulePack pack, List<Posting> postings) {
        Citation citation = pack.citation(Setting.CANDIDATE_POSTING_DAYS);
        List<String> names =
                item.options().stream().map(DecisionItem.Option::label).toList();
        Optional<Posting> last = postings.stream()
                .filter(posting -> posting.decision() == item.number())
                .findFirst();
        if (last.isEmpty() || !last.get().names().equals(names)) {
            return Optional.of(new Finding(item.number(), Place.BALLOT, "CANDIDATES_NOT_POSTED", "", citation));
        }
        LocalDate ends = last.get().postedOn().plusDays(pack.value(Setting.CANDIDATE_POSTING_DAYS));
        return ends.isBefore(terms.window().opensOn())
                ? Optional.empty()
                : Optional.of(new Finding(
                        item.number(), Place.BALLOT, "CANDIDATES_POSTED_TOO_LATE", ends.toString(), citation));
    }
}
