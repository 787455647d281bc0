package org.linli.rules.decisions.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.rules.decisions.ballots.BallotCheck.Finding;
import org.linli.rules.decisions.ballots.Question.Answer;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.linli.rules.decisions.matters.Matter;
import org.linli.rules.decisions.matters.RulePacks;
import org.linli.rules.law.LawSource;

class BallotCheckerTests {
    private static final Set<Answer> ALL = EnumSet.of(Answer.AGREE, Answer.OPPOSE, Answer.ABSTAIN);
    private static final Question PLAIN = new Question.YesOrNo("是否同意修订后的管理规约？", ALL);
    private static final LocalDate NOTICE = LocalDate.of(2024, 6, 1);

    @Test
    void acceptsALawfulBallot() {
        assertThat(check(Matter.COVENANT, EnumSet.of(Annex.FULL_TEXT), PLAIN)).isEqualTo(new BallotCheck.Accepted());
    }

    @ParameterizedTest
    @CsvSource({"AGREE, NO_WAY_TO_AGREE", "OPPOSE, NO_WAY_TO_OPPOSE", "ABSTAIN, NO_WAY_TO_ABSTAIN"})
    void refusesABallotWithoutAllThreeAnswers(Answer missing, BallotRule rule) {
        Set<Answer> answers = EnumSet.copyOf(ALL);
        answers.remove(missing);

        assertThat(findings(Matter.AUDIT, Set.of(), PLAIN, new Question.YesOrNo("是否审计？", answers)))
                .containsExactly(new Finding(rule, 2, ""));
        assertThat(rule.citation().articles()).isEqualTo("278");
    }

    @Test
    void refusesOptionsWithoutNoneOfThemOrAbstain() {
        assertThat(findings(
                        Matter.AUDIT,
                        Set.of(),
                        new Question.OneOf("选哪一家？", List.of(), EnumSet.of(Answer.OPPOSE, Answer.AGREE))))
                .containsExactly(
                        new Finding(BallotRule.NO_WAY_TO_AGREE, 1, ""),
                        new Finding(BallotRule.NO_WAY_TO_OPPOSE, 1, ""),
                        new Finding(BallotRule.NO_WAY_TO_ABSTAIN, 1, ""));
        assertThat(check(
                        Matter.AUDIT,
                        Set.of(),
                        new Question.OneOf("选哪一家？", List.of("甲"), EnumSet.of(Answer.NONE_OF_THEM, Answer.ABSTAIN))))
                .isInstanceOf(BallotCheck.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "请支持本次选聘方案, 请支持",
        "恳请各位业主投同意票, 恳请各位业主投同意",
        "逾期未交表决票视为同意, 视为同意",
        "未表决的默认赞成, 默认赞成",
        "难道您不愿意改善环境吗, 难道",
        "Please vote YES to a better home, Please vote YES",
        "whoever stays away is deemed to agree, deemed to agree"
    })
    void refusesWordsThatLead(String wording, String found) {
        assertThat(findings(Matter.AUDIT, Set.of(), new Question.YesOrNo(wording, ALL)))
                .containsExactly(new Finding(BallotRule.LEADING_WORDING, 1, found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "是否同意续聘某某物业服务企业，合同期三年？",
                "请选择是否同意使用维修资金更换电梯？",
                "对修订后的管理规约，您的意见是：同意、反对或者弃权",
                "Do you agree to the amended covenant?"
            })
    void acceptsPlainWords(String wording) {
        assertThat(check(Matter.AUDIT, Set.of(), new Question.YesOrNo(wording, ALL)))
                .isInstanceOf(BallotCheck.Accepted.class);
    }

    @ParameterizedTest
    @EnumSource(Matter.class)
    void refusesMissingAnnexes(Matter matter) {
        Set<Annex> needed = Annex.neededFor(matter);

        assertThat(findings(matter, Set.of(), PLAIN))
                .filteredOn(finding -> finding.rule() == BallotRule.ANNEX_MISSING)
                .extracting(Finding::detail)
                .containsExactlyElementsOf(needed.stream().map(Enum::name).toList());
        assertThat(findings(matter, needed, PLAIN)).noneMatch(finding -> finding.rule() == BallotRule.ANNEX_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "RULES_OF_PROCEDURE, FULL_TEXT",
        "COMMITTEE, CANDIDATE_LIST",
        "PROPERTY_COMPANY, CONTRACT_DRAFT",
        "FUND_USE, WORKS_PLAN",
        "FUND_USE, COST_SCOPE",
        "FUND_RAISING, COST_SCOPE",
        "REBUILDING, WORKS_PLAN",
        "CHANGE_OF_USE, USE_PLAN",
        "PARKING_OPENING, USE_PLAN"
    })
    void mattersNeedTheirPapers(Matter matter, Annex annex) {
        assertThat(Annex.neededFor(matter)).contains(annex);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-15, 2024-06-25, NOTICE_TOO_SHORT, 14",
        "2024-06-16, 2024-06-19, WINDOW_TOO_SHORT, 杭州 20",
        "2024-06-16, 2024-08-15, WINDOW_TOO_LONG, 杭州 20"
    })
    void refusesTooFewDaysOfNoticeAndWindowsOutsideTheLimits(
            LocalDate opens, LocalDate last, BallotRule rule, String article) {
        BallotDraft draft =
                new BallotDraft(Matter.AUDIT, List.of(PLAIN), Set.of(), NOTICE, new VotingWindow(opens, last));

        assertThat(BallotChecker.check(draft, RulePacks.TAIZHOU_2021))
                .isEqualTo(new BallotCheck.Refused(List.of(new Finding(rule, 0, opens + " – " + last))));
        assertThat(rule.citation().articles()).isEqualTo(article);
    }

