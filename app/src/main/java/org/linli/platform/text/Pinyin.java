package org.linli.platform.text;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names as people type them without a Chinese keyboard: 白云 is found by {@code baiyun} and by {@code by}. */
public final class Pinyin {

    private static final ThreadLocal<Transliterator> LATIN =
            ThreadLocal.withInitial(() -> Transliterator.getInstance("Han-Latin; Latin-ASCII; Any-Lower"));

    private static final Map<Integer, String> SYLLABLES = new ConcurrentHashMap<>();

    private Pinyin() {}

    /** Letters and digits only, without tones and spaces: 白云街道 gives {@code baiyunjiedao}. */
    public static String key(String text) {
        StringBuilder key = new StringBuilder();
        text.codePoints().forEach(character -> key.append(syllable(character)));
        return key.toString();
    }

    /** What search looks in: the whole pinyin, a space, and the initials: {@code baiyunjiedao byjd}. */
    public static String searchable(String text) {
        StringBuilder initials = new StringBuilder();
        text.codePoints()
                .mapToObj(Pinyin::syllable)
                .filter(syllable -> !syllable.isEmpty())
                .forEach(syllable -> initials.append(syllable.charAt(0)));
        return key(text) + " " + initials;
    }

    /** Letters and digits of one character; remembered, since the library takes its time over each. */
    private static String syllable(int character) {
        return SYLLABLES.computeIfAbsent(
                character,
                c -> LATIN.get()
                        .transliterate(Character.toString(c))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]", ""));
    }
}
