package org.linli.registry.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.settings.Portal;
import org.linli.platform.sheets.SheetCell;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Component;

/** Judges the rows kept of an import by the registry as it is: what is wrong or unclear, and what would be stored. */
@Component
class Judge {

    private static final int ROWS_AT_ONCE = 2_000;

    private final ImportStore store;
    private final RowStore rows;
    private final FindingStore findings;
    private final FixStore fixes;
    private final RegistryStore registry;
    private final Homes homes;
    private final Divisions divisions;
    private final Portal portal;
    private final BusinessTime time;

    Judge(
            ImportStore store,
            RowStore rows,
            FindingStore findings,
            FixStore fixes,
            RegistryStore registry,
            Homes homes,
            Divisions divisions,
            Portal portal,
            BusinessTime time) {
        this.store = store;
        this.rows = rows;
        this.findings = findings;
        this.fixes = fixes;
        this.registry = registry;
        this.homes = homes;
        this.divisions = divisions;
        this.portal = portal;
        this.time = time;
    }

    /** What the rows kept come to. Nothing is written down yet but the findings. */
    record Judged(Plan plan, Sheet sheet, String digest) {}

    record Sheet(List<DataRow> rows, List<Integer> excluded) {}

    Judged judge(Import import_) {
        findings.clear(import_.id());
        Sheet sheet = sheet(import_);
        Plan plan = plan(import_, sheet);
        findings.add(import_.id(), 1, plan.findings());
        return new Judged(plan, sheet, digest(plan));
    }

    /** What storing the rows kept would come to now. Writes nothing. */
    Plan plan(Import import_) {
        return plan(import_, sheet(import_));
    }

    /** Judges the rows kept and gives the import to the clerk. @param refusal why it comes back to the clerk, null if it does not */
    void present(Import import_, @Nullable String refusal) {
        if (import_.kind() == ImportKind.HOMES) {
            findings.clear(import_.id());
            homes.check(import_, refusal, done -> store.progress(import_.id(), done, 0));
        } else {
            present(import_, judge(import_), refusal);
        }
    }

    /** The same for what was judged already. */
    void present(Import import_, Judged judged, @Nullable String refusal) {
        Map<Integer, Outcome> outcomes = new TreeMap<>();
        Map<Integer, List<Change>> changes = new HashMap<>();
        judged.sheet().rows().forEach(row -> outcomes.put(row.number(), Outcome.REFUSED));
        judged.sheet().excluded().forEach(row -> outcomes.put(row, Outcome.EXCLUDED));
        judged.plan().rows().forEach(row -> {
            outcomes.put(row.row(), row.outcome() == Outcome.NONE ? Outcome.SAME : row.outcome());
            changes.put(row.row(), row.changes());
        });
        rows.outcomes(import_.id(), outcomes, changes);
        Summary summary = Summaries.of(judged.plan(), outcomes, outcomes.size(), rows.countSkipped(import_.id()));
        store.checked(import_.id(), outcomes.size(), judged.digest(), summary, refusal);
    }

    /** The day from which what a sheet says is taken as true: the day it was filled in, if it says so and it is past. */
    LocalDate day(Import import_) {
        LocalDate today = time.today();
        return import_.statedOn(today).orElse(today);
    }

    private Sheet sheet(Import import_) {
        Map<Integer, Map<String, String>> fixed = fixes.fixes(import_.id());
        List<DataRow> data = new ArrayList<>();
        List<Integer> excluded = new ArrayList<>();
        int after = 0;
        for (List<KeptRow> some = rows.rows(import_.id(), after, ROWS_AT_ONCE);
                !some.isEmpty();
                some = rows.rows(import_.id(), after, ROWS_AT_ONCE)) {
            for (KeptRow row : some) {
                Map<String, String> fix = fixed.getOrDefault(row.number(), Map.of());
                if (fix.containsKey(Imports.EXCLUDE)) {
                    excluded.add(row.number());
                } else if (row.skip().isEmpty()) {
                    data.add(dataRow(row, import_.header(), fix));
                }
                after = row.number();
            }
        }
        return new Sheet(data, excluded);
    }

    /** A row by the meaning of its columns, with fixes laid over it. */
    static DataRow dataRow(KeptRow row, Header header, Map<String, String> fix) {
        Map<Column, SheetCell> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < header.columns().size(); i++) {
            int at = i;
            header.columns()
                    .get(i)
                    .ifPresent(column -> cells.put(
                            column, at < row.cells().size() ? row.cells().get(at) : SheetCell.EMPTY));
        }
        fix.forEach((column, value) -> {
            if (!column.startsWith("#")) {
                cells.put(Column.valueOf(column), new SheetCell(value, SheetCell.Kind.TEXT, false));
            }
        });
        return new DataRow(row.number(), cells);
    }

    private Plan plan(Import import_, Sheet sheet) {
        DivisionCode home = portal.home();
        Map<String, String> counties = divisions.listWithin(home, DivisionLevel.COUNTY).stream()
                .collect(Collectors.toMap(county -> county.code().value(), Division::name));
        Places places = new Places(
                import_.sender(),
                counties,
                divisions.listWithin(home, DivisionLevel.STREET),
                divisions.listWithin(import_.sender(), DivisionLevel.NEIGHBOURHOOD));
        return Planner.plan(
                import_.kind(),
                sheet.rows(),
                places,
                registry.known(import_.sender(), day(import_)),
                fixes.answers(import_.id()),
                time.today());
    }

    /** What a plan says, in short: two plans with the same digest store the same. */
    private static String digest(Plan plan) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (RowPlan row : plan.rows()) {
                digest.update(row.toString().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
