package org.linli.registry.imports;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.linli.platform.sheets.SheetCell;
import org.linli.platform.sheets.SheetRow;
import org.linli.rules.intake.Texts;

/** Tells rows of data from what else stands in a street's table: totals, notes, signatures, examples, second headers. */
final class RowSorter {

    private static final Pattern TOTAL = Pattern.compile("(?:合计|小计|总计|共计|累计)[:：]?.*");
    private static final Pattern NOTE = Pattern.compile("(?:注|备注|说明|填表说明|填报说明)[:：1-9].*|注");
    private static final Pattern SIGNATURE = Pattern.compile("(?:填表人|填报人|审核人|制表人|负责人|联系人|经办人|单位负责人|填报单位).*");
    private static final Pattern EXAMPLE = Pattern.compile("示例.*|例[:：].*");

    private final Header header;
    private final int problemsAt;

    RowSorter(Header header) {
        this.header = header;
        this.problemsAt = HeaderFinder.problemsColumn(
                        header.titles(), i -> header.columns().get(i).isPresent())
                .orElse(-1);
    }

    /** Why a row below the header is left out, as a word of the texts; empty for a row of data. */
    Optional<String> skip(SheetRow row) {
        if (row.number() <= header.row()) {
            return Optional.of("ABOVE");
        }
        if (row.isBlank()) {
            return Optional.of("BLANK");
        }
        // What we wrote into a sheet that we handed back is not the sender's word.
        List<String> typed = IntStream.range(0, row.cells().size())
                .filter(i -> i != problemsAt)
                .mapToObj(row::cell)
                .filter(cell -> !cell.merged() && !cell.text().isBlank())
                .map(cell -> Texts.normalise(cell.text()).replace(" ", ""))
                .toList();
        if (typed.isEmpty()) {
            return Optional.of("BLANK");
        }
        String first = typed.getFirst();
        if (TOTAL.matcher(first).matches() && first.length() < 12) {
            return Optional.of("TOTAL");
        }
        if (SIGNATURE.matcher(first).matches()) {
            return Optional.of("SIGNATURE");
        }
        if (NOTE.matcher(first).matches()) {
            return Optional.of("NOTE");
        }
        if (EXAMPLE.matcher(first).matches()
                || typed.size() > 1 && EXAMPLE.matcher(typed.get(1)).matches()) {
            return Optional.of("EXAMPLE");
        }
        if (repeatsHeader(row)) {
            return Optional.of("HEADER");
        }
        return typed.size() == 1 && !namesSomething(row) ? Optional.of("NOTE") : Optional.empty();
    }

    private boolean repeatsHeader(SheetRow row) {
        int same = 0;
        for (int i = 0; i < header.titles().size(); i++) {
            String title = header.titles().get(i);
            if (!title.isEmpty() && Texts.normalise(row.cell(i).text()).equals(title)) {
                same++;
            }
        }
        return same >= HeaderFinder.FEWEST_NAMES;
    }

    private boolean namesSomething(SheetRow row) {
        for (int i = 0; i < header.columns().size(); i++) {
            SheetCell cell = row.cell(i);
            if (header.columns()
                            .get(i)
                            .filter(column -> column != Column.SEQUENCE)
                            .isPresent()
                    && !cell.merged()
                    && !cell.text().isBlank()) {
                return true;
            }
        }
        return false;
    }
}
