package org.linli.registry.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.registry.CommunityChecks;
import org.linli.rules.intake.NameText;

/** Finds the communities of the registry that rows of a sheet mean, and asks where a name is only near. */
final class CommunityMatcher {

    private final Places places;
    private final Known known;
    private final Map<String, String> answers;
    private final List<Finding> findings;
    private final Map<Long, Integer> rowOfCommunity = new HashMap<>();

    CommunityMatcher(Places places, Known known, Map<String, String> answers, List<Finding> findings) {
        this.places = places;
        this.known = known;
        this.answers = answers;
        this.findings = findings;
    }

    /** Several rows of one name in one street: two communities at two addresses if the clerk says so, else a slip. */
    void sameName(List<PlacedRow> same) {
        boolean apart = same.stream().map(PlacedRow::address).distinct().count() == same.size()
                && same.stream().noneMatch(row -> row.address().isEmpty());
        String name = same.getFirst().facts().text(Column.COMMUNITY_NAME);
        String numbers =
                same.stream().map(row -> Integer.toString(row.row().number())).collect(Collectors.joining("、"));
        for (PlacedRow row : apart ? same : same.subList(1, same.size())) {
            findings.add(
                    apart
                            ? Finding.question(
                                    row.row().number(),
                                    Column.COMMUNITY_NAME,
                                    "DUPLICATE_NAME",
                                    row.key(),
                                    List.of(Planner.DIFFERENT),
                                    name,
                                    numbers)
                            : Finding.problem(
                                    row.row().number(), Column.COMMUNITY_NAME, "DUPLICATE_NAME", null, name, numbers));
        }
    }

    RowPlan.@Nullable CommunityPlan community(PlacedRow row, boolean alone) {
        String street = Objects.requireNonNull(row.division()).substring(0, 9);
        Known.@Nullable Community match = match(row, street, alone);
        if (match == null) {
            Facts facts = row.facts();
            return new RowPlan.CommunityPlan(Outcome.NEW, null, Objects.requireNonNull(row.division()), facts);
        }
        @Nullable
        Integer other = rowOfCommunity.putIfAbsent(match.id(), row.row().number());
        if (other != null) {
            findings.add(Finding.problem(
                    row.row().number(), Column.COMMUNITY_NAME, "SAME_COMMUNITY", null, match.code(), other.toString()));
        }
        // A sheet that names no neighbourhood does not unsay the one the registry has.
        String division = row.division().length() == 9 && match.division().startsWith(row.division())
                ? match.division()
                : row.division();
        Facts merged = row.facts().over(match.facts());
        boolean same = merged.equals(match.facts()) && division.equals(match.division());
        return new RowPlan.CommunityPlan(same ? Outcome.SAME : Outcome.CHANGED, match, division, merged);
    }

    /** The community that a row of engagements names, which must be there already. */
    Known.@Nullable Community registered(DataRow row) {
        String code = row.text(Column.COMMUNITY_CODE).replace(" ", "");
        String name = NameText.clean(row.text(Column.COMMUNITY_NAME));
        if (!code.isEmpty()) {
            Known.@Nullable Community found = known.community(code);
            if (found == null) {
                findings.add(
                        Finding.problem(row.number(), Column.COMMUNITY_CODE, "UNKNOWN_COMMUNITY_CODE", null, code));
            }
            return found;
        }
        String street = row.text(Column.STREET).replace(" ", "");
        Places.@Nullable Found place = street.isEmpty() ? null : places.street(street, row.text(Column.COUNTY));
        if (place != null && place.code() == null) {
            findings.add(Finding.problem(
                    row.number(),
                    Column.STREET,
                    place.problem(),
                    Planner.first(place.near()),
                    street,
                    String.join("、", place.near())));
            return null;
        }
        List<Known.Community> named = new ArrayList<>();
        Set<String> near = new HashSet<>();
        for (Known.Community one : known.communities()) {
            if (place == null || one.street().equals(place.code())) {
                int distance = NameText.distance(one.key(), NameText.key(name));
                if (distance == 0) {
                    named.add(one);
                } else if (distance == 1) {
                    near.add(one.facts().text(Column.COMMUNITY_NAME));
                }
            }
        }
        if (named.size() == 1) {
            return named.getFirst();
        }
        List<String> others = named.isEmpty()
                ? near.stream().sorted().limit(3).toList()
                : named.stream().map(Known.Community::code).sorted().limit(5).toList();
        findings.add(Finding.problem(
                row.number(),
                Column.COMMUNITY_NAME,
                named.isEmpty() ? "UNKNOWN_COMMUNITY" : "AMBIGUOUS_COMMUNITY",
                named.isEmpty() ? Planner.first(others) : null,
                name,
                String.join("、", others)));
        return null;
    }

    private Known.@Nullable Community match(PlacedRow row, String street, boolean alone) {
        String code = row.row().text(Column.COMMUNITY_CODE).replace(" ", "");
        if (!code.isEmpty()) {
            Known.@Nullable Community found = known.community(code);
            if (found == null) {
                findings.add(Finding.problem(
                        row.row().number(), Column.COMMUNITY_CODE, "UNKNOWN_COMMUNITY_CODE", null, code));
            }
            return found;
        }
        List<Known.Community> named =
                known.communities(street, NameText.key(row.facts().text(Column.COMMUNITY_NAME)));
        if (named.size() == 1 && alone) {
            return named.getFirst();
        }
        List<Known.Community> there = named.stream()
                .filter(one -> NameText.key(one.facts().text(Column.ADDRESS)).equals(row.address()))
                .toList();
        if (there.size() == 1) {
            return there.getFirst();
        }
        if (named.size() > 1) {
            findings.add(Finding.problem(
                    row.row().number(),
                    Column.COMMUNITY_NAME,
                    "AMBIGUOUS_COMMUNITY",
                    null,
                    row.facts().text(Column.COMMUNITY_NAME),
                    named.stream().map(Known.Community::code).collect(Collectors.joining("、"))));
            return null;
        }
        return named.isEmpty() ? near(row, street) : null;
    }

    private Known.@Nullable Community near(PlacedRow row, String street) {
        String key = NameText.key(row.facts().text(Column.COMMUNITY_NAME));
        List<Known.Community> near = known.communities(street).stream()
                .filter(other ->
                        CommunityChecks.isNear(key, other.key(), other.facts().text(Column.ALIAS)))
                .sorted(Comparator.comparing(Known.Community::code))
                .limit(5)
                .toList();
        if (near.isEmpty()) {
            return null;
        }
        List<String> choices = new ArrayList<>(List.of(Planner.DIFFERENT));
        near.forEach(other -> choices.add(other.code()));
        Finding question = Finding.question(
                row.row().number(),
                Column.COMMUNITY_NAME,
                "NEAR_NAME",
                Integer.toString(row.row().number()),
                choices,
                row.facts().text(Column.COMMUNITY_NAME),
                near.stream()
                        .map(other -> other.facts().text(Column.COMMUNITY_NAME) + " " + other.code())
                        .collect(Collectors.joining("、")));
        findings.add(question);
        @Nullable String answer = answers.get(question.group());
        return answer == null ? null : known.community(answer);
    }
}
