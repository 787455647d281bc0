package org.linli.registry.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.registry.FieldError;
import org.linli.registry.Fields;
import org.linli.registry.HomeGrid;
import org.linli.registry.Homes;

/**
 * A grid of homes as it was sent. Each row carries back what it showed: a row is touched where a cell differs from that, and of a
 * touched row that somebody else changed meanwhile nothing is taken.
 */
final class HomesGridForm {

    private static final Pattern ROW = Pattern.compile("([1-9][0-9]{0,8})\\.version");

    /** A sign that nobody types. */
    private static final String BETWEEN = "\u241F";

    private final Map<String, String> typed;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, List<FieldError>> errors = new HashMap<>();
    private final List<HomeGrid.Edit> edits = new ArrayList<>();
    private boolean overtaken;

    HomesGridForm(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /** The homes whose rows were sent. */
    List<Integer> numbers() {
        return typed.keySet().stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> Integer.valueOf(row.group(1)))
                .toList();
    }

    /** What a row shows, in one text. */
    static String shown(HomeGrid.Row row) {
        Map<String, String> cells = HomeForms.typed(row.home());
        return HomesGridPage.FIELDS.stream()
                .map(field -> cells.getOrDefault(field, ""))
                .collect(Collectors.joining(BETWEEN));
    }

    void read(HomeGrid.Row row) {
        Map<String, String> now = HomeForms.typed(row.home());
        String[] shown = typed.getOrDefault(row.homeNo() + ".shown", "").split(BETWEEN, -1);
        boolean touched = false;
        List<FieldError> present = new ArrayList<>();
        for (int i = 0; i < HomesGridPage.FIELDS.size(); i++) {
            String field = HomesGridPage.FIELDS.get(i);
            String cell = row.homeNo() + "." + field;
            String before = i < shown.length ? shown[i] : now.getOrDefault(field, "");
            String value = typed.getOrDefault(cell, before);
            boolean edited = !value.equals(before);
            values.put(cell, edited ? value : now.getOrDefault(field, ""));
            if (edited && !before.equals(now.getOrDefault(field, ""))) {
                present.add(new FieldError(cell, "registry.grid.now", List.of(now.getOrDefault(field, ""))));
            }
            touched |= edited;
        }
        if (touched && new Fields(typed).number(row.homeNo() + ".version") != row.version()) {
            overtaken = true;
            add(present, FieldError::field);
            add(
                    List.of(new FieldError(row.homeNo() + ".row", "registry.grid.overtaken", List.of())),
                    FieldError::field);
        } else if (touched) {
            edit(row);
        }
    }

    private void edit(HomeGrid.Row row) {
        Map<String, String> cells = new HashMap<>();
        cells.put("building", Integer.toString(row.home().building()));
        HomesGridPage.FIELDS.forEach(field -> cells.put(field, values.getOrDefault(row.homeNo() + "." + field, "")));
        Fields fields = new Fields(cells);
        Homes.NewHome home = HomeForms.readHome(fields);
        if (fields.isSound()) {
            edits.add(new HomeGrid.Edit(row.homeNo(), row.version(), home));
        } else {
            add(fields.refused().errors(), error -> row.homeNo() + "." + error.field());
        }
    }

    void add(List<FieldError> found, Function<FieldError, String> name) {
        found.forEach(error -> errors.computeIfAbsent(name.apply(error), field -> new ArrayList<>())
                .add(error));
    }

    List<HomeGrid.Edit> edits() {
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

    Map<String, String> values() {
        return Map.copyOf(values);
    }

    String typed(String name) {
        return typed.getOrDefault(name, "");
    }
}
