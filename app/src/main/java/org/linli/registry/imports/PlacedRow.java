package org.linli.registry.imports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.rules.intake.NameText;

/** A row of a sheet of communities, with the division it says it lies in. @param division null where that cannot be told */
record PlacedRow(DataRow row, @Nullable String division, Facts facts) {
    String key() {
        return Objects.toString(division, "?").substring(0, division == null ? 1 : 9)
                + NameText.key(facts.text(Column.COMMUNITY_NAME));
    }

    String address() {
        return NameText.key(facts.text(Column.ADDRESS));
    }
}
