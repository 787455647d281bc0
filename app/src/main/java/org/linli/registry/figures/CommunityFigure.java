package org.linli.registry.figures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureRows;
import org.linli.figures.FigureValue;
import org.linli.figures.RowFilter;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.text.Pinyin;
import org.linli.registry.city.City;
import org.linli.registry.city.CityDay;
import org.linli.registry.city.CommunityDay;

/** A figure over communities: a population, an amount that each community adds, and named parts of the population. */
final class CommunityFigure implements Figure {

    private static final List<String> COLUMNS = List.of(
            "figure.column.community",
            "figure.column.division",
            "figure.column.state",
            "figure.column.company",
            "figure.column.since",
            "figure.column.amount",
            "figure.column.remark");

    private final City city;
    private final Divisions divisions;
    private final Definition definition;

    CommunityFigure(City city, Divisions divisions, Definition definition) {
        this.city = city;
        this.divisions = divisions;
        this.definition = definition;
    }

    /**
     * What is counted.
     *
     * @param within the population that the denominator counts
     * @param amount what a community of the population adds; 1 for plain counts
     * @param numerator name of the part that makes the numerator
     * @param parts parts of the population in display order, disjoint and covering it
     * @param remark text key for what a row should explain; empty for none
     */
    record Definition(
            String code,
            Kind kind,
            int order,
            String population,
            String ruleVersion,
            Predicate<CommunityDay> within,
            ToLongFunction<CommunityDay> amount,
            String numerator,
            List<Part> parts,
            java.util.function.Function<CommunityDay, String> remark) {}

    record Part(String key, Predicate<CommunityDay> contains) {}

    @Override
    public String code() {
        return definition.code;
    }

    @Override
    public Kind kind() {
        return definition.kind;
    }

    @Override
    public int order() {
        return definition.order;
    }

    @Override
    public String population() {
        return definition.population;
    }

    @Override
    public String ruleVersion() {
        return definition.ruleVersion;
    }

    @Override
    public List<String> parts() {
        return definition.parts.stream().map(Part::key).toList();
    }

    @Override
    public List<FigureValue> values(AsOf asOf, List<DivisionCode> asked) {
        CityDay day = city.on(asOf);
        return asked.stream().map(division -> value(day, division)).toList();
    }

    private FigureValue value(CityDay day, DivisionCode division) {
        long whole = sum(day, "population", definition.within, division);
        return switch (definition.kind) {
            case COUNT -> FigureValue.count(division, whole);
            case SHARE -> FigureValue.share(division, sum(day, definition.numerator, numerator(), division), whole);
            case COMPOSITION ->
                new FigureValue(
                        division,
                        whole,
                        whole,
                        definition.parts.stream()
                                .map(part -> new FigureValue.Part(part.key, sum(day, part.key, inPart(part), division)))
                                .toList());
        };
    }

    private long sum(CityDay day, String name, Predicate<CommunityDay> condition, DivisionCode division) {
        return day.sum(
                definition.code + "/" + name,
                community -> condition.test(community) ? definition.amount.applyAsLong(community) : 0,
                division);
    }

    private Predicate<CommunityDay> numerator() {
        return definition.parts.stream()
                .filter(part -> part.key.equals(definition.numerator))
                .map(this::inPart)
                .findFirst()
                .orElse(definition.within);
    }

    private Predicate<CommunityDay> inPart(Part part) {
        return definition.within.and(part.contains);
    }

    @Override
    public Movement movement(AsOf asOf, LocalDate since, DivisionCode division) {
        CityDay now = city.on(asOf);
        CityDay then = city.on(asOf.on(since));
        return new Movement(
                since,
                changed(now, then, division).count(),
                changed(then, now, division).count(),
                sum(now, "population", definition.within, division)
                        - sum(then, "population", definition.within, division));
    }

    /** Communities in the numerator on one day and not on the other. */
    private Stream<CommunityDay> changed(CityDay on, CityDay notOn, DivisionCode division) {
        Predicate<CommunityDay> numerator = numerator();
        return on
                .selection(
                        definition.code + "/not-on/" + notOn.day(),
                        community -> numerator.test(community)
                                && notOn.find(community.id()).filter(numerator).isEmpty())
                .stream()
                .filter(community -> community.division().startsWith(division.value()));
    }

    @Override
    public FigureRows rows(AsOf asOf, DivisionCode division, RowFilter filter) {
        Stream<CommunityDay> found = select(asOf, division, filter);
        String text = filter.text().strip().toLowerCase(java.util.Locale.ROOT);
        if (!text.isEmpty()) {
            String pinyin = Pinyin.key(text);
            found = found.filter(community -> community.searchable().contains(text)
                    || (!pinyin.isEmpty()
                            && pinyin.equals(text)
                            && community.searchable().contains(pinyin)));
        }
        List<CommunityDay> all = found.toList();
        List<CommunityDay> page = all.stream()
                .filter(community -> key(community).compareTo(filter.after()) > 0)
                .limit(filter.limit())
                .toList();
        Set<DivisionCode> places =
                page.stream().map(c -> new DivisionCode(c.division())).collect(Collectors.toSet());
        Map<DivisionCode, String> names = new HashMap<>(divisions.fullNames(places));
        boolean more = !page.isEmpty() && !page.getLast().equals(all.getLast());
        return new FigureRows(
                COLUMNS,
                page.stream().map(community -> row(community, names)).toList(),
                all.size(),
                more ? key(page.getLast()) : "");
    }

    private Stream<CommunityDay> select(AsOf asOf, DivisionCode division, RowFilter filter) {
        CityDay day = city.on(asOf);
        Optional<LocalDate> since = filter.since();
        if (since.isPresent() && filter.part().equals("joined")) {
            return changed(day, city.on(asOf.on(since.get())), division);
        }
        if (since.isPresent() && filter.part().equals("left")) {
            return changed(city.on(asOf.on(since.get())), day, division);
        }
        Predicate<CommunityDay> condition = definition.parts.stream()
                .filter(part -> part.key.equals(filter.part()))
                .map(this::inPart)
                .findFirst()
                .orElse(definition.within);
        return day.in(division).stream().filter(condition);
    }

    private FigureRows.Row row(CommunityDay community, Map<DivisionCode, String> names) {
        return new FigureRows.Row(
                key(community),
                "/communities/" + community.id(),
                definition.parts.stream()
                        .filter(part -> part.contains.test(community))
                        .map(Part::key)
                        .findFirst()
                        .orElse(""),
                List.of(
                        community.name(),
                        names.getOrDefault(new DivisionCode(community.division()), community.division()),
                        "~service-state." + community.coverage().state().name(),
                        community.company(),
                        community.serviceStart() == null
                                ? ""
                                : community.serviceStart().toString(),
                        Long.toString(definition.amount.applyAsLong(community)),
                        definition.remark.apply(community)));
    }

    private static String key(CommunityDay community) {
        return community.division() + "/" + community.code();
    }
}
