package org.linli.registry.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.linli.registry.FieldError;
import org.linli.registry.HomeGrid;
import org.linli.registry.Homes;

/**
 * The homes of a community as an ordinary table of inputs.
 *
 * @param path of the community
 * @param building only its homes, 0 for all
 * @param values what each cell shows, by {@code <home number>.<field>}
 * @param errors of cells, by the same name; of whole rows as {@code <home number>.row}; the empty name for the whole grid
 * @param next continue after this home, 0 at the end
 */
public record HomesGridPage(
        String community,
        String path,
        List<Homes.Building> buildings,
        int building,
        List<HomeGrid.Row> rows,
        Map<String, String> values,
        Map<String, List<FieldError>> errors,
        String from,
        String reason,
        int next,
        boolean overtaken) {

    /** The fields that the grid edits. */
    public static final List<String> FIELDS = List.of("unit", "room", "use", "area_dm2", "area_source", "home_state");

    /** @param key text key of its word */
    public record Choice(String value, String key) {}

    public List<String> fields() {
        return FIELDS;
    }

    /** The words a field takes; none when it takes any. */
    public List<Choice> choices(String field) {
        return switch (field) {
            case "use" -> choices("registry.use", HomeForms.uses());
            case "area_source" -> choices("registry.area-source", HomeForms.areaSources());
            case "home_state" -> choices("registry.home-state", HomeForms.states());
            default -> List.of();
        };
    }

    private static List<Choice> choices(String words, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> new Choice(constant.name(), words + "." + constant.name()))
                .toList();
    }

    public String value(HomeGrid.Row row, String field) {
        return values.getOrDefault(row.homeNo() + "." + field, "");
    }

    /** What the row shows, carried back so that one can tell what was touched. */
    public String shown(HomeGrid.Row row) {
        return HomesGridForm.shown(row);
    }

    public List<FieldError> wrong(String name) {
        return errors.getOrDefault(name, List.of());
    }

    public int wrongCells() {
        return errors.size();
    }

    public String name(HomeGrid.Row row) {
        return row.building() + " " + row.home().unit() + "-" + row.home().room();
    }
}
