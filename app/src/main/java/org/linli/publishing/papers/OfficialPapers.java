package org.linli.publishing.papers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.platform.documents.DocumentData;
import org.linli.platform.documents.DocumentRefused;
import org.linli.platform.documents.Documents;
import org.linli.platform.documents.Paper;
import org.linli.platform.documents.PaperSource;
import org.linli.platform.files.FileStore;
import org.linli.platform.scope.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes papers from the template that holds, notes which version it was, and takes the city's own templates. */
@Service
public class OfficialPapers {

    private static final int NOTE_AT_MOST = 200;

    private final TemplateStore store;
    private final Documents documents;
    private final FileStore files;
    private final List<PaperSource> sources;

    /** Whether a stored file is sound for a paper, by both; a file never changes. */
    private final Map<String, Boolean> sound = new ConcurrentHashMap<>();

    OfficialPapers(TemplateStore store, Documents documents, FileStore files, List<PaperSource> sources) {
        this.store = store;
        this.documents = documents;
        this.files = files;
        this.sources = sources;
    }

    /** A template in force. @param version 0 for the one that Linli brings */
    public record InForce(int version, byte[] docx) {}

    /** What came of an upload. */
    public sealed interface Taken {}

    public record Done() implements Taken {}

    /** @param reason text key's last part below {@code publishing.template.refused} @param detail names the place; may be empty */
    public record Refused(String reason, String detail) implements Taken {}

    /** Every paper that features issue, in their order. */
    public List<Paper> list() {
        return sources.stream().flatMap(source -> source.papers().stream()).toList();
    }

    public Optional<Paper> find(String code) {
        return list().stream().filter(paper -> paper.code().equals(code)).findFirst();
    }

    /** Newest first. */
    public List<TemplateVersion> versions(Paper paper) {
        return store.list(paper.code());
    }

    public long uses(Paper paper, int version) {
        return store.uses(paper.code(), version);
    }

    /** The paper filled, as .docx; that it was made, and with which version, is kept. @param about such as {@code vote/12-3} */
    @Transactional
    public byte[] fill(Paper paper, DocumentData data, String about) {
        InForce template = inForce(paper);
        store.use(paper.code(), template.version(), about);
        return documents.fill(template.docx(), data);
    }

    public byte[] pdf(byte[] docx) {
        return documents.pdf(docx);
    }

    /** The newest version that is sound; Linli's own where the city has none or went back to it. */
    public InForce inForce(Paper paper) {
        for (TemplateVersion version : store.list(paper.code())) {
            String hash = version.hash();
            if (hash == null) {
                break;
            }
            if (isSound(paper, hash)) {
                return new InForce(version.number(), content(hash));
            }
        }
        return new InForce(0, paper.shipped());
    }

    /** A version's file; empty if there is none of this number, or it is Linli's own. @param version 0 for Linli's own */
    public Optional<byte[]> file(Paper paper, int version) {
        return version == 0
                ? Optional.of(paper.shipped())
                : store.list(paper.code()).stream()
                        .filter(one -> one.number() == version)
                        .flatMap(one -> Optional.ofNullable(one.hash()).stream())
                        .findFirst()
                        .map(this::content);
    }

    /** Puts a template in place once it is found sound. */
    @Transactional
    public Taken put(Paper paper, byte[] docx, String note, Viewer by) {
        if (note.length() > NOTE_AT_MOST) {
            return new Refused("NOTE", "");
        }
        try {
            documents.check(docx, paper.fields());
        } catch (DocumentRefused refused) {
            return new Refused(refused.reason().name(), refused.detail());
        }
        Set<String> missing = documents.missing(docx, paper);
        if (!missing.isEmpty()) {
            return new Refused("MISSING_PLACEHOLDER", String.join(" ", missing));
        }
        store.add(paper.code(), files.put(new ByteArrayInputStream(docx)), note.strip(), by);
        return new Done();
    }

    /** Goes back to the template that Linli brings; what was uploaded stays. */
    @Transactional
    public void revert(Paper paper, String note, Viewer by) {
        if (inForce(paper).version() != 0) {
            store.add(paper.code(), null, note.strip(), by);
        }
    }

    /** A later Linli may have other placeholders than the one that took the file. */
    private boolean isSound(Paper paper, String hash) {
        return sound.computeIfAbsent(paper.code() + "/" + hash, key -> {
            try {
                byte[] docx = content(hash);
                documents.check(docx, paper.fields());
                return documents.missing(docx, paper).isEmpty();
            } catch (DocumentRefused refused) {
                return false;
            }
        });
    }

    private byte[] content(String hash) {
        try (FileStore.Copy copy = files.open(hash)) {
            return Files.readAllBytes(copy.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
