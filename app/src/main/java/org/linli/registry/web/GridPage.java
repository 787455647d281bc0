package org.linli.registry.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.linli.registry.Communities;
import org.linli.registry.CommunityList;
import org.linli.registry.FieldError;

/**
 * The grid as an ordinary table of inputs.
 *
 * @param values what each cell shows, by {@code <community id>.<field>}
 * @param errors of cells, by the same name; of whole rows as {@code <community id>.row}; the empty name for the whole grid
 * @param opened when its rows were read, which it is held against when it is sent
 * @param next where the list goes on behind its last row, empty at the end
 */
public record GridPage(
        CommunityQuery query,
        List<CommunityList.Row> rows,
        Map<String, String> values,
        Map<String, List<FieldError>> errors,
        String from,
        String reason,
        Instant opened,
        String next,
        boolean overtaken) {

    /** The fields that the grid edits. */
    public static final List<String> FIELDS =
            List.of("name", "address", "type", "year_built", "gfa_dm2", "buildings", "households", "residents");

    /** The box by which a clerk says that a near name is another community's. */
    static final String DIFFERENT = "different";

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

    /** Whether a row is asked, or has answered, if its near name is another community's. */
    public boolean asksDifferent(CommunityList.Row row) {
        return saysDifferent(row)
                || wrong(row.id() + ".name").stream()
                        .anyMatch(error -> error.key().endsWith(Communities.NEAR_NAME));
    }

    public boolean saysDifferent(CommunityList.Row row) {
        return values.containsKey(row.id() + "." + DIFFERENT);
    }
}
