package org.linli.registry.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.time.AskedDates;
import org.linli.registry.Communities;
import org.linli.registry.CommunityBase;
import org.linli.registry.CommunityList;
import org.linli.registry.FieldError;
import org.linli.registry.Fields;

/**
 * A grid as it was sent, held against what it was opened with and what is true now.
 *
 * <p>A row is touched where a cell is not what it showed when it was opened. Of a touched row that somebody else changed meanwhile
 * nothing is taken: its other cells show what is true now, and those typed in are kept with the present value beside them.
 */
final class GridForm {

    private static final Pattern ROW = Pattern.compile("([1-9][0-9]{0,17})\\.version");

    private final Map<String, String> typed;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, List<FieldError>> errors = new HashMap<>();
    private final List<Communities.Edit> edits = new ArrayList<>();
    private boolean overtaken;

    GridForm(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /** The communities whose rows were sent. */
    List<CommunityId> ids() {
        return typed.keySet().stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new CommunityId(Long.parseLong(row.group(1))))
                .toList();
    }

    /** When the grid was opened. @param now taken where the form does not say */
    Instant opened(Instant now) {
        return AskedDates.instant(typed.getOrDefault("opened", "")).orElse(now);
    }

    /** The version of a row's file when the grid was opened. */
    int version(CommunityList.Row row) {
        return new Fields(typed).number(row.id() + ".version");
    }

    /** Reads a row. @param opened what the grid showed of it */
    void read(CommunityList.Row row, CommunityBase opened, Divisions divisions) {
        Map<String, String> now = row.base().typed();
        Map<String, String> before = opened.typed();
        boolean stale = version(row) != row.version() || !opened.equals(row.base());
        boolean touched = false;
        for (String field : GridPage.FIELDS) {
            String cell = row.id() + "." + field;
            String shown = before.getOrDefault(field, "");
            String present = now.getOrDefault(field, "");
            boolean edited = !typed.getOrDefault(cell, shown).equals(shown);
            values.put(cell, edited ? typed.getOrDefault(cell, "") : present);
            if (edited && !shown.equals(present)) {
                refuse(cell, "registry.grid.now", present);
            }
            touched |= edited;
        }
        if (touched && stale) {
            overtaken = true;
            refuse(row.id() + ".row", "registry.grid.overtaken");
        } else if (touched) {
            edit(row, divisions);
        }
    }

    private void edit(CommunityList.Row row, Divisions divisions) {
        Map<String, String> cells = new HashMap<>(row.base().typed());
        GridPage.FIELDS.forEach(field -> cells.put(field, values.getOrDefault(row.id() + "." + field, "")));
        Fields fields = new Fields(cells);
        CommunityBase base = CommunityBase.read(fields, divisions);
        if (fields.isSound()) {
            edits.add(new Communities.Edit(row.id(), row.version(), base));
        } else {
            add(fields.refused().errors(), error -> row.id() + "." + error.field());
        }
    }

    /** Whether the clerk has said of a row that its near name is another community's. */
    boolean isDifferent(CommunityId id) {
        return typed.containsKey(id + "." + GridPage.DIFFERENT);
    }

    void refuse(String field, String key, Object... args) {
        add(List.of(new FieldError(field, key, List.of(args))), FieldError::field);
    }

    void add(List<FieldError> found, Function<FieldError, String> name) {
        found.forEach(error -> errors.computeIfAbsent(name.apply(error), field -> new ArrayList<>())
                .add(error));
    }

    List<Communities.Edit> edits() {
        return List.copyOf(edits);
    }

    boolean isSound() {
        return errors.isEmpty();
    }

    boolean isOvertaken() {
        return overtaken;
    }

    Map<String, List<FieldError>> errors() {
        return errors;
    }

    /** What the cells show when the grid comes back. */
    Map<String, String> values() {
        Map<String, String> all = new HashMap<>(values);
        typed.forEach((name, value) -> {
            if (name.endsWith("." + GridPage.DIFFERENT)) {
                all.put(name, value);
            }
        });
        return all;
    }

    String typed(String name) {
        return typed.getOrDefault(name, "");
    }
}
