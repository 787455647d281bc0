package org.linli.verifier;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The verifier's texts in one language; Chinese unless the reader's environment or option says English. */
final class Words {
    private final ResourceBundle bundle;

    Words(Locale locale) {
        bundle = ResourceBundle.getBundle(
                "org.linli.verifier.words",
                locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language of a shell, as POSIX asks: LC_ALL before LANG. */
    static Locale locale(Map<String, String> environment) {
        String all = environment.getOrDefault("LC_ALL", "");
        String language = all.isEmpty() ? environment.getOrDefault("LANG", "") : all;
        return language.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** @param arguments text only, so that no number is formatted behind our back */
    String text(String key, String... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

    String text(Enum<?> constant, String... arguments) {
        return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name(), arguments);
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** A stranger's text without what could steer a terminal or hide in a line. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "�");
    }
}
