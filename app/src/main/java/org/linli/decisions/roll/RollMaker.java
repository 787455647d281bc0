package org.linli.decisions.roll;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.rules.decisions.roll.Roll;
import org.linli.rules.decisions.roll.RollEntry;
import org.linli.rules.decisions.roll.RollRules;
import org.linli.rules.decisions.roll.RollTerms;

/**
 * Makes the persons of a vote's rolls out of the register. Who is one person is judged once, over the whole area; a roll of some
 * buildings takes of each person the parts that stand there, so that a person has one name on all rolls of the vote.
 */
final class RollMaker {

    private final Scopes scopes;

    RollMaker(Vote vote) {
        this.scopes = Scopes.of(vote);
    }

    /** The building numbers of each roll; empty for the whole area. */
    record Scopes(SortedMap<Integer, List<Integer>> byRoll) {
        static Scopes of(Vote vote) {
            SortedMap<Integer, List<Integer>> byRoll = new TreeMap<>();
            for (DecisionItem item : vote.items()) {
                byRoll.put(item.rollNo(), item.buildings());
            }
            return new Scopes(byRoll);
        }

        boolean reaches(int rollNo, SourcePart part) {
            List<Integer> buildings = Objects.requireNonNull(byRoll.get(rollNo));
            return buildings.isEmpty() || buildings.contains(part.buildingNo());
        }

        boolean reaches(SourcePart part) {
            return byRoll.keySet().stream().anyMatch(roll -> reaches(roll, part));
        }
    }

    /**
     * One person before it has a name.
     *
     * @param owners numbers in the register
     * @param parts only those that stand on one of the rolls
     * @param areas what it weighs on each roll that it is on
     */
    record Made(boolean developer, SortedSet<Integer> owners, List<SourcePart> parts, SortedMap<Integer, Long> areas) {
        SortedSet<Integer> homes() {
            return parts.stream().map(SourcePart::homeNo).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** @param persons in the order of their first part @param gaps what is not known of parts on the rolls */
    record Result(List<Made> persons, List<Roll.Gap> gaps) {}

    Result make(Collection<SourcePart> parts, RollTerms terms) {
        Map<String, SourcePart> byHome = new HashMap<>();
        parts.forEach(part -> byHome.put(Integer.toString(part.homeNo()), part));
        Roll roll = RollRules.roll(parts.stream().map(SourcePart::part).toList(), terms);
        List<Made> persons = new ArrayList<>();
        for (RollEntry entry : roll.entries()) {
            Made made = made(entry, byHome);
            if (!made.parts().isEmpty()) {
                persons.add(made);
            }
        }
        return new Result(
                persons,
                roll.gaps().stream()
                        .filter(gap -> scopes.reaches(get(byHome, gap.part())))
                        .toList());
    }

    private Made made(RollEntry entry, Map<String, SourcePart> byHome) {
        SortedSet<Integer> owners = new TreeSet<>();
        List<SourcePart> parts = new ArrayList<>();
        SortedMap<Integer, Long> areas = new TreeMap<>();
        for (String home : entry.parts()) {
            SourcePart part = get(byHome, home);
            if (!entry.developer()) {
                owners.addAll(part.owners());
            }
            if (scopes.reaches(part)) {
                parts.add(part);
            }
            for (int rollNo : scopes.byRoll().keySet()) {
                if (scopes.reaches(rollNo, part)) {
                    areas.merge(rollNo, area(part), Math::addExact);
                }
            }
        }
        return new Made(entry.developer(), owners, parts, areas);
    }

    private static SourcePart get(Map<String, SourcePart> byHome, String home) {
        return Objects.requireNonNull(byHome.get(home));
    }

    private static long area(SourcePart part) {
        @Nullable Long area = part.areaDm2();
        return area == null ? 0 : area;
    }

    /** The terms as the notice states them. @param developer the developer's person, null when the register knows none */
    static RollTerms terms(Vote vote, @Nullable Integer developer) {
        return new RollTerms(
                vote.terms().parking(), vote.terms().ownerSets(), developer == null ? null : developer.toString());
    }
}
