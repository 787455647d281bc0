package org.linli.platform.sheets;

import java.util.List;

/** One opened file of some format. */
sealed interface SheetSource extends AutoCloseable permits XlsxSource, XlsSource, CsvSource {

    List<String> sheetNames();

    void read(int sheetIndex, boolean fillMerged, RowHandler handler) throws SheetRefused;

    @Override
    void close();
}
