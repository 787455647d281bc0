package org.linli.verifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.DecisionSpec;
import org.linli.ledger.Marks;
import org.linli.ledger.bundle.Declared;

/**
 * What a sample vote asks, how its owners answer, and what is announced.
 *
 * @param onSecondRoll how many of the owners are on roll 2
 * @param choices of the owner at each position of the roll
 */
record SamplePlan(
        List<BallotPaper.Question> questions,
        int onSecondRoll,
        IntFunction<Map<Integer, Marks>> choices,
        List<Declared> declared) {

    /** One decision of each kind and one for eight of the owners. */
    static final SamplePlan EACH_KIND = new SamplePlan(
            List.of(
                    question(DecisionSpec.yesNo(1, 1), "通过管理规约"),
                    question(DecisionSpec.choice(2, 3, 1), "选聘物业服务企业", "甲公司", "乙公司", "丙公司"),
                    election(DecisionSpec.election(3, 7, 5, 1), false, "赵一", "钱二", "孙三", "李四", "周五", "吴六", "郑七"),
                    new BallotPaper.Question(
                            DecisionSpec.yesNo(4, 2), "SPECIAL", "改造二号楼大堂", List.of(), false, false, false)),
            8,
            SamplePlan::oneOfEach,
            List.of(
                    new Declared(1, List.of("PASSED"), List.of(), List.of()),
                    new Declared(2, List.of("REJECTED", "PASSED", "REJECTED"), List.of(2), List.of()),
                    new Declared(
                            3,
                            List.of("PASSED", "PASSED", "PASSED", "PASSED", "PASSED", "REJECTED", "REJECTED"),
                            List.of(1, 2, 3, 4, 5),
                            List.of()),
                    new Declared(4, List.of("REJECTED"), List.of(), List.of())));

    /**
     * Of three who passed, two fill vacant seats. Two are level at the last of three vacant seats, and lots are drawn. Six of a
     * committee of seven passed, and its rules reduce an even number. Too few take part. All who voted are of one mind.
     */
    static final SamplePlan ELECTIONS = new SamplePlan(
            List.of(
                    election(DecisionSpec.election(1, 4, 2, 1), true, "甲", "乙", "丙", "丁"),
                    election(DecisionSpec.election(2, 5, 3, 1), true, "子", "丑", "寅", "卯", "辰"),
                    election(DecisionSpec.election(3, 8, 7, 1), false, "天", "地", "玄", "黄", "宇", "宙", "洪", "荒"),
                    question(DecisionSpec.yesNo(4, 1), "少数人参与的事项"),
                    question(DecisionSpec.yesNo(5, 1), "全体一致的事项")),
            8,
            SamplePlan::inElections,
            List.of(
                    new Declared(1, List.of("PASSED", "PASSED", "PASSED", "REJECTED"), List.of(1, 2), List.of()),
                    new Declared(
                            2,
                            List.of("PASSED", "PASSED", "PASSED", "PASSED", "REJECTED"),
                            List.of(2, 1, 4),
                            List.of(4, 3)),
                    new Declared(
                            3,
                            List.of("PASSED", "PASSED", "PASSED", "PASSED", "PASSED", "PASSED", "REJECTED", "REJECTED"),
                            List.of(1, 2, 3, 4, 5),
                            List.of()),
                    new Declared(4, List.of("NO_VALID_DECISION"), List.of(), List.of()),
                    new Declared(5, List.of("PASSED"), List.of(), List.of())));

    SamplePlan {
        questions = List.copyOf(questions);
        declared = List.copyOf(declared);
    }

    /** The same for a roll on which nobody is: nobody can answer what it is asked, and yet something is announced. */
    static SamplePlan ofNobody(String announced) {
        return new SamplePlan(
                List.of(
                        question(DecisionSpec.yesNo(1, 1), "全体业主的事项"),
                        question(DecisionSpec.yesNo(2, 2), "一幢没有业主的楼的事项")),
                0,
                i -> Map.of(1, Marks.of(1)),
                List.of(
                        new Declared(1, List.of("PASSED"), List.of(), List.of()),
                        new Declared(2, List.of(announced), List.of(), List.of())));
    }

    private static BallotPaper.Question question(DecisionSpec spec, String title, String... options) {
        return new BallotPaper.Question(spec, "ORDINARY", title, List.of(options), false, false, false);
    }

    private static BallotPaper.Question election(DecisionSpec spec, boolean byElection, String... candidates) {
        return new BallotPaper.Question(
                spec, "ORDINARY", byElection ? "补选委员" : "选举业主委员会", List.of(candidates), true, false, byElection);
    }

    /** 13 of 18 agree; 12 of 18 choose option 2; candidates 1 to 5 pass; 5 of 7 are too few for three quarters. */
    private static Map<Integer, Marks> oneOfEach(int i) {
        Map<Integer, Marks> choices = new HashMap<>();
        choices.put(1, Marks.of(i < 13 ? 1 : i < 15 ? 2 : 3));
        choices.put(2, Marks.of(i < 12 ? 2 : i < 14 ? 1 : i < 15 ? 3 : i < 16 ? 4 : 5));
        Set<Integer> candidates = marked(5, candidate -> i <= 15 - candidate);
        if (i < 17) {
            choices.put(3, new Marks(candidates.isEmpty() ? Set.of(6) : candidates));
        }
        if (i < 7) {
            choices.put(4, Marks.of(i < 5 ? 1 : 2));
        }
        return choices;
    }

    /** Of 18: first 12, 11 and 10 heads; then 11 and 11 with less area, and two with the same 10 owners; then 17 down to 12. */
    private static Map<Integer, Marks> inElections(int i) {
        Map<Integer, Marks> choices = new HashMap<>();
        choices.put(
                1,
                new Marks(marked(
                        3,
                        candidate -> candidate == 1 && i < 12
                                || candidate == 2 && i >= 7
                                || candidate == 3 && (i < 7 || i >= 12 && i < 15))));
        choices.put(
                2,
                new Marks(marked(
                        4,
                        candidate -> candidate == 1 && (i < 3 || i >= 10)
                                || candidate == 2 && (i >= 3 && i < 6 || i >= 10)
                                || candidate > 2 && i < 10)));
        choices.put(3, new Marks(marked(7, candidate -> candidate < 7 ? i < 18 - candidate : i >= 17)));
        if (i < 10) {
            choices.put(4, Marks.of(1));
        }
        choices.put(5, Marks.of(1));
        return choices;
    }

    private static Set<Integer> marked(int candidates, java.util.function.IntPredicate isMarked) {
        return IntStream.rangeClosed(1, candidates).filter(isMarked).boxed().collect(Collectors.toSet());
    }
}
