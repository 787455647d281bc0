package org.linli.ledger.bundle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.LeafFile;
import org.linli.ledger.MalformedException;
import org.linli.ledger.PublicRoll;
import org.linli.ledger.Suite;
import org.linli.ledger.bundle.UnreadableBundleException.Trouble;

/**
 * Reads a bundle from anybody: names are taken only from the list of known ones and never used as paths, sizes are bounded while
 * unpacking whatever the archive says, and nothing may be there twice.
 */
public final class BundleReader {
    private static final Pattern ROLL = Pattern.compile("rolls/([1-9][0-9]{0,2}|1000)\\.bin");
    private static final int MIB = 1 << 20;
    private static final int MOST_JSON = 16 * MIB;
    private static final int MOST_ROLLS = 128 * MIB;
    private static final int MOST_LEAVES = 1024 * MIB;

    private final Map<String, byte[]> files = new TreeMap<>();

    private BundleReader() {}

    /** @throws UnreadableBundleException if it is no bundle; what it says is for {@link BundleCheck} */
    public static Bundle read(InputStream in) throws IOException {
        BundleReader reader = new BundleReader();
        reader.unpack(in);
        return reader.bundle();
    }

    private void unpack(InputStream in) throws IOException {
        int rolls = MOST_ROLLS;
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                boolean isRoll = ROLL.matcher(name).matches();
                byte[] bytes = unpack(zip, name, isRoll ? rolls : most(name));
                rolls -= isRoll ? bytes.length : 0;
                if (files.put(name, bytes) != null) {
                    throw new UnreadableBundleException(Trouble.DOUBLE_FILE, name, "twice");
                }
            }
        } catch (ZipException | EOFException e) {
            throw new UnreadableBundleException(Trouble.NO_ARCHIVE, "", String.valueOf(e.getMessage()));
        }
        if (files.isEmpty()) {
            throw new UnreadableBundleException(Trouble.NO_ARCHIVE, "", "nothing in it");
        }
    }

    private static int most(String name) throws UnreadableBundleException {
        return switch (name) {
            case BundleWriter.BUNDLE, BundleWriter.HEADS, BundleWriter.OPENINGS -> MOST_JSON;
            case BundleWriter.LEAVES -> MOST_LEAVES;
            default -> throw new UnreadableBundleException(Trouble.STRANGE_FILE, shown(name), "no file of a bundle");
        };
    }

    private static byte[] unpack(ZipInputStream zip, String name, int most) throws IOException {
        byte[] bytes = zip.readNBytes(most);
        if (zip.read() >= 0) {
            throw new UnreadableBundleException(Trouble.TOO_LARGE, name, "more than %d bytes".formatted(most));
        }
        return bytes;
    }

    /** A stranger's name, fit for a terminal. */
    private static String shown(String name) {
        String plain = name.replaceAll("[^\\p{Alnum}./_-]", "?");
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }

    private Bundle bundle() throws UnreadableBundleException {
        Json.Fields main =
                parse(BundleWriter.BUNDLE, json -> JsonReader.read(json).asObject());
        Suite suite = parse(BundleWriter.BUNDLE, json -> {
            if (main.number("format") != Bundle.FORMAT) {
                throw new MalformedException("no format " + main.number("format"));
            }
            return Suite.of(main.number("suite", Byte.MAX_VALUE));
        });
        BallotPaper paper = parse(BundleWriter.BUNDLE, json -> BundleFormat.paper(main));
        Json.Fields vote = main.object("vote");
        return new Bundle(
                suite,
                paper,
                parse(BundleWriter.BUNDLE, json -> BundleFormat.micros(vote, "deadlineMicros")),
                parse(BundleWriter.BUNDLE, json -> BundleFormat.extension(vote)),
                parse(BundleWriter.BUNDLE, json -> BundleFormat.declared(main)),
                rolls(suite, paper),
                parse(BundleWriter.LEAVES, bytes -> LeafFile.read(suite, paper.voteKey(), bytes)),
                parse(BundleWriter.HEADS, json -> heads(suite, paper, json)),
                parse(
                        BundleWriter.OPENINGS,
                        json -> OpeningsFormat.read(suite, JsonReader.read(json).asObject())));
    }

    private static Heads heads(Suite suite, BallotPaper paper, byte[] json) {
        Heads heads = Heads.read(json);
        if (heads.suite() != suite || !heads.voteKey().equals(paper.voteKey())) {
            throw new MalformedException("heads of another vote");
        }
        return heads;
    }

    private List<PublicRoll> rolls(Suite suite, BallotPaper paper) throws UnreadableBundleException {
        Map<Integer, PublicRoll> rolls = new TreeMap<>();
        for (String name : files.keySet()) {
            Matcher matcher = ROLL.matcher(name);
            if (matcher.matches()) {
                PublicRoll roll = parse(name, bytes -> PublicRoll.read(suite, paper.voteKey(), bytes));
                if (roll.rollNo() != Integer.parseInt(matcher.group(1))) {
                    throw new UnreadableBundleException(Trouble.MALFORMED, name, "another number inside");
                }
                rolls.put(roll.rollNo(), roll);
            }
        }
        return new ArrayList<>(rolls.values());
    }

    private <T> T parse(String name, Function<byte[], T> read) throws UnreadableBundleException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new UnreadableBundleException(Trouble.MISSING_FILE, name, "not there");
        }
        try {
            return read.apply(bytes);
        } catch (MalformedException e) {
            throw new UnreadableBundleException(Trouble.MALFORMED, name, String.valueOf(e.getMessage()));
        }
    }
}
