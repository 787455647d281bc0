package org.linli.registry.city;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.linli.platform.ids.DivisionCode;

/**
 * All active communities on one day, sorted by division and code, so that a division is a run of them.
 *
 * <p>Sums by division are prefix sums: a question costs two binary searches, whatever the size of the city.
 */
public final class CityDay {

    private final LocalDate day;
    private final List<CommunityDay> communities;
    private final String[] divisions;
    private final Map<Long, CommunityDay> byId;
    private final Map<String, long[]> sums = new java.util.concurrent.ConcurrentHashMap<>();
    private final Map<String, List<CommunityDay>> selections = new java.util.concurrent.ConcurrentHashMap<>();

    CityDay(LocalDate day, List<CommunityDay> sorted) {
        this.day = day;
        this.communities = sorted;
        this.divisions = sorted.stream().map(CommunityDay::division).toArray(String[]::new);
        this.byId = sorted.stream().collect(Collectors.toMap(CommunityDay::id, Function.identity()));
    }

    public LocalDate day() {
        return day;
    }

    public List<CommunityDay> communities() {
        return communities;
    }

    public Optional<CommunityDay> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The communities of a division, by division and code. */
    public List<CommunityDay> in(DivisionCode division) {
        return communities.subList(first(division.value()), first(division.value() + '\uffff'));
    }

    public long count(DivisionCode division) {
        return (long) first(division.value() + '\uffff') - first(division.value());
    }

    /** How many of a division satisfy a condition. @param name names the condition, always the same one */
    public long count(String name, Predicate<CommunityDay> condition, DivisionCode division) {
        return sum(name, community -> condition.test(community) ? 1 : 0, division);
    }

    public long sum(String name, ToLongFunction<CommunityDay> amount, DivisionCode division) {
        long[] prefix = sums.computeIfAbsent(name, n -> prefixSums(amount));
        return prefix[first(division.value() + '\uffff')] - prefix[first(division.value())];
    }

    /** A selection of these communities that is made once and kept. @param name names the selection, always the same one */
    public List<CommunityDay> selection(String name, Predicate<CommunityDay> condition) {
        return selections.computeIfAbsent(
                name, n -> communities.stream().filter(condition).toList());
    }

    private long[] prefixSums(ToLongFunction<CommunityDay> amount) {
        long[] prefix = new long[communities.size() + 1];
        for (int i = 0; i < communities.size(); i++) {
            prefix[i + 1] = Math.addExact(prefix[i], amount.applyAsLong(communities.get(i)));
        }
        return prefix;
    }

    private int first(String code) {
        int found = Arrays.binarySearch(divisions, code);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && divisions[found - 1].equals(code)) {
            found--;
        }
        return found;
    }
}
