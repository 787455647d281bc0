package org.linli.registry.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.DivisionCode;

/**
 * One file on its way in.
 *
 * @param sender the division whose clerk sent it
 * @param communityCode the one community of a homes file that names none, else null
 * @param fileHash SHA-256 of the file
 * @param headerRow number of the row with the titles
 * @param filledOn the day the sheet says it was filled in, null if it does not
 * @param headers titles by column
 * @param columns meanings by column, empty text for none
 * @param guessed which meanings are guesses
 * @param rowsDone progress of the job that runs now
 * @param rowsTotal rows of data, 0 before they are counted
 * @param summary what would be stored, null before checking
 * @param refusal why the last step failed, a code, or null
 * @param receipt what was stored, null before
 */
public record Import(
        long id,
        ImportKind kind,
        DivisionCode sender,
        @Nullable String communityCode,
        String fileName,
        String fileHash,
        ImportState state,
        int sheetIndex,
        String sheetName,
        int headerRow,
        @Nullable LocalDate filledOn,
        List<String> headers,
        List<String> columns,
        List<Boolean> guessed,
        int rowsDone,
        int rowsTotal,
        @Nullable String digest,
        @Nullable Summary summary,
        @Nullable String refusal,
        @Nullable Summary receipt,
        long uploadedBy,
        String uploader,
        Instant createdAt,
        @Nullable String acceptor,
        @Nullable Instant storedAt,
        @Nullable Instant undoneAt) {

    Header header() {
        return new Header(
                sheetIndex,
                sheetName,
                headerRow,
                filledOn,
                headers,
                columns.stream()
                        .map(key -> key.isEmpty() ? Optional.<Column>empty() : Optional.of(Column.valueOf(key)))
                        .toList(),
                guessed);
    }

    /** The day the sheet was filled in, unless it says none or one that is still to come. */
    public Optional<LocalDate> statedOn(LocalDate today) {
        return Optional.ofNullable(filledOn).filter(day -> !day.isAfter(today));
    }

    /** What one account may not do alone: owners' rolls are accepted by a second person (domain i). */
    public boolean needsSecondPerson() {
        return kind == ImportKind.HOMES;
    }
}
