package org.linli.registry.web;

import java.util.List;
import java.util.Map;
import org.linli.registry.CommunityList;
import org.linli.registry.FieldError;

/**
 * The grid as an ordinary table of inputs.
 *
 * @param values what each cell shows, by {@code <community id>.<field>}
 * @param errors of cells, by the same name; the empty name for the whole grid
 * @param more communities match than the grid takes
 */
public record GridPage(
        CommunityQuery query,
        List<CommunityList.Row> rows,
        Map<String, String> values,
        Map<String, List<FieldError>> errors,
        String from,
        String reason,
        boolean more,
        boolean overtaken) {

    /** The fields that the grid edits. */
    public static final List<String> FIELDS =
            List.of("name", "address", "type", "year_built", "gfa_dm2", "buildings", "households", "residents");

    public List<String> fields() {
        return FIELDS;
    }

    public String value(CommunityList.Row row, String field) {
        return values.getOrDefault(row.id() + "." + field, "");
    }

    public List<FieldError> wrong(String name) {
        return errors.getOrDefault(name, List.of());
    }

    public int wrongCells() {
        return errors.size();
    }
}
