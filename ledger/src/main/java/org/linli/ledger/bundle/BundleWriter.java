package org.linli.ledger.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.linli.ledger.PublicRoll;

/** Writes a bundle as one .zip; the same bundle always gives the same bytes. */
public final class BundleWriter {
    static final String BUNDLE = "bundle.json";
    static final String LEAVES = "leaves.bin";
    static final String HEADS = "heads.json";
    static final String OPENINGS = "openings.json";
    /** Archives want a time; this one says nothing. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private BundleWriter() {}

    /** Leaves the stream open. */
    public static void write(Bundle bundle, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        put(zip, BUNDLE, JsonWriter.write(BundleFormat.json(bundle)));
        for (PublicRoll roll : bundle.rolls()) {
            put(
                    zip,
                    "rolls/%d.bin".formatted(roll.rollNo()),
                    roll.file(bundle.suite(), bundle.paper().voteKey()));
        }
        put(zip, LEAVES, bundle.leaves().bytes());
        put(zip, HEADS, bundle.heads().bytes());
        put(zip, OPENINGS, JsonWriter.write(OpeningsFormat.json(bundle.openings())));
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
