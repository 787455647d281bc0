package org.linli.registry.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.rules.intake.NameText;

/** What the registry holds at the moment of checking, as far as a sheet can touch it. */
final class Known {

    /**
     * A community with the facts of the day in question.
     *
     * @param division 9 or 12 digits
     * @param endedOn first day on which it is no longer there, null while it is
     */
    record Community(
            long id,
            String code,
            String division,
            Facts facts,
            @Nullable LocalDate endedOn) {
        String street() {
            return division.substring(0, 9);
        }

        String key() {
            return NameText.key(facts.text(Column.COMMUNITY_NAME));
        }
    }

    /**
     * A company with its latest facts.
     *
     * @param confirmed whether its code passes its check, or was confirmed by its certificate
     * @param leftOn first day on which it is no longer there, null while it is
     */
    record Company(
            String code,
            Facts facts,
            boolean confirmed,
            @Nullable LocalDate leftOn) {}

    /**
     * One current row of a community's engagements.
     *
     * @param to first day it is no longer true, null when open
     */
    record Engagement(
            int number,
            int version,
            LocalDate from,
            @Nullable LocalDate to,
            Facts facts) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    private final Map<String, List<Community>> byStreetAndKey = new HashMap<>();
    private final Map<String, List<Community>> byStreet = new HashMap<>();
    private final Map<String, Community> byCode = new HashMap<>();
    private final Map<String, Company> companies = new HashMap<>();
    private final Map<String, List<Company>> companiesByName = new HashMap<>();
    private final Map<Long, List<Engagement>> engagements;

    Known(List<Community> communities, List<Company> companies, Map<Long, List<Engagement>> engagements) {
        for (Community community : communities) {
            byCode.put(community.code(), community);
            add(byStreet, community.street(), community);
            add(byStreetAndKey, community.street() + community.key(), community);
        }
        for (Company company : companies) {
            this.companies.put(company.code(), company);
            add(companiesByName, NameText.key(company.facts().text(Column.COMPANY_NAME)), company);
        }
        this.engagements = engagements;
    }

    private static <T> void add(Map<String, List<T>> map, String key, T value) {
        map.computeIfAbsent(key, k -> new java.util.ArrayList<>()).add(value);
    }

    List<Community> communities(String street, String key) {
        return byStreetAndKey.getOrDefault(street + key, List.of());
    }

    List<Community> communities(String street) {
        return byStreet.getOrDefault(street, List.of());
    }

    Iterable<Community> communities() {
        return byCode.values();
    }

    @Nullable
    Community community(String code) {
        return byCode.get(code);
    }

    @Nullable
    Company company(String code) {
        return companies.get(code);
    }

    boolean isConfirmed(String code) {
        Company company = companies.get(code);
        return company != null && company.confirmed();
    }

    List<Company> companiesNamed(String name) {
        return companiesByName.getOrDefault(NameText.key(name), List.of());
    }

    List<Engagement> engagements(long community) {
        return engagements.getOrDefault(community, List.of());
    }
}
