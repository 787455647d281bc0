package org.linli.registry.imports;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.platform.ids.DivisionCode;
import org.linli.rules.intake.NameText;

/** Streets and neighbourhoods as sheets write them, resolved to the division tree inside the sender's scope. */
final class Places {

    private static final Pattern STREET_SUFFIX = Pattern.compile("(?:街道办事处|街道|镇政府|乡政府|镇|乡)$");
    private static final Pattern NEIGHBOURHOOD_SUFFIX = Pattern.compile("(?:社区居民委员会|社区居委会|村民委员会|居民委员会|村委会|居委会|社区|村)$");

    private final DivisionCode sender;
    private final Map<String, String> counties;
    private final List<Division> streets;
    private final Map<String, List<Division>> neighbourhoods = new HashMap<>();

    /** @param counties names by code @param streets of the whole city @param neighbourhoods inside the sender's scope */
    Places(DivisionCode sender, Map<String, String> counties, List<Division> streets, List<Division> neighbourhoods) {
        this.sender = sender;
        this.counties = counties;
        this.streets = List.copyOf(streets);
        for (Division neighbourhood : neighbourhoods) {
            this.neighbourhoods
                    .computeIfAbsent(neighbourhood.code().value().substring(0, 9), code -> new java.util.ArrayList<>())
                    .add(neighbourhood);
        }
    }

    /** What a name led to. @param code null unless exactly one place was found @param problem empty if none */
    record Found(@Nullable String code, String problem, boolean guessed, List<String> near) {
        static Found one(Division division, boolean guessed) {
            return new Found(division.code().value(), "", guessed, List.of());
        }

        static Found problem(String code, List<String> near) {
            return new Found(null, code, false, near);
        }
    }

    /** @param hint text that may name the county, such as the address */
    Found street(String name, String hint) {
        List<Division> exact =
                streets.stream().filter(s -> s.name().equals(name)).toList();
        String bare = STREET_SUFFIX.matcher(name).replaceFirst("");
        List<Division> all = exact.isEmpty()
                ? streets.stream()
                        .filter(s ->
                                STREET_SUFFIX.matcher(s.name()).replaceFirst("").equals(bare))
                        .toList()
                : exact;
        List<Division> inside =
                all.stream().filter(s -> sender.covers(s.code())).toList();
        if (all.isEmpty()) {
            return Found.problem(
                    "UNKNOWN_STREET",
                    near(
                            name,
                            streets.stream()
                                    .filter(s -> sender.covers(s.code()))
                                    .toList()));
        }
        if (inside.isEmpty()) {
            return Found.problem("STREET_OUTSIDE", List.of());
        }
        List<Division> named = inside.size() == 1
                ? inside
                : inside.stream().filter(s -> hint.contains(county(s))).toList();
        return named.size() == 1
                ? Found.one(named.getFirst(), exact.isEmpty())
                : Found.problem(
                        "AMBIGUOUS_STREET",
                        inside.stream().map(s -> county(s) + s.name()).toList());
    }

    Found neighbourhood(String street, String name) {
        List<Division> around = neighbourhoods.getOrDefault(street, List.of());
        Optional<Division> exact =
                around.stream().filter(n -> n.name().equals(name)).findFirst();
        if (exact.isPresent()) {
            return Found.one(exact.get(), false);
        }
        String bare = NEIGHBOURHOOD_SUFFIX.matcher(name).replaceFirst("");
        List<Division> alike = around.stream()
                .filter(n ->
                        NEIGHBOURHOOD_SUFFIX.matcher(n.name()).replaceFirst("").equals(bare))
                .toList();
        return alike.size() == 1
                ? Found.one(alike.getFirst(), true)
                : Found.problem("UNKNOWN_NEIGHBOURHOOD", near(name, around));
    }

    /** The street itself when the sender is one. */
    Optional<String> onlyStreet() {
        return sender.at(org.linli.platform.ids.DivisionLevel.STREET).map(DivisionCode::value);
    }

    DivisionCode sender() {
        return sender;
    }

    /** The county a text names, as a code; empty for none. */
    Optional<String> county(String name) {
        return counties.entrySet().stream()
                .filter(county -> !name.isEmpty() && county.getValue().startsWith(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The name of one of the city's counties, or its code if it is none. */
    String countyName(String code) {
        return counties.getOrDefault(code, code);
    }

    /** The county whose code a credit code carries; empty when it is none of ours. */
    Optional<String> countyOfCode(String digits) {
        return counties.containsKey(digits) ? Optional.of(digits) : Optional.empty();
    }

    private String county(Division street) {
        return counties.getOrDefault(street.code().value().substring(0, 6), "\0");
    }

    private static List<String> near(String name, List<Division> among) {
        return among.stream()
                .map(Division::name)
                .distinct()
                .filter(other -> NameText.distance(name, other) <= Math.max(1, name.length() / 2))
                .sorted(Comparator.comparingInt(other -> NameText.distance(name, other)))
                .limit(3)
                .toList();
    }
}
