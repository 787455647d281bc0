package org.linli.registry.imports.web;

import java.util.stream.Collectors;
import org.linli.platform.web.Texts;
import org.linli.registry.imports.Finding;

/** Findings in the reader's words. */
public final class Words {

    private Words() {}

    /** What is wrong or assumed; the first argument is the cell's text. */
    public static String of(Finding finding, Texts texts) {
        Object[] args = finding.args().stream().map(arg -> arg(arg, texts)).toArray();
        StringBuilder words = new StringBuilder();
        for (String code : finding.code().split(",", -1)) {
            words.append(words.isEmpty() ? "" : "; ").append(texts.t("imports.finding." + code, args));
        }
        return words.toString();
    }

    /** An argument that begins with ~ is a text key; of several, each has a line. */
    static String arg(String arg, Texts texts) {
        return !arg.startsWith("~")
                ? arg
                : arg.lines().map(key -> texts.t(key.substring(1))).collect(Collectors.joining(" "));
    }

    /** A choice of a question: a word of ours, or a code as it is. */
    public static String choice(String choice, String code, Texts texts) {
        return switch (choice) {
            case "DIFFERENT", "KEEP", "RENAME" -> texts.t("imports.choice." + code + "." + choice);
            default -> texts.t("imports.choice.code", choice);
        };
    }
}
