package org.linli.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.ledger.MalformedException;
import org.linli.ledger.SignedHead;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.BundleReader;
import org.linli.ledger.bundle.Heads;
import org.linli.ledger.bundle.UnreadableBundleException;

/**
 * {@code verify FILE [--heads FILE] [--key FINGERPRINT] [--lang zh|en]}: exit code 0 only if everything holds, 1 if not, 2 if the file
 * is no bundle.
 */
final class VerifyCommand {
    private static final String HEADS = "--heads";
    private static final String KEY = "--key";
    /** Digits of a fingerprint; people may part them by colons or spaces, or write them large. */
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private static final String LANG = "--lang";
    private static final List<String> OPTIONS = List.of(HEADS, KEY, LANG);
    private static final int MOST_HEADS_BYTES = 16 << 20;

    private VerifyCommand() {}

    static int run(List<String> arguments, Locale environment, PrintStream out, PrintStream err) {
        Map<String, String> options = new HashMap<>();
        boolean isUnderstood = read(arguments, options);
        String language = options.get(LANG);
        Words words = new Words(language == null ? environment : Locale.of(language));
        String file = options.get("");
        String key = options.getOrDefault(KEY, "").replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
        if (!isUnderstood
                || options.containsKey(KEY) && !FINGERPRINT.matcher(key).matches()
                || file == null
                || language != null && !List.of("zh", "en").contains(language)) {
            err.println(words.text("verify.usage"));
            return Verifier.MISUSED;
        }
        try {
            Bundle bundle = bundle(Path.of(file));
            List<SignedHead> seen = seen(bundle, options.get(HEADS));
            Verification verification =
                    key.isEmpty() ? Verification.of(bundle, seen) : Verification.of(bundle, seen, key);
            out.println(new VerifySheet(bundle, verification, words).text());
            return verification.holds() ? 0 : 1;
        } catch (UnreadableBundleException e) {
            err.println(words.text(e.trouble(), e.file()));
        } catch (MalformedException e) {
            err.println(words.text("verify.heads", Words.plain(String.valueOf(options.get(HEADS)))));
        } catch (IOException | InvalidPathException e) {
            err.println(words.text("verify.unreadable", Words.plain(String.valueOf(e.getMessage()))));
        }
        return Verifier.MISUSED;
    }

    private static boolean read(List<String> arguments, Map<String, String> options) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean isOption = OPTIONS.contains(argument);
            if (isOption && i + 1 == arguments.size() || !isOption && argument.startsWith("--")) {
                return false;
            }
            if (options.put(isOption ? argument : "", isOption ? arguments.get(++i) : argument) != null) {
                return false;
            }
        }
        return true;
    }

    private static Bundle bundle(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return BundleReader.read(in);
        }
    }

    /** Heads that a witness kept. @throws MalformedException if it is no file of heads, or one of another vote */
    private static List<SignedHead> seen(Bundle bundle, @Nullable String file) throws IOException {
        if (file == null) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Heads heads = Heads.read(in.readNBytes(MOST_HEADS_BYTES));
            if (heads.suite() != bundle.suite()
                    || !heads.voteKey().equals(bundle.paper().voteKey())) {
                throw new MalformedException("heads of another vote");
            }
            return heads.heads();
        }
    }
}
