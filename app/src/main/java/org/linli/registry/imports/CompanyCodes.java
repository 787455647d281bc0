package org.linli.registry.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.rules.codes.CodeProblem;
import org.linli.rules.codes.CreditCode;
import org.linli.rules.intake.NameText;

/**
 * Which credit code each row of a sheet means.
 *
 * <p>Street offices copy names faithfully and codes badly: one name with several codes is a question for the clerk, who
 * may choose one code for all its rows.
 */
final class CompanyCodes {

    /** The choice that several codes under one name are several companies. */
    static final String DIFFERENT = "DIFFERENT";

    private final Known known;
    private final Map<String, String> answers;
    private final Map<String, TreeSet<String>> byName = new HashMap<>();
    private final Map<String, List<Integer>> rows = new HashMap<>();
    private final Map<String, String> nameOfCode = new LinkedHashMap<>();

    CompanyCodes(List<DataRow> rows, Known known, Map<String, String> answers) {
        this.known = known;
        this.answers = answers;
        for (DataRow row : rows) {
            String name = name(row);
            String code = CreditCode.normalise(row.text(Column.COMPANY_CODE));
            if (!name.isEmpty() && !code.isEmpty()) {
                byName.computeIfAbsent(NameText.key(name), key -> new TreeSet<>())
                        .add(code);
            }
            if (!name.isEmpty()) {
                this.rows
                        .computeIfAbsent(NameText.key(name), key -> new java.util.ArrayList<>())
                        .add(row.number());
            }
        }
    }

    static String name(DataRow row) {
        return NameText.clean(row.text(Column.COMPANY_NAME));
    }

    /** The code of a row that names a company; null with a finding when it has none that may pass. */
    @Nullable
    String of(DataRow row, List<Finding> findings) {
        String name = name(row);
        String code = CreditCode.normalise(row.text(Column.COMPANY_CODE));
        Optional<String> chosen = name.isEmpty() ? Optional.empty() : question(row, name, findings);
        code = chosen.orElse(code);
        if (code.isEmpty()) {
            return byNameAlone(row, name, findings);
        }
        Optional<CodeProblem> problem = CreditCode.problem(code);
        if (problem.isPresent() && !known.isConfirmed(code)) {
            findings.add(wrong(row, code, problem.get()));
            return null;
        }
        String before = nameOfCode.putIfAbsent(code, name);
        if (before != null
                && !name.isEmpty()
                && !before.isEmpty()
                && !NameText.key(before).equals(NameText.key(name))) {
            findings.add(Finding.problem(
                    row.number(), Column.COMPANY_NAME, "CODE_WITH_OTHER_NAME", before, name, code, before));
            return null;
        }
        return code;
    }

    /** A wrong code passes only where the register holds it confirmed by its certificate: a sheet is no certificate. */
    private Finding wrong(DataRow row, String code, CodeProblem problem) {
        if (known.company(code) != null) {
            return Finding.problem(row.number(), Column.COMPANY_CODE, "CREDIT_CODE_WAITS", null, code);
        }
        String key = "~imports.code." + problem.name();
        String right = CreditCode.repaired(code).orElse("—");
        return Finding.problem(row.number(), Column.COMPANY_CODE, "CREDIT_CODE", null, code, key, right);
    }

    private Optional<String> question(DataRow row, String name, List<Finding> findings) {
        String key = NameText.key(name);
        TreeSet<String> inSheet = byName.getOrDefault(key, new TreeSet<>());
        List<String> registered =
                known.companiesNamed(name).stream().map(Known.Company::code).toList();
        boolean differs = inSheet.size() > 1 || !registered.isEmpty() && !registered.containsAll(inSheet);
        if (!differs) {
            return Optional.empty();
        }
        TreeSet<String> choices = new TreeSet<>(inSheet);
        choices.addAll(registered);
        choices.removeIf(code -> CreditCode.problem(code).isPresent() && !known.isConfirmed(code));
        List<String> offered = new java.util.ArrayList<>(List.of(DIFFERENT));
        offered.addAll(choices);
        Finding question = Finding.question(
                row.number(),
                Column.COMPANY_CODE,
                "COMPANY_CODES",
                key,
                offered,
                name,
                Integer.toString(Math.max(choices.size(), inSheet.size())),
                Integer.toString(rows.getOrDefault(key, List.of()).size()));
        findings.add(question);
        return Optional.ofNullable(answers.get(question.group())).filter(answer -> !answer.equals(DIFFERENT));
    }

    private @Nullable String byNameAlone(DataRow row, String name, List<Finding> findings) {
        TreeSet<String> all = new TreeSet<>(byName.getOrDefault(NameText.key(name), new TreeSet<>()));
        known.companiesNamed(name).forEach(company -> all.add(company.code()));
        if (all.size() == 1) {
            findings.add(Finding.guess(row.number(), Column.COMPANY_CODE, "CODE_BY_NAME", name, all.first()));
            return all.first();
        }
        findings.add(Finding.problem(row.number(), Column.COMPANY_CODE, "CODE_MISSING", null, name));
        return null;
    }
}
