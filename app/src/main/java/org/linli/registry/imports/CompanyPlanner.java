package org.linli.registry.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.DivisionCode;
import org.linli.rules.intake.NameText;

/** Compares the companies of a sheet with those of the registry. */
final class CompanyPlanner {

    private final Places places;
    private final Known known;
    private final Map<String, String> answers;
    private final List<Finding> findings;
    private final Map<String, Integer> rowOfCompany = new HashMap<>();

    CompanyPlanner(Places places, Known known, Map<String, String> answers, List<Finding> findings) {
        this.places = places;
        this.known = known;
        this.answers = answers;
        this.findings = findings;
    }

    /** The rows of a sheet of companies. */
    List<RowPlan> companies(List<DataRow> rows) {
        CompanyCodes codes = new CompanyCodes(rows, known, answers);
        List<RowPlan> plans = new ArrayList<>();
        for (DataRow row : rows) {
            RowReader reader = new RowReader(row, findings);
            @Nullable String code = codes.of(row, findings);
            Facts own = reader.company();
            @Nullable String county = code == null ? null : county(row, code, reader);
            if (code == null || county == null) {
                continue;
            }
            @Nullable Integer other = rowOfCompany.get(code);
            if (other != null) {
                reader.problem(Column.COMPANY_CODE, "DUPLICATE_COMPANY", null, other.toString());
                continue;
            }
            RowPlan.CompanyPlan named = company(row, code, county);
            Facts before = named.outcome() == Outcome.NEW
                    ? new Facts(Map.of())
                    : Objects.requireNonNull(known.company(code)).facts();
            Facts facts = own.over(named.facts());
            Outcome outcome = named.outcome() == Outcome.NEW
                    ? Outcome.NEW
                    : facts.equals(before) ? Outcome.SAME : Outcome.CHANGED;
            RowPlan.CompanyPlan plan = new RowPlan.CompanyPlan(outcome, code, true, named.county(), facts);
            if (named.outcome() != Outcome.CHANGED) {
                refuseChangeOfLeft(row, code, outcome);
            }
            if (outcome == Outcome.NEW) {
                if (row.text(Column.COUNTY).isEmpty()) {
                    findings.add(Finding.guess(
                            row.number(), Column.COUNTY, "COUNTY_OF_CODE", name(plan), places.countyName(county)));
                }
                unfiled(row, plan);
            }
            plans.add(new RowPlan(
                    row.number(),
                    null,
                    plan,
                    null,
                    Outcome.NONE,
                    outcome == Outcome.CHANGED ? facts.changes("company", before) : List.of()));
        }
        return plans;
    }

    private @Nullable String county(DataRow row, String code, RowReader reader) {
        Known.@Nullable Company company = known.company(code);
        String written = row.text(Column.COUNTY);
        String county = company != null
                ? company.facts().text(Column.COUNTY)
                : (written.isEmpty() ? places.countyOfCode(code.substring(2, 8)) : places.county(written)).orElse("");
        if (county.isEmpty()) {
            reader.problem(Column.COUNTY, written.isEmpty() ? "COUNTY_MISSING" : "UNKNOWN_COUNTY", null);
            return null;
        }
        DivisionCode division = new DivisionCode(county);
        if (!places.sender().covers(division) && !division.covers(places.sender())) {
            reader.problem(Column.COUNTY, "COUNTY_OUTSIDE", null);
            return null;
        }
        return county;
    }

    /** A company that left has nothing to become different from today on. */
    private void refuseChangeOfLeft(DataRow row, String code, Outcome outcome) {
        Known.@Nullable Company company = known.company(code);
        @Nullable LocalDate left = company == null ? null : company.leftOn();
        if (outcome == Outcome.CHANGED && left != null) {
            findings.add(Finding.problem(
                    row.number(),
                    Column.COMPANY_CODE,
                    "COMPANY_LEFT",
                    null,
                    row.text(Column.COMPANY_CODE),
                    code,
                    left.toString()));
        }
    }

    /** The company that a row names. @param county where it is put if the registry does not know it */
    RowPlan.CompanyPlan company(DataRow row, String code, String county) {
        String name = CompanyCodes.name(row);
        Known.@Nullable Company company = known.company(code);
        boolean first = rowOfCompany.putIfAbsent(code, row.number()) == null;
        if (company == null) {
            if (name.isEmpty()) {
                findings.add(Finding.problem(row.number(), Column.COMPANY_NAME, "NAME_MISSING", null, code));
            }
            return new RowPlan.CompanyPlan(
                    Outcome.NEW, code, first, county, new Facts(Map.of(Column.COMPANY_NAME, name)));
        }
        String before = company.facts().text(Column.COMPANY_NAME);
        boolean renamed = !name.isEmpty()
                && !NameText.key(before).equals(NameText.key(name))
                && isRenamed(row, code, before, name);
        refuseChangeOfLeft(row, code, renamed ? Outcome.CHANGED : Outcome.SAME);
        Facts facts = renamed ? new Facts(Map.of(Column.COMPANY_NAME, name)).over(company.facts()) : company.facts();
        return new RowPlan.CompanyPlan(
                renamed ? Outcome.CHANGED : Outcome.SAME,
                code,
                first,
                company.facts().text(Column.COUNTY),
                facts);
    }

    private boolean isRenamed(DataRow row, String code, String before, String name) {
        Finding question = Finding.question(
                row.number(),
                Column.COMPANY_NAME,
                "COMPANY_NAME_DIFFERS",
                code,
                List.of(Planner.KEEP, Planner.RENAME),
                code,
                before,
                name);
        findings.add(question);
        return Planner.RENAME.equals(answers.get(question.group()));
    }

    /** A new company without a day of filing is in the registry, and not among the filed ones. */
    void unfiled(DataRow row, RowPlan.CompanyPlan company) {
        if (company.facts().get(Column.FILED_ON) == null) {
            findings.add(Finding.guess(row.number(), Column.FILED_ON, "NOT_FILED", name(company)));
        }
    }

    static String name(RowPlan.CompanyPlan company) {
        return company.facts().text(Column.COMPANY_NAME);
    }
}
