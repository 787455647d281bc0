package org.linli.rules.decisions.election;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.DoubleMajority;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.Setting;

/**
 * Elects a committee: each candidate is an ordinary decision; those who pass are ranked by agreeing heads, then by agreeing
 * area, then by a recorded draw of lots.
 *
 * <p>Source: Civil Code art. 278 ¶1(3) [V]; Taizhou regulation art. 19 [V]; ranking, even results and by-elections are our
 * own default [D]; a committee stands with the legal minimum and more than half of its agreed size after the model of
 * neighbouring cities' property regulations (Hangzhou 27) [D].
 */
public final class Election {
    private Election() {}

    /**
     * @param tallies each candidate's tally
     * @throws IllegalArgumentException if the agreed size is not lawful
     */
    public static ElectionResult decide(Map<String, Tally> tallies, ElectionTerms terms, RulePack pack) {
        CommitteeSize.problem(terms.seats(), pack).ifPresent(problem -> {
            throw new IllegalArgumentException("no lawful size: %d, %s".formatted(terms.seats(), problem));
        });
        List<String> passed = passed(tallies);
        int places = places(passed.size(), terms, pack);
        return place(passed, places, ranking(tallies, terms.lots()), terms, pack);
    }

    /**
     * Fills vacant seats of a committee that stands: no size is asked for, since no committee is formed.
     *
     * @param tallies each candidate's tally
     * @param seats vacant seats, 1 or more
     * @param lots candidates in the order of the recorded draw of lots; empty while none was drawn
     */
    public static ElectionResult fillVacant(Map<String, Tally> tallies, int seats, List<String> lots) {
        Comparator<String> ranking = ranking(tallies, lots);
        List<String> ranked = passed(tallies).stream().sorted(ranking).toList();
        int places = Math.min(ranked.size(), seats);
        Set<String> level = levelAt(ranked, places, ranking);
        List<String> elected = ranked.stream()
                .limit(places)
                .filter(candidate -> !level.contains(candidate))
                .toList();
        return new ElectionResult(elected, List.of(), true, seats - places, level);
    }

    private static List<String> passed(Map<String, Tally> tallies) {
        return tallies.entrySet().stream()
                .filter(candidate -> DoubleMajority.decide(DecisionClass.ORDINARY, candidate.getValue())
                        .isPassed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Seats that will be filled, before anybody is ranked. */
    private static int places(int passed, ElectionTerms terms, RulePack pack) {
        int filled = Math.min(passed, terms.seats());
        boolean reduce = terms.reducesEven() && filled % 2 == 0 && filled - 1 >= pack.value(Setting.COMMITTEE_FEWEST);
        return reduce ? filled - 1 : filled;
    }

    private static ElectionResult place(
            List<String> passed, int places, Comparator<String> ranking, ElectionTerms terms, RulePack pack) {
        List<String> ranked = passed.stream().sorted(ranking).toList();
        Set<String> level = levelAt(ranked, places, ranking);
        List<String> elected = ranked.stream()
                .limit(places)
                .filter(candidate -> !level.contains(candidate))
                .toList();
        boolean stands = places >= pack.value(Setting.COMMITTEE_FEWEST) && places > terms.seats() / 2;
        boolean reduced = places < Math.min(passed.size(), terms.seats());
        return new ElectionResult(
                elected,
                alternates(ranked, places, level, terms, reduced),
                stands,
                reduced ? 0 : terms.seats() - places,
                level);
    }

    private static Set<String> levelAt(List<String> ranked, int places, Comparator<String> ranking) {
        if (places == 0
                || places == ranked.size()
                || ranking.compare(ranked.get(places - 1), ranked.get(places)) != 0) {
            return Set.of();
        }
        String last = ranked.get(places - 1);
        return ranked.stream()
                .filter(candidate -> ranking.compare(candidate, last) == 0)
                .collect(Collectors.toSet());
    }

    /** Those who passed without a seat, up to half the size; who lost a seat to an odd number is an alternate in any case. */
    private static List<String> alternates(
            List<String> ranked, int places, Set<String> level, ElectionTerms terms, boolean reduced) {
        int most = terms.alternates() ? terms.seats() / 2 : reduced ? 1 : 0;
        List<String> alternates = new ArrayList<>(ranked.subList(places, ranked.size()));
        alternates.removeAll(level);
        return alternates.stream().limit(most).toList();
    }

    private static Comparator<String> ranking(Map<String, Tally> tallies, List<String> lots) {
        Comparator<Tally> byAgreed = Comparator.comparingInt(
                        (Tally tally) -> tally.agreed().heads())
                .thenComparingLong(tally -> tally.agreed().areaDm2())
                .reversed();
        return Comparator.comparing((String candidate) -> tallyOf(tallies, candidate), byAgreed)
                .thenComparingInt(candidate -> lots.contains(candidate) ? lots.indexOf(candidate) : lots.size());
    }

    private static Tally tallyOf(Map<String, Tally> tallies, String candidate) {
        Tally tally = tallies.get(candidate);
        if (tally == null) {
            throw new IllegalArgumentException("no candidate: " + candidate);
        }
        return tally;
    }
}
