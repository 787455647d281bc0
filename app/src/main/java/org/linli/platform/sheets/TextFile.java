package org.linli.platform.sheets;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

/** A text that people send, read in the encoding it was written in. */
public final class TextFile {

    private TextFile() {}

    /**
     * Opens a text in Unicode or GB 18030, the same way as a separated sheet.
     *
     * @throws SheetRefused if the file is empty, no text, or in another encoding
     */
    public static Reader open(Path file) throws IOException, SheetRefused {
        return CsvEncoding.detect(file).reader(file);
    }
}
