package org.linli.platform.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.linli.platform.sheets.SheetRefused.Reason;

/**
 * Judges a zipped workbook before anything parses it.
 *
 * <p>Every entry is really inflated into a counter, since the sizes a zip declares are only claims; and its XML parts are
 * looked over for what no workbook has: a document type, or a stretch of text or tag too long to hold in memory.
 */
final class ZipGuard {

    private static final int MAX_ENTRIES = 2_000;

    /** Below this a high ratio is harmless: sheets of repeated values pack very well. */
    private static final long RATIO_JUDGED_FROM = 50L << 20;

    /** A cell holds 32,767 characters, at most eight bytes each when written as references. */
    private static final int MAX_STRETCH = 1 << 20;

    private static final int DIRECTORY_MARK = 0x504b0102;

    private ZipGuard() {}

    /** Refuses a zip that is no workbook, is encrypted, or does not unpack within the limits. */
    static void check(Path file, SheetLimits limits) throws SheetRefused {
        try {
            refuseHugeDirectory(file);
            try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
                if (XlsxParts.find(zip, XlsxParts.WORKBOOK) == null) {
                    throw new SheetRefused(Reason.NOT_A_SHEET, "a zip without " + XlsxParts.WORKBOOK);
                }
                inflateAll(zip, Files.size(file), limits);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw SheetRefused.broken(e);
        }
    }

    /** Counts the marks of directory entries in the raw bytes, because opening a zip keeps its whole directory in memory. */
    private static void refuseHugeDirectory(Path file) throws IOException, SheetRefused {
        int marks = 0;
        int window = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    window = window << 8 | (buffer[i] & 0xff);
                    if (window == DIRECTORY_MARK && ++marks > MAX_ENTRIES) {
                        throw new SheetRefused(Reason.ZIP_BOMB, "more than " + MAX_ENTRIES + " entries");
                    }
                }
            }
        }
    }

    private static void inflateAll(ZipFile zip, long packed, SheetLimits limits) throws IOException, SheetRefused {
        long unpacked = 0;
        byte[] buffer = new byte[1 << 16];
        Markup markup = new Markup();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new SheetRefused(Reason.ENCRYPTED, entry.getName());
            }
            if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
                throw SheetRefused.broken("packing method " + entry.getMethod());
            }
            markup.begin();
            boolean xml = isXml(entry.getName());
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    unpacked += read;
                    if (unpacked > limits.maxUnpackedBytes()
                            || (unpacked > RATIO_JUDGED_FROM && unpacked / packed > limits.maxUnpackRatio())) {
                        throw new SheetRefused(Reason.ZIP_BOMB, packed + " bytes unpack to more than " + unpacked);
                    }
                    if (xml) {
                        markup.look(buffer, read);
                    }
                }
            }
        }
        markup.refuse();
    }

    /** Whether an entry is looked over as XML. Only such entries may serve as parts of the workbook. */
    static boolean isXml(String entryName) {
        String name = entryName.toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    /** Looks over raw XML: the distance from one "&lt;" to the next, and "&lt;!D", which only opens a document type. */
    private static final class Markup {
        private int stretch;
        private int window;
        private boolean tooLong;
        private boolean documentType;

        void begin() {
            stretch = 0;
            window = 0;
        }

        void look(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                byte b = buffer[i];
                window = (window << 8 | (b & 0xff)) & 0xffffff;
                documentType |= window == ('<' << 16 | '!' << 8 | 'D');
                stretch = b == '<' ? 0 : stretch + 1;
                tooLong |= stretch > MAX_STRETCH;
            }
        }

        /** Judged last, so that a bomb is called a bomb. */
        void refuse() throws SheetRefused {
            if (documentType) {
                throw SheetRefused.broken("a document type in the XML");
            }
            if (tooLong) {
                throw SheetRefused.broken("more than " + MAX_STRETCH + " bytes of XML without a tag");
            }
        }
    }
}
