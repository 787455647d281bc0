package org.linli.registry.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureRows;
import org.linli.figures.FigureValue;
import org.linli.figures.RowFilter;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Property companies with a file in the register on a day, by the county that keeps the file. One whose credit code fails its
 * check and waits for its confirmation is not among them.
 *
 * <p>Source: domain j.6, P7 {@code COMPANY_REGISTERED} [D].
 */
@Component
class CompaniesRegistered implements Figure {

    private static final String VALID = """
            v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day) and v.filed_on <= :day
            and v.recorded_at <= :knownAt and (v.superseded_at is null or v.superseded_at > :knownAt)
            and exists (select 1 from linli.company k where k.company_code = v.company_code and (k.code_valid or exists (
                select 1 from linli.company_code_confirmation a where a.company_code = k.company_code
                   and a.confirmed_at <= :knownAt and (a.taken_back_at is null or a.taken_back_at > :knownAt))))
            """;

    private static final String VALID_ON_OTHER = VALID.replace(":day", ":other");

    private static final String JOINED = VALID + "and not exists (" + sameCompany(VALID_ON_OTHER) + ")";

    private static final String LEFT = VALID_ON_OTHER + "and not exists (" + sameCompany(VALID) + ")";

    private final JdbcClient jdbc;
    private final Divisions divisions;

    CompaniesRegistered(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    @Override
    public String code() {
        return "companies-registered";
    }

    @Override
    public Kind kind() {
        return Kind.COUNT;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String population() {
        return "COMPANY_REGISTERED";
    }

    @Override
    public String ruleVersion() {
        return "registry-2023.1";
    }

    /** A company's file is kept by a county. */
    @Override
    public DivisionLevel finest() {
        return DivisionLevel.COUNTY;
    }

    @Override
    public List<String> parts() {
        return List.of();
    }

    @Override
    public List<FigureValue> values(AsOf asOf, List<DivisionCode> asked) {
        Map<String, Long> byCounty = jdbc
                .sql("select v.division_code, count(*) n from linli.company_version v where " + VALID
                        + " group by v.division_code")
                .params(parameters(asOf))
                .query((row, n) -> Map.entry(row.getString("division_code"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return asked.stream()
                .map(division -> FigureValue.count(
                        division,
                        byCounty.entrySet().stream()
                                .filter(entry -> entry.getKey().startsWith(division.value()))
                                .mapToLong(Map.Entry::getValue)
                                .sum()))
                .toList();
    }

    @Override
    public FigureRows rows(AsOf asOf, DivisionCode division, RowFilter filter) {
        Map<String, Object> parameters = new java.util.HashMap<>(parameters(asOf));
        String condition = condition(filter, parameters) + """
                and v.division_code like :prefix
                and (:text = '' or position(:text in v.name || ' ' || v.company_code || ' ' || v.pinyin) > 0)
                """;
        parameters.put("prefix", division.value() + "%");
        parameters.put("text", filter.text().strip());
        parameters.put("after", filter.after());
        parameters.put("limit", filter.limit());
        long total = jdbc.sql("select count(*) from linli.company_version v where " + condition)
                .params(parameters)
                .query(Long.class)
                .single();
        List<FigureRows.Row> rows = jdbc.sql("""
                select v.company_code, v.name, v.division_code, v.filed_on,
                       (select count(distinct e.community_id) from linli.engagement_version e
                         where e.company_code = v.company_code and e.recorded_at <= :knownAt
                           and (e.superseded_at is null or e.superseded_at > :knownAt)
                           and e.service_start_on <= :day and (e.valid_to is null or e.valid_to > :day)) projects
                from linli.company_version v
                where %s and v.company_code > :after
                order by v.company_code
                limit :limit
                """.formatted(condition))
                .params(parameters)
                .query((row, n) -> new FigureRows.Row(
                        row.getString("company_code"),
                        "/companies/" + row.getString("company_code"),
                        "",
                        List.of(
                                row.getString("name"),
                                row.getString("company_code"),
                                row.getString("division_code"),
                                row.getObject("filed_on", LocalDate.class).toString(),
                                row.getString("projects"))))
                .list();
        Map<DivisionCode, String> names = divisions.fullNames(
                rows.stream().map(row -> new DivisionCode(row.cells().get(2))).collect(Collectors.toSet()));
        return new FigureRows(
                List.of(
                        "figure.column.company",
                        "figure.column.credit-code",
                        "figure.column.division",
                        "figure.column.filed",
                        "figure.column.projects"),
                rows.stream().map(row -> named(row, names)).toList(),
                total,
                rows.size() == filter.limit() ? rows.getLast().key() : "");
    }

    /** Which versions are listed; a company that left is shown as it was on the other day. */
    private static String condition(RowFilter filter, Map<String, Object> parameters) {
        if (filter.since().isEmpty()) {
            return VALID;
        }
        parameters.put("other", filter.since().get());
        return switch (filter.part()) {
            case "joined" -> JOINED;
            case "left" -> LEFT;
            default -> VALID;
        };
    }

    private static String sameCompany(String valid) {
        return "select 1 from linli.company_version o where o.company_code = v.company_code and "
                + valid.replace("v.", "o.");
    }

    @Override
    public Movement movement(AsOf asOf, LocalDate since, DivisionCode division) {
        long joined = count(JOINED, asOf, since, division);
        long left = count(LEFT, asOf, since, division);
        return new Movement(since, joined, left, joined - left);
    }

    private long count(String condition, AsOf asOf, LocalDate other, DivisionCode division) {
        return jdbc.sql("select count(*) from linli.company_version v where " + condition
                        + " and v.division_code like :prefix")
                .params(parameters(asOf))
                .param("other", other)
                .param("prefix", division.value() + "%")
                .query(Long.class)
                .single();
    }

    private static FigureRows.Row named(FigureRows.Row row, Map<DivisionCode, String> names) {
        List<String> cells = new java.util.ArrayList<>(row.cells());
        cells.set(2, names.getOrDefault(new DivisionCode(cells.get(2)), cells.get(2)));
        return new FigureRows.Row(row.key(), row.href(), row.part(), cells);
    }

    private static Map<String, Object> parameters(AsOf asOf) {
        return Map.of(
                "day", asOf.day(),
                "knownAt",
                        asOf.knownAt()
                                .orElse(Instant.parse("9999-01-01T00:00:00Z"))
                                .atOffset(ZoneOffset.UTC));
    }
}