    @ParameterizedTest(name = "{0} seats, {1} candidates, by-election {2}: {3} {4}")
    @CsvSource({
        "5, 6, false, ,",
        "5, 5, false, TOO_FEW_CANDIDATES, 5 < 6",
        "7, 9, false, ,",
        "7, 8, false, TOO_FEW_CANDIDATES, 8 < 9",
        "11, 14, false, ,",
        "6, 8, false, COMMITTEE_EVEN, 6",
        "3, 4, false, COMMITTEE_TOO_SMALL, 3",
        "13, 16, false, COMMITTEE_TOO_LARGE, 13",
        "1, 2, true, ,",
        "1, 1, true, TOO_FEW_CANDIDATES, 1 < 2",
        "2, 3, true, ,"
    })
    void refusesUnlawfulSizesAndTooFewCandidates(
            int seats, int candidates, boolean byElection, @Nullable BallotRule rule, @Nullable String detail) {
        Question question = new Question.Candidates(
                "选举第一届业主委员会委员",
                IntStream.range(0, candidates).mapToObj(i -> "c" + i).toList(),
                seats,
                byElection,
                EnumSet.of(Answer.NONE_OF_THEM, Answer.ABSTAIN));

        assertThat(findings(Matter.COMMITTEE, EnumSet.of(Annex.CANDIDATE_LIST), question))
                .isEqualTo(rule == null || detail == null ? List.of() : List.of(new Finding(rule, 1, detail)));
    }

    @Test
    void refusesAnElectionInWhichOneMustAgreeToSomebody() {
        Question question = new Question.Candidates("补选委员", List.of("甲", "乙"), 1, true, Set.of());

        assertThat(findings(Matter.COMMITTEE, EnumSet.of(Annex.CANDIDATE_LIST), question))
                .containsExactly(
                        new Finding(BallotRule.NO_WAY_TO_OPPOSE, 1, ""),
                        new Finding(BallotRule.NO_WAY_TO_ABSTAIN, 1, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_QUESTION, STATE_COUNCIL_REGULATION, 14, V",
        "LEADING_WORDING, TAIZHOU_REGULATION, 17, V",
        "ANNEX_MISSING, ZHEJIANG_REGULATION, '8, 9', D",
        "COMMITTEE_EVEN, TAIZHOU_REGULATION, 19, V",
        "COMMITTEE_TOO_SMALL, TAIZHOU_REGULATION, 19, V",
        "COMMITTEE_TOO_LARGE, TAIZHOU_REGULATION, 19, V",
        "TOO_FEW_CANDIDATES, OWN_DEFAULT, '', D"
    })
    void namesTheArticleOfEachRule(BallotRule rule, LawSource source, String articles, char mark) {
        assertThat(rule.citation().source()).isEqualTo(source);
        assertThat(rule.citation().articles()).isEqualTo(articles);
        assertThat(rule.citation().confidence().mark()).isEqualTo(mark);
    }

    @Test
    void refusesAMatterThatNoMajorityDecidesAndABallotWithoutQuestion() {
        assertThat(findings(Matter.HOUSE_TO_BUSINESS, Set.of()))
                .containsExactly(
                        new Finding(BallotRule.MATTER_NOT_FOR_A_VOTE, 0, "DX"),
                        new Finding(BallotRule.NO_QUESTION, 0, ""));
        assertThat(BallotRule.MATTER_NOT_FOR_A_VOTE.citation().articles()).isEqualTo("279");
    }

    @Test
    void aRefusalNamesSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BallotCheck.Refused(List.of()));
    }

    private static List<Finding> findings(Matter matter, Set<Annex> annexes, Question... questions) {
        return check(matter, annexes, questions) instanceof BallotCheck.Refused(List<Finding> findings)
                ? findings
                : List.of();
    }

    private static BallotCheck check(Matter matter, Set<Annex> annexes, Question... questions) {
        VotingWindow window = new VotingWindow(LocalDate.of(2024, 6, 16), LocalDate.of(2024, 6, 25));
        return BallotChecker.check(
                new BallotDraft(matter, List.of(questions), annexes, NOTICE, window), RulePacks.TAIZHOU_2021);
    }
}
