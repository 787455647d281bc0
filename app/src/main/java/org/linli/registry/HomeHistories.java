package org.linli.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.rules.codes.Masks;
import org.springframework.stereotype.Service;

/** What was recorded of buildings, homes and their owners, by whom and why; names masked. */
@Service
public class HomeHistories {

    private final HomeTables tables;
    private final OwnerStore owners;
    private final OwnerHistories ownerHistories;

    HomeHistories(HomeTables tables, OwnerStore owners, OwnerHistories ownerHistories) {
        this.tables = tables;
        this.owners = owners;
        this.ownerHistories = ownerHistories;
    }

    /** What is recorded of one home today, to be amended. @param version of its line, which a form must carry back */
    public record Held(int version, Homes.NewHome home) {}

    public Optional<Held> held(CommunityId id, int homeNo, RowScope scope) {
        Map<String, Object> key = HomeTables.home(id, homeNo);
        List<DatedRow> current = tables.homes().current(key, scope);
        return current.isEmpty()
                ? Optional.empty()
                : Optional.of(new Held(tables.homes().lastVersion(key), facts(current.getLast())));
    }

    private static Homes.NewHome facts(DatedRow row) {
        Integer building = row.count("building_no");
        return new Homes.NewHome(
                building == null ? 0 : building,
                String.valueOf(row.text("unit")),
                String.valueOf(row.text("room")),
                String.valueOf(row.text("use")),
                row.amount("area_dm2"),
                row.text("area_source"),
                String.valueOf(row.text("state")));
    }

    /** The version of a building's line, which a form must carry back; 0 when there is none. */
    public int buildingVersion(CommunityId id, int number) {
        return tables.buildings().lastVersion(HomeTables.building(id, number));
    }

    /** Everything recorded of a community's buildings, newest first. */
    public List<HistoryEntry> buildings(CommunityId id, RowScope scope) {
        return entries("building", "building_no", tables.buildings().all(HomeTables.community(id), scope), row -> row);
    }

    /** Everything recorded of a home and who owned it, newest first. */
    public List<HistoryEntry> home(CommunityId id, int homeNo, RowScope scope) {
        Map<String, Object> key = HomeTables.home(id, homeNo);
        Map<Integer, String> labels = tables.buildings().all(HomeTables.community(id), scope).stream()
                .collect(Collectors.toMap(
                        row -> (Integer) row.key().getOrDefault("building_no", 0),
                        row -> String.valueOf(row.text("label")),
                        (older, newer) -> newer));
        List<DatedRow> ownerships = tables.ownerships().all(key, scope);
        List<Integer> everybody = ownerships.stream()
                .map(HomeHistories::ownersOf)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        Map<Integer, OwnerStore.Owner> people = owners.find(id, everybody, scope);
        List<HistoryEntry> all = new ArrayList<>(
                entries("home", "home_no", tables.homes().all(key, scope), row -> homeInWords(row, labels)));
        all.addAll(entries("ownership", "ownership_no", ownerships, row -> ownershipInWords(row, people)));
        all.addAll(ownerHistories.of(id, everybody, scope));
        all.sort(Comparator.comparing(HistoryEntry::recordedAt).reversed());
        return all;
    }

    private static List<HistoryEntry> entries(
            String subject, String number, List<DatedRow> rows, UnaryOperator<DatedRow> words) {
        Map<Integer, List<DatedRow>> byNumber = rows.stream()
                .map(words)
                .collect(Collectors.groupingBy(
                        row -> (Integer) row.key().getOrDefault(number, 0), TreeMap::new, Collectors.toList()));
        List<HistoryEntry> entries = new ArrayList<>();
        byNumber.forEach((which, versions) -> entries.addAll(Histories.of(subject, which, versions)));
        entries.sort(Comparator.comparing(HistoryEntry::recordedAt).reversed());
        return entries;
    }

    private static DatedRow homeInWords(DatedRow row, Map<Integer, String> labels) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("building", labels.getOrDefault(row.count("building_no"), ""));
        for (String column : List.of(
                "unit",
                "room",
                "use",
                "area_dm2",
                "area_source",
                "area_evidence",
                "estate_code",
                "fee_payer",
                "fund_account")) {
            facts.put(column, row.facts().get(column));
        }
        facts.put("home_state", row.facts().get("state"));
        return row.with(facts);
    }

    private static DatedRow ownershipInWords(DatedRow row, Map<Integer, OwnerStore.Owner> people) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("cause", row.facts().get("cause"));
        facts.put("form", row.facts().get("form"));
        facts.put("owners", names(row, people));
        facts.put("evidence", row.facts().get("evidence"));
        return row.with(facts);
    }

    private static String names(DatedRow row, Map<Integer, OwnerStore.Owner> people) {
        List<Integer> numbers = ownersOf(row);
        Integer[] shares = row.facts().get("shares") instanceof Integer[] parts ? parts : new Integer[0];
        int whole = Arrays.stream(shares).mapToInt(Integer::intValue).sum();
        return IntStream.range(0, numbers.size())
                .mapToObj(i ->
                        name(people.get(numbers.get(i))) + (i < shares.length ? " " + shares[i] + "/" + whole : ""))
                .collect(Collectors.joining("、"));
    }

    private static String name(OwnerStore.@Nullable Owner owner) {
        return owner == null ? "?" : owner.kind().equals("PERSON") ? Masks.name(owner.name()) : owner.name();
    }

    private static List<Integer> ownersOf(DatedRow row) {
        return row.facts().get("owners") instanceof Integer[] numbers ? Arrays.asList(numbers) : List.of();
    }
}
