package org.linli.registry.imports.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.platform.web.Texts;
import org.linli.registry.FiguresMoved;
import org.linli.registry.imports.Column;
import org.linli.registry.imports.Finding;
import org.linli.registry.imports.Group;
import org.linli.registry.imports.Import;
import org.linli.registry.imports.ImportState;
import org.linli.registry.imports.Imports;
import org.linli.registry.imports.Severity;

/**
 * One import by its state.
 *
 * @param open findings that stand against acceptance
 * @param skipped rows that are no data, each with why
 * @param excluded rows the clerk leaves out, each with why
 * @param names what the rows of the shown findings call their community
 * @param moved the figures that storing would move, empty while not computed
 * @param changing rows that change what the registry has, a page of them
 * @param moreChanging whether further rows do
 * @param waitsForOther whether somebody else must accept it
 * @param statesDay whether the sheet says since when it holds, so that nothing is assumed
 */
public record ImportPage(
        Import of,
        List<Asked> asked,
        int open,
        Map<Integer, String> skipped,
        Map<Integer, String> excluded,
        Map<Integer, String> names,
        Optional<List<FiguresMoved.Moved>> moved,
        List<Imports.OriginalRow> changing,
        boolean moreChanging,
        boolean waitsForOther,
        boolean statesDay,
        Said said) {

    /** @param code ends a text key, empty for nothing @param args in the reader's words */
    public record Said(String code, List<String> args) {}

    /** A group with its first findings. */
    public record Asked(Group group, List<Finding> findings) {

        public boolean isProblem() {
            return group.severity() == Severity.PROBLEM;
        }

        public boolean isGuess() {
            return group.severity() == Severity.GUESS;
        }

        public boolean isCreditCode() {
            return group.code().startsWith("CREDIT_CODE");
        }

        /** What a row adds to the words in the group's head: nothing if it says the same. */
        public String own(Finding finding, Texts texts) {
            String words = Words.of(finding, texts);
            return words.equals(Words.of(group.first(), texts)) ? "" : words;
        }

        public int last() {
            return findings.isEmpty() ? 0 : findings.getLast().row();
        }

        public boolean hasMore() {
            return findings.size() < group.findings();
        }
    }

    /** Not every row that is no data is listed. */
    public boolean hasMoreSkipped() {
        return of.summary() != null
                && of.summary().skipped()
                        > skipped.values().stream()
                                .filter(why -> !why.equals("ABOVE"))
                                .count();
    }

    /** The last row whose changes are shown. */
    public int lastChanging() {
        return changing.isEmpty() ? 0 : changing.getLast().number();
    }

    public boolean asksForFigures() {
        return of.state() == ImportState.CHECKED && moved.isEmpty() && Imports.movesFigures(of);
    }

    public List<Column> columns() {
        return of.kind().columns();
    }

    public boolean isBusy() {
        return of.state().isBusy();
    }

    /** Done of total in whole percent. */
    public int percent() {
        return of.rowsTotal() == 0 ? 0 : (int) (of.rowsDone() * 100L / of.rowsTotal());
    }

    /** A value as people read it: areas in m², money in yuan, services by their number of items. */
    public static String shown(Column column, String value) {
        return switch (column) {
            case GFA, LAND, GREEN, CAPITAL ->
                value.isEmpty()
                        ? ""
                        : java.math.BigDecimal.valueOf(Long.parseLong(value), 2).toPlainString();
            default -> value;
        };
    }
}
