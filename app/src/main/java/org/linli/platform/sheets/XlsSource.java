package org.linli.platform.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.linli.platform.sheets.SheetRefused.Reason;
import org.linli.platform.sheets.XlsIndex.XlsSheet;

/** A legacy .xls workbook, read record by record. */
final class XlsSource implements SheetSource {

    private final POIFSFileSystem container;
    private final List<XlsSheet> sheets;
    private final SheetLimits limits;

    private XlsSource(POIFSFileSystem container, List<XlsSheet> sheets, SheetLimits limits) {
        this.container = container;
        this.sheets = sheets;
        this.limits = limits;
    }

    static XlsSource open(Path file, SheetLimits limits) throws SheetRefused {
        POIFSFileSystem container;
        try {
            container = new POIFSFileSystem(file.toFile(), true);
        } catch (IOException | RuntimeException e) {
            // The container's reader answers malformed files with whatever exception they lead to.
            throw SheetRefused.broken(e);
        }
        boolean opened = false;
        try {
            refuseOtherContents(container);
            XlsIndex index = new XlsIndex();
            walk(container, index);
            List<XlsSheet> sheets = index.visibleSheets();
            if (sheets.isEmpty()) {
                throw new SheetRefused(Reason.EMPTY, "no visible sheet");
            }
            opened = true;
            return new XlsSource(container, sheets, limits);
        } finally {
            if (!opened) {
                close(container);
            }
        }
    }

    private static void refuseOtherContents(POIFSFileSystem container) throws SheetRefused {
        if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
            throw new SheetRefused(Reason.ENCRYPTED, "an encrypted package");
        }
        if (container.getRoot().hasEntryCaseInsensitive("Workbook")) {
            return;
        }
        if (container.getRoot().hasEntryCaseInsensitive("Book")) {
            throw SheetRefused.broken("a workbook older than Excel 97");
        }
        throw new SheetRefused(Reason.NOT_A_SHEET, "an OLE2 container without a workbook");
    }

    private static void walk(POIFSFileSystem container, AbortableHSSFListener listener) throws SheetRefused {
        HSSFRequest request = new HSSFRequest();
        request.addListenerForAllRecords(listener);
        try {
            new HSSFEventFactory().abortableProcessWorkbookEvents(request, container);
        } catch (EncryptedDocumentException e) {
            throw new SheetRefused(Reason.ENCRYPTED, "a workbook with a password", e);
        } catch (HSSFUserException e) {
            throw e.getCause() instanceof SheetRefused refused ? refused : SheetRefused.broken(e);
        } catch (HandlerFailure e) {
            throw e.failure;
        } catch (IOException | RuntimeException e) {
            // As above; what a handler throws has been told apart already.
            throw SheetRefused.broken(e);
        }
    }

    @Override
    public List<String> sheetNames() {
        return sheets.stream().map(XlsSheet::name).toList();
    }

    @Override
    public void read(int sheetIndex, boolean fillMerged, RowHandler handler) throws SheetRefused {
        XlsSheet sheet = sheets.get(sheetIndex);
        RowSink sink = new RowSink(guarded(handler), limits, fillMerged ? sheet.merged() : List.of());
        walk(container, new XlsRows(sheet, sink));
    }

    private static RowHandler guarded(RowHandler handler) {
        return row -> {
            try {
                return handler.row(row);
            } catch (RuntimeException e) {
                throw new HandlerFailure(e);
            }
        };
    }

    @Override
    public void close() {
        close(container);
    }

    private static void close(POIFSFileSystem container) {
        try {
            container.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Carries what a handler threw through the record reader. */
    private static final class HandlerFailure extends RuntimeException {
        private final RuntimeException failure;

        HandlerFailure(RuntimeException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
