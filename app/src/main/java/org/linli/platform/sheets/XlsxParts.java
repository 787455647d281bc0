package org.linli.platform.sheets;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.linli.platform.sheets.SheetRefused.Reason;

/**
 * Where a workbook keeps its parts, by its content types and by the relationships of {@code xl/workbook.xml}.
 *
 * @param worksheets entry name by relationship id, worksheets only: charts and dialogs have no rows
 * @param hasStyles whether the workbook declares number formats
 * @param sharedStrings how many shared strings cells may refer to
 */
record XlsxParts(Map<String, String> worksheets, boolean hasStyles, int sharedStrings) {

    static final String WORKBOOK = "xl/workbook.xml";

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String RELATIONSHIPS = "xl/_rels/workbook.xml.rels";

    /** Shared strings live in memory while a workbook is read. */
    private static final int MAX_SHARED_STRINGS = 3_000_000;

    private static final long MAX_SHARED_CHARACTERS = 64L << 20;

    XlsxParts {
        worksheets = Map.copyOf(worksheets);
    }

    static XlsxParts of(ZipFile zip) throws SheetRefused {
        boolean hasStyles = false;
        int sharedStrings = 0;
        try (XmlPart types = new XmlPart(zip, required(zip, CONTENT_TYPES))) {
            while (types.next()) {
                String type = types.attributeOf("Override", "ContentType");
                String part = types.attributeOf("Override", "PartName");
                if (type == null || part == null) {
                    continue;
                }
                if (type.endsWith(".sheet.main+xml") || type.endsWith(".sheet.macroEnabled.main+xml")) {
                    if (!entryName("", part).equalsIgnoreCase(WORKBOOK)) {
                        throw new SheetRefused(Reason.NOT_A_SHEET, "the workbook is " + part);
                    }
                } else if (type.endsWith("spreadsheetml.styles+xml")) {
                    hasStyles = true;
                    walk(zip, required(zip, entryName("", part)));
                } else if (type.endsWith("spreadsheetml.sharedStrings+xml")) {
                    ZipArchiveEntry entry = find(zip, entryName("", part));
                    sharedStrings = entry == null ? 0 : countSharedStrings(zip, entry);
                }
            }
        }
        walk(zip, required(zip, WORKBOOK));
        return new XlsxParts(worksheets(zip), hasStyles, sharedStrings);
    }

    /** The entry of that name, in any case of letters, as spreadsheet programs look it up; null if there is none. */
    static @Nullable ZipArchiveEntry find(ZipFile zip, String name) {
        ZipArchiveEntry exact = zip.getEntry(name);
        if (exact != null) {
            return exact;
        }
        return Collections.list(zip.getEntries()).stream()
                .filter(entry -> entry.getName().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    static ZipArchiveEntry required(ZipFile zip, String name) throws SheetRefused {
        ZipArchiveEntry entry = find(zip, name);
        if (entry == null) {
            throw SheetRefused.broken("no part " + name);
        }
        return entry;
    }

    private static Map<String, String> worksheets(ZipFile zip) throws SheetRefused {
        Map<String, String> worksheets = new HashMap<>();
        try (XmlPart relationships = new XmlPart(zip, required(zip, RELATIONSHIPS))) {
            while (relationships.next()) {
                String id = relationships.attributeOf("Relationship", "Id");
                String type = relationships.attributeOf("Relationship", "Type");
                String target = relationships.attributeOf("Relationship", "Target");
                if (id != null && type != null && target != null && type.endsWith("/worksheet")) {
                    worksheets.put(id, entryName("xl/", target));
                }
            }
        }
        return worksheets;
    }

    /** A target is relative to its folder unless it begins with a slash. */
    private static String entryName(String folder, String target) {
        return target.startsWith("/") ? target.substring(1) : folder + target;
    }

    private static void walk(ZipFile zip, ZipArchiveEntry entry) throws SheetRefused {
        try (XmlPart part = new XmlPart(zip, entry)) {
            boolean more = part.next();
            while (more) {
                more = part.next();
            }
        }
    }

    private static int countSharedStrings(ZipFile zip, ZipArchiveEntry entry) throws SheetRefused {
        int strings = 0;
        long characters = 0;
        try (XmlPart part = new XmlPart(zip, entry)) {
            while (part.next()) {
                if (part.isText()) {
                    characters += part.text().length();
                } else if (part.started().equals("si")) {
                    strings++;
                }
                if (strings > MAX_SHARED_STRINGS || characters > MAX_SHARED_CHARACTERS) {
                    throw new SheetRefused(
                            Reason.TOO_LARGE, "%d shared strings, %d characters".formatted(strings, characters));
                }
            }
        }
        return strings;
    }
}
