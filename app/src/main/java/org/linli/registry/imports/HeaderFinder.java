package org.linli.registry.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.sheets.SheetCell;
import org.linli.platform.sheets.SheetFile;
import org.linli.platform.sheets.SheetRefused;
import org.linli.platform.sheets.SheetRow;
import org.linli.rules.intake.DateText;
import org.linli.rules.intake.Reading;
import org.linli.rules.intake.Texts;

/** Finds the header row of a sheet by the names in it, among the first twenty rows of each sheet. */
final class HeaderFinder {

    /** Fewer known names than this are no header: any list of things has a 序号 and a 备注. */
    static final int FEWEST_NAMES = 4;

    /** So many rows of a sheet a clerk may choose the header from. */
    static final int ROWS_SHOWN = 40;

    private static final int ROWS_LOOKED_AT = 20;
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\]]*]|【[^】]*】");
    private static final Pattern NO_NAME = Pattern.compile("[\\s*:：、_#\"]");
    private static final Pattern FILLED_ON = Pattern.compile("(?:填报|填表|统计|截至|上报)(?:日期|时间|日)?:?([0-9年月日./-]{6,11})");

    private static final Pattern PROBLEMS = Pattern.compile("(?:.*\\()?问题\\)?");

    private HeaderFinder() {}

    /**
     * The best header of the file, empty if no sheet has one.
     *
     * @param remembered what this sender meant by a title before: column keys by {@link #name}; empty text for nothing
     */
    static Optional<Header> find(SheetFile file, ImportKind kind, Map<String, String> remembered) throws SheetRefused {
        @Nullable Header best = null;
        for (int sheet = 0; sheet < file.sheetNames().size(); sheet++) {
            List<SheetRow> top = new ArrayList<>();
            file.read(sheet, true, row -> {
                top.add(row);
                return top.size() < ROWS_LOOKED_AT;
            });
            Header found = best(sheet, file.sheetNames().get(sheet), top, kind, remembered);
            if (best == null || found.mapped().size() > best.mapped().size()) {
                best = found;
            }
        }
        return Optional.ofNullable(best).filter(header -> header.mapped().size() >= FEWEST_NAMES);
    }

    /** The header that a clerk points at, empty if that row of that sheet is blank or beyond {@link #ROWS_SHOWN}. */
    static Optional<Header> at(SheetFile file, int sheet, int row, ImportKind kind, Map<String, String> remembered)
            throws SheetRefused {
        List<SheetRow> top = top(file, sheet);
        return top.stream()
                .filter(one -> one.number() == row)
                .findFirst()
                .map(one -> match(sheet, file.sheetNames().get(sheet), one, filledOn(top, row), kind, remembered));
    }

    /** The first rows of a sheet, among which a clerk finds the header. */
    static List<SheetRow> top(SheetFile file, int sheet) throws SheetRefused {
        List<SheetRow> top = new ArrayList<>();
        file.read(sheet, true, row -> {
            top.add(row);
            return top.size() < ROWS_SHOWN;
        });
        return top;
    }

    private static Header best(
            int sheet, String sheetName, List<SheetRow> top, ImportKind kind, Map<String, String> remembered) {
        Header best = new Header(sheet, sheetName, 0, null, List.of(), List.of(), List.of());
        for (SheetRow row : top) {
            Header header = match(sheet, sheetName, row, filledOn(top, row.number()), kind, remembered);
            if (header.mapped().size() > best.mapped().size()) {
                best = header;
            }
        }
        return best;
    }

    private static Header match(
            int sheet,
            String sheetName,
            SheetRow row,
            @Nullable LocalDate filledOn,
            ImportKind kind,
            Map<String, String> remembered) {
        int width = row.cells().size();
        List<String> titles =
                row.cells().stream().map(cell -> Texts.normalise(cell.text())).toList();
        List<Optional<Column>> columns = new ArrayList<>();
        List<Boolean> guessed = new ArrayList<>();
        Set<Column> taken = EnumSet.noneOf(Column.class);
        for (int i = 0; i < width; i++) {
            columns.add(sure(titles.get(i), kind, remembered).filter(taken::add));
            guessed.add(false);
        }
        for (int i = 0; i < width; i++) {
            if (columns.get(i).isEmpty() && !remembered.containsKey(name(titles.get(i)))) {
                Optional<Column> likely = likely(titles.get(i), kind).filter(taken::add);
                columns.set(i, likely);
                guessed.set(i, likely.isPresent());
            }
        }
        return new Header(sheet, sheetName, row.number(), filledOn, titles, columns, guessed);
    }

    /** One form of a title: without spaces and marks, brackets half-width. */
    static String name(String title) {
        return NO_NAME.matcher(Texts.normalise(title)).replaceAll("");
    }

    /** Where a sheet that was handed back says what is wrong; empty in a sheet that never was, or if the column means something. */
    static OptionalInt problemsColumn(List<String> titles, IntPredicate hasMeaning) {
        return IntStream.range(0, titles.size())
                .filter(i -> !hasMeaning.test(i)
                        && PROBLEMS.matcher(name(titles.get(i))).matches())
                .findFirst();
    }

    private static Optional<Column> sure(String title, ImportKind kind, Map<String, String> remembered) {
        String name = name(title);
        @Nullable String known = remembered.get(name);
        if (known != null) {
            return known.isEmpty() ? Optional.empty() : Optional.of(Column.valueOf(known));
        }
        String bare = BRACKETS.matcher(name).replaceAll("");
        return kind.columns().stream()
                .filter(column -> column.headers().stream()
                        .map(HeaderFinder::name)
                        .anyMatch(header -> header.equals(name) || header.equals(bare)))
                .findFirst();
    }

    private static Optional<Column> likely(String title, ImportKind kind) {
        String bare = BRACKETS.matcher(name(title)).replaceAll("");
        if (bare.length() < 2) {
            return Optional.empty();
        }
        @Nullable Column best = null;
        int longest = 1;
        for (Column column : kind.columns()) {
            for (String header : column.headers()) {
                if (header.length() > longest && (bare.contains(header) || header.contains(bare))) {
                    best = column;
                    longest = header.length();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static @Nullable LocalDate filledOn(List<SheetRow> top, int before) {
        for (SheetRow row : top) {
            for (SheetCell cell : row.number() < before ? row.cells() : List.<SheetCell>of()) {
                Matcher date = FILLED_ON.matcher(Texts.normalise(cell.text()).replace(" ", ""));
                if (date.find()
                        && DateText.read(date.group(1)) instanceof Reading.Value<LocalDate>(var day, var g, var n)) {
                    return day;
                }
            }
        }
        return null;
    }
}
