package org.linli.registry.imports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the street and neighbourhood that a row of a sheet names. */
final class RowPlacer {

    private final Places places;
    private final LocalDate today;
    private final List<Finding> findings;

    RowPlacer(Places places, LocalDate today, List<Finding> findings) {
        this.places = places;
        this.today = today;
        this.findings = findings;
    }

    PlacedRow place(DataRow row) {
        RowReader reader = new RowReader(row, findings);
        Facts facts = reader.community(today);
        if (facts.text(Column.COMMUNITY_NAME).isEmpty()) {
            reader.problem(Column.COMMUNITY_NAME, "MISSING", null);
        }
        return new PlacedRow(row, division(row, reader), facts);
    }

    private @Nullable String division(DataRow row, RowReader reader) {
        String name = row.text(Column.STREET).replace(" ", "");
        if (name.isEmpty()) {
            String only = places.onlyStreet().orElse(null);
            if (only == null) {
                reader.problem(Column.STREET, "MISSING", null);
                return null;
            }
            findings.add(Finding.guess(row.number(), Column.STREET, "STREET_OF_SENDER"));
            return neighbourhood(row, reader, only);
        }
        Places.Found street = places.street(name, row.text(Column.COUNTY) + row.text(Column.ADDRESS));
        if (street.code() == null) {
            reader.problem(
                    Column.STREET, street.problem(), Planner.first(street.near()), String.join("、", street.near()));
            return null;
        }
        if (street.guessed()) {
            findings.add(Finding.guess(row.number(), Column.STREET, "STREET_SHORT", name));
        }
        return neighbourhood(row, reader, street.code());
    }

    private @Nullable String neighbourhood(DataRow row, RowReader reader, String street) {
        String name = row.text(Column.NEIGHBOURHOOD).replace(" ", "");
        if (name.isEmpty()) {
            return street;
        }
        Places.Found found = places.neighbourhood(street, name);
        if (found.code() == null) {
            reader.problem(
                    Column.NEIGHBOURHOOD, found.problem(), Planner.first(found.near()), String.join("、", found.near()));
            return street;
        }
        if (found.guessed()) {
            findings.add(Finding.guess(row.number(), Column.NEIGHBOURHOOD, "NEIGHBOURHOOD_SHORT", name));
        }
        return found.code();
    }
}
