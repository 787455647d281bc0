package org.linli.platform.documents;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.linli.platform.documents.DocumentRefused.Reason;
import org.springframework.stereotype.Component;

/** Fills templates and prints what came of it. Everything happens in memory: a paper is a few pages. */
@Component
public class Documents {

    /**
     * Tries a template out before it is taken.
     *
     * @throws DocumentRefused if it is no plain .docx, or uses placeholders other than these
     */
    public void check(byte[] template, DocumentFields fields) throws DocumentRefused {
        Docx docx = Docx.read(template);
        Filling filling = new Filling(docx);
        filling.fill(fields.sample());
        if (!filling.unbalanced().isEmpty()) {
            throw new DocumentRefused(Reason.UNBALANCED, String.join(" ", filling.unbalanced()));
        }
        if (!filling.unknown().isEmpty()) {
            throw new DocumentRefused(Reason.UNKNOWN_PLACEHOLDER, String.join(" ", filling.unknown()));
        }
        pdf(docx.write());
    }

    /** Placeholders that a paper needs and a sound template does not use. */
    public Set<String> missing(byte[] template, Paper paper) {
        try {
            Docx docx = Docx.read(template);
            new Filling(docx).fill(marked("", paper.fields()));
            StringBuilder text = new StringBuilder();
            for (String part : docx.textParts()) {
                text.append(RunText.of(docx.tree(part).getDocumentElement()).text());
            }
            Set<String> missing = new TreeSet<>(paper.placeholders());
            missing.removeIf(name -> !paper.isRequired(name) || text.indexOf(mark(name)) >= 0);
            return missing;
        } catch (DocumentRefused e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Each placeholder filled with a mark of its own; lists with one item. */
    private static DocumentData marked(String before, DocumentFields fields) {
        Map<String, String> texts = new TreeMap<>();
        fields.texts().forEach(name -> texts.put(name, mark(before + name)));
        Map<String, List<DocumentData>> lists = new TreeMap<>();
        fields.lists().forEach((name, item) -> lists.put(name, List.of(marked(before + name + ".", item))));
        Map<String, String> codes = new TreeMap<>();
        fields.codes().forEach(name -> codes.put(name, name));
        return new DocumentData(texts, lists, codes);
    }

    private static String mark(String name) {
        return "⟦" + name + "⟧";
    }

    /**
     * The template with the data in place of its placeholders, as .docx.
     *
     * @throws IllegalArgumentException if the data lacks a placeholder of the template, or the template was never checked
     */
    public byte[] fill(byte[] template, DocumentData data) {
        try {
            Docx docx = Docx.read(template);
            Filling filling = new Filling(docx);
            filling.fill(data);
            Set<String> problems = new TreeSet<>(filling.unknown());
            problems.addAll(filling.unbalanced());
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("not to be filled: " + problems);
            }
            return docx.write();
        } catch (DocumentRefused e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A filled paper as PDF; the text can be searched and copied. */
    public byte[] pdf(byte[] docx) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(Loaded.FONT::open, PrintFont.FAMILY);
            builder.withW3cDocument(new PrintView(Docx.read(docx), Loaded.FONT).html(), null);
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (DocumentRefused e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Several papers as one PDF, each beginning on a page of its own and counting its own pages. */
    public byte[] pdf(List<byte[]> papers) {
        if (papers.isEmpty()) {
            throw new IllegalArgumentException("no paper");
        }
        try (PDDocument all = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDFMergerUtility merger = new PDFMergerUtility();
            for (byte[] paper : papers) {
                try (PDDocument one = Loader.loadPDF(pdf(paper))) {
                    merger.appendDocument(all, one);
                }
            }
            all.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read with the first paper that is printed, so that starting does not wait for it. */
    private static final class Loaded {
        static final PrintFont FONT = new PrintFont();
    }
}
