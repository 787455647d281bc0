package org.linli.decisions.handouts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.web.Citations;
import org.linli.platform.documents.DocumentData;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Texts;
import org.linli.rules.law.Citation;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words and figures as official papers write them: in Chinese, with the day in full. */
@Component
class PaperWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);

    private static final Pattern ITEM = Pattern.compile("([0-9]+) ?¶ ?([0-9]+) ?\\(([0-9]+)\\)");

    private final Texts texts;
    private final Portal portal;
    private final BusinessTime time;

    PaperWords(MessageSource messages, Portal portal, BusinessTime time) {
        this.texts = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
        this.portal = portal;
        this.time = time;
    }

    Texts texts() {
        return texts;
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String day(Instant at) {
        return day(LocalDate.ofInstant(at, BusinessTime.ZONE));
    }

    String today() {
        return day(time.today());
    }

    String area(long areaDm2) {
        return texts.area(areaDm2).replace(" m²", "");
    }

    String convener(Vote vote) {
        return texts.of("counting.convener", vote.initiator());
    }

    String scope(Vote vote) {
        boolean whole = vote.items().stream().allMatch(item -> item.buildings().isEmpty());
        return texts.t(whole ? "counting.paper.whole-area" : "counting.paper.some-buildings");
    }

    String address(Vote vote) {
        return portal.baseUrl().replaceAll("/+$", "") + "/votes/" + vote.id();
    }

    /** A citation as a court would write it: 第278条第1款第2项. */
    String law(Citation citation) {
        Matcher item = ITEM.matcher(citation.articles());
        return item.matches()
                ? texts.t("handouts.item", citation.source().chinese(), item.group(1), item.group(2), item.group(3))
                : Citations.text(texts, citation);
    }

    /** The annexes of all decisions, numbered. */
    List<DocumentData> annexes(Vote vote) {
        List<DecisionItem.Paper> all =
                vote.items().stream().flatMap(item -> item.annexes().stream()).toList();
        return IntStream.range(0, all.size())
                .mapToObj(i -> DocumentData.of(Map.of(
                        "no", Integer.toString(i + 1), "title", all.get(i).fileName())))
                .toList();
    }
}
