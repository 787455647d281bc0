package org.linli.platform.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.documents.DocumentRefused.Reason;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The parts of a .docx in memory.
 *
 * <p>A docx is a zip of XML; the JDK reads both, and what a paper needs of the format is small.
 */
final class Docx {

    static final String MAIN = "word/document.xml";
    static final String TYPES = "[Content_Types].xml";
    static final String RELATIONS = "word/_rels/document.xml.rels";

    /** A template is a page or two of text and perhaps a seal's outline. */
    static final int MAX_PACKED = 5_000_000;

    private static final int MAX_UNPACKED = 50_000_000;
    private static final int MAX_ENTRIES = 500;
    private static final Pattern TEXT_PART =
            Pattern.compile("word/(document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml");
    private static final Pattern ACTIVE_PART =
            Pattern.compile(".*(vbaproject|vbadata|/activex/|/embeddings/|/afchunk).*|.*\\.(bin|exe|js|vbs|html?)");

    /** Fields that fetch or run something when the paper is opened. */
    private static final Pattern ACTIVE_FIELD =
            Pattern.compile("(?i)\\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|MACROBUTTON|IMPORT|DATABASE)\\b");

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, Document> trees = new LinkedHashMap<>();

    private Docx() {}

    /** Unpacks and judges a file: every entry is really inflated and counted, since sizes declared are only claims. */
    static Docx read(byte[] file) throws DocumentRefused {
        if (file.length > MAX_PACKED) {
            throw new DocumentRefused(Reason.TOO_LARGE, "");
        }
        Docx docx = new Docx();
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes((int) (MAX_UNPACKED - unpacked + 1));
                unpacked += part.length;
                if (unpacked > MAX_UNPACKED || docx.parts.size() >= MAX_ENTRIES) {
                    throw new DocumentRefused(Reason.TOO_LARGE, entry.getName());
                }
                if (!entry.isDirectory() && docx.parts.put(entry.getName(), part) != null) {
                    throw new DocumentRefused(Reason.NOT_A_DOCUMENT, entry.getName());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new DocumentRefused(Reason.NOT_A_DOCUMENT, e);
        }
        if (!docx.parts.containsKey(MAIN) || !docx.parts.containsKey(TYPES)) {
            throw new DocumentRefused(Reason.NOT_A_DOCUMENT, "");
        }
        docx.refuseActiveContent();
        return docx;
    }

    private void refuseActiveContent() throws DocumentRefused {
        for (String name : List.copyOf(parts.keySet())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (ACTIVE_PART.matcher(lower).matches()) {
                throw new DocumentRefused(Reason.ACTIVE_CONTENT, name);
            }
            if (lower.endsWith(".rels")) {
                refuseOutside(name);
            }
        }
        if (new String(parts.get(TYPES), java.nio.charset.StandardCharsets.UTF_8).contains("macroEnabled")) {
            throw new DocumentRefused(Reason.ACTIVE_CONTENT, TYPES);
        }
        for (String name : textParts()) {
            for (Element field :
                    Xml.descendants(tree(name).getDocumentElement(), "instrText", "fldSimple", "altChunk", "object")) {
                String asked = field.getTextContent() + " " + Xml.attribute(field, "instr");
                boolean embeds = !field.getLocalName().equals("instrText")
                        && !field.getLocalName().equals("fldSimple");
                if (embeds || ACTIVE_FIELD.matcher(asked).find()) {
                    throw new DocumentRefused(Reason.ACTIVE_CONTENT, asked.strip());
                }
            }
        }
    }

    /** A web address that somebody may click on fetches nothing by itself; anything else from outside does. */
    private void refuseOutside(String name) throws DocumentRefused {
        for (Element relation : Xml.children(tree(name).getDocumentElement())) {
            if (relation.getAttribute("TargetMode").equals("External")
                    && !relation.getAttribute("Type").endsWith("/hyperlink")) {
                throw new DocumentRefused(Reason.EXTERNAL, relation.getAttribute("Target"));
            }
        }
    }

    /** The parts in which text stands: the body, headers, footers and notes. */
    List<String> textParts() {
        return parts.keySet().stream()
                .filter(name -> TEXT_PART.matcher(name).matches())
                .toList();
    }

    /** A part as a tree; what is changed in it is written back. */
    Document tree(String name) throws DocumentRefused {
        @Nullable Document known = trees.get(name);
        if (known != null) {
            return known;
        }
        byte @Nullable [] part = parts.get(name);
        if (part == null) {
            throw new DocumentRefused(Reason.NOT_A_DOCUMENT, name);
        }
        Document tree = Xml.parse(part);
        trees.put(name, tree);
        return tree;
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    byte @Nullable [] part(String name) {
        return parts.get(name);
    }

    void add(String name, byte[] content) {
        parts.put(name, content);
    }

    /** The file again. The same parts give the same bytes, whenever it is written. */
    byte[] write() {
        trees.forEach((name, tree) -> parts.put(name, Xml.bytes(tree)));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setLastModifiedTime(FileTime.fromMillis(0));
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    static byte[] resource(String name) {
        try (InputStream in = Docx.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
