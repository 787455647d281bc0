package org.linli.rules.decisions.ballots;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.linli.rules.HalfWidth;

/**
 * Recognises wording that asks for an answer, makes silence one, or praises and threatens. It knows some phrases, not meaning.
 *
 * <p>Source: Taizhou regulation art. 17: the owners' intent must be true and effective [V]; the phrases are our own default [D].
 */
final class LeadingWords {
    private static final String ANSWER = "(?:投?同意|赞成|支持|投?反对|不同意)";

    private static final List<Pattern> PHRASES = List.of(
            Pattern.compile("(?:请|恳请|敬请|希望|盼望|建议|务必|应当|必须|一定要|号召)[^，。；,.;是否]{0,8}" + ANSWER),
            Pattern.compile("(?:视为|视同|默认|推定)[^，。；,.;]{0,4}" + ANSWER),
            Pattern.compile("难道|岂能|谁不|利国利民|众望所归|后果自负|不同意者|反对者将"),
            Pattern.compile(
                    "(?i)please (?:agree|support|vote (?:yes|for|against))|deemed to (?:agree|consent)|don'?t you"));

    private LeadingWords() {}

    /** The first leading words of a text. */
    static Optional<String> find(String wording) {
        String text = HalfWidth.of(wording);
        return PHRASES.stream()
                .flatMap(phrase -> phrase.matcher(text).results())
                .map(MatchResult::group)
                .findFirst();
    }
}
