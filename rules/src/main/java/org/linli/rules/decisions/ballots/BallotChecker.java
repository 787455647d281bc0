package org.linli.rules.decisions.ballots;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.linli.rules.decisions.ballots.BallotCheck.Finding;
import org.linli.rules.decisions.election.CommitteeSize;
import org.linli.rules.decisions.matters.Admission;
import org.linli.rules.decisions.matters.RulePack;

/**
 * Refuses a ballot that a court could set aside, before anybody votes on it.
 *
 * <p>Source: Civil Code arts. 278 and 279 [V]; State Council property management regulation art. 14 [V]; Taizhou regulation arts.
 * 17 and 19 [V]; annexes, length and number of candidates are our own default [D]. Each {@link BallotRule} names its article.
 */
public final class BallotChecker {
    private static final int EXTRA_CANDIDATES_PER_SEATS = 5;

    private BallotChecker() {}

    public static BallotCheck check(BallotDraft draft, RulePack pack) {
        List<Finding> findings = new ArrayList<>();
        if (draft.matter().admission() instanceof Admission.NoVote) {
            findings.add(whole(BallotRule.MATTER_NOT_FOR_A_VOTE, draft.matter().code()));
        }
        if (draft.questions().isEmpty()) {
            findings.add(whole(BallotRule.NO_QUESTION, ""));
        }
        checkDays(draft, pack, findings);
        checkAnnexes(draft, findings);
        for (int i = 0; i < draft.questions().size(); i++) {
            checkQuestion(draft.questions().get(i), i + 1, pack, findings);
        }
        return findings.isEmpty() ? new BallotCheck.Accepted() : new BallotCheck.Refused(findings);
    }

    private static void checkDays(BallotDraft draft, RulePack pack, List<Finding> findings) {
        draft.window().problem(draft.noticeOn(), pack).ifPresent(problem -> {
            BallotRule rule = switch (problem) {
                case NOTICE_TOO_SHORT -> BallotRule.NOTICE_TOO_SHORT;
                case TOO_SHORT -> BallotRule.WINDOW_TOO_SHORT;
                case TOO_LONG -> BallotRule.WINDOW_TOO_LONG;
                case NOT_LATER, ALREADY_ENDED, ALREADY_EXTENDED ->
                    throw new IllegalStateException("not extended yet: " + problem);
            };
            findings.add(whole(
                    rule, draft.window().opensOn() + " – " + draft.window().lastDay()));
        });
    }

    private static void checkAnnexes(BallotDraft draft, List<Finding> findings) {
        for (Annex annex : Annex.neededFor(draft.matter())) {
            if (!draft.annexes().contains(annex)) {
                findings.add(whole(BallotRule.ANNEX_MISSING, annex.name()));
            }
        }
    }

    private static void checkQuestion(Question question, int number, RulePack pack, List<Finding> findings) {
        LeadingWords.find(question.wording())
                .ifPresent(words -> findings.add(new Finding(BallotRule.LEADING_WORDING, number, words)));
        switch (question) {
            case Question.YesOrNo(var wording, var answers) -> {
                if (!answers.contains(Question.Answer.AGREE)) {
                    findings.add(new Finding(BallotRule.NO_WAY_TO_AGREE, number, ""));
                }
                checkAnswers(answers, Question.Answer.OPPOSE, number, findings);
            }
            case Question.OneOf(var wording, var options, var answers) -> {
                if (options.isEmpty()) {
                    findings.add(new Finding(BallotRule.NO_WAY_TO_AGREE, number, ""));
                }
                checkAnswers(answers, Question.Answer.NONE_OF_THEM, number, findings);
            }
            case Question.Candidates candidates -> checkCandidates(candidates, number, pack, findings);
        }
    }

    private static void checkAnswers(
            Set<Question.Answer> answers, Question.Answer against, int number, List<Finding> findings) {
        if (!answers.contains(against)) {
            findings.add(new Finding(BallotRule.NO_WAY_TO_OPPOSE, number, ""));
        }
        if (!answers.contains(Question.Answer.ABSTAIN)) {
            findings.add(new Finding(BallotRule.NO_WAY_TO_ABSTAIN, number, ""));
        }
    }

    private static void checkCandidates(
            Question.Candidates question, int number, RulePack pack, List<Finding> findings) {
        checkAnswers(question.answers(), Question.Answer.NONE_OF_THEM, number, findings);
        if (!question.byElection()) {
            CommitteeSize.problem(question.seats(), pack).ifPresent(problem -> {
                BallotRule rule = switch (problem) {
                    case EVEN -> BallotRule.COMMITTEE_EVEN;
                    case TOO_SMALL -> BallotRule.COMMITTEE_TOO_SMALL;
                    case TOO_LARGE -> BallotRule.COMMITTEE_TOO_LARGE;
                };
                findings.add(new Finding(rule, number, Integer.toString(question.seats())));
            });
        }
        int needed = question.seats() + Math.ceilDiv(question.seats(), EXTRA_CANDIDATES_PER_SEATS);
        if (question.candidates().size() < needed) {
            findings.add(new Finding(
                    BallotRule.TOO_FEW_CANDIDATES, number, question.candidates().size() + " < " + needed));
        }
    }

    private static Finding whole(BallotRule rule, String detail) {
        return new Finding(rule, 0, detail);
    }
}
