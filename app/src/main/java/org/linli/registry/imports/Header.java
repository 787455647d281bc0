package org.linli.registry.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a sheet's table begins and what its columns seem to mean.
 *
 * @param sheet index of the sheet among the visible ones
 * @param sheetName its name
 * @param row number of the header row
 * @param filledOn the day the sheet says it was filled in, null if it does not
 * @param titles the header's texts, column by column
 * @param columns the meaning of each column, empty for none
 * @param guessed whether the meaning was guessed from part of the title
 */
record Header(
        int sheet,
        String sheetName,
        int row,
        @Nullable LocalDate filledOn,
        List<String> titles,
        List<Optional<Column>> columns,
        List<Boolean> guessed) {

    Header {
        titles = List.copyOf(titles);
        columns = List.copyOf(columns);
        guessed = List.copyOf(guessed);
    }

    Header mappedTo(List<Optional<Column>> others) {
        return new Header(
                sheet,
                sheetName,
                row,
                filledOn,
                titles,
                others,
                others.stream().map(c -> false).toList());
    }

    List<Column> mapped() {
        return columns.stream().flatMap(Optional::stream).toList();
    }
}
