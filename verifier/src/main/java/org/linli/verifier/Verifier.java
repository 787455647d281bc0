package org.linli.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The command line: {@code count} and {@code verify}. Answers on standard output, complaints on standard error, both in UTF-8. */
public final class Verifier {
    static final int MISUSED = 2;

    private Verifier() {}

    /** Exit code 0 for every lawful outcome and for a bundle that holds, 1 for one that does not, 2 for what cannot be answered. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, err));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        Locale locale = Words.locale(environment);
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        return switch (command) {
            case "count" -> count(rest, locale, out, err);
            case "verify" -> VerifyCommand.run(rest, locale, out, err);
            default -> {
                Words words = new Words(locale);
                err.println(words.text("usage"));
                err.println(words.text("verify.usage"));
                yield MISUSED;
            }
        };
    }

    private static int count(List<String> arguments, Locale locale, PrintStream out, PrintStream err) {
        return switch (CountRequest.read(arguments, locale)) {
            case CountRequest.Refused(List<String> problems) -> {
                problems.forEach(err::println);
                yield MISUSED;
            }
            case CountRequest.Accepted request -> {
                out.println(request.json() ? CountJson.line(request.verdict()) : CountSheet.text(request));
                yield 0;
            }
        };
    }
}
