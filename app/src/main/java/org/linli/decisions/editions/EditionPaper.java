package org.linli.decisions.editions;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.FullRecord;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.platform.documents.WatermarkedPages;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The edition as a court reads it: every ballot in words, on pages that say throughout for whom they were made. */
@Component
class EditionPaper {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    private final WatermarkedPages pages;
    private final Texts texts;

    EditionPaper(WatermarkedPages pages, MessageSource source) {
        this.pages = pages;
        this.texts = new Texts(source, Locale.SIMPLIFIED_CHINESE);
    }

    /** @param mark one line for every page */
    byte[] pdf(Vote vote, FrozenRoll roll, List<FullRecord.Opened> ballots, String mark) {
        List<String> lines = new ArrayList<>();
        lines.add(vote.communityName() + " · " + vote.terms().title());
        lines.add(texts.t("editions.paper.count", ballots.size()));
        lines.add("");
        for (DecisionItem item : vote.items()) {
            lines.add(texts.t("editions.paper.item", item.number(), item.wording()));
        }
        for (FullRecord.Opened ballot : ballots) {
            lines.add("");
            lines.add(texts.t(
                    ballot.annulled() ? "editions.paper.annulled" : "editions.paper.ballot",
                    Long.toString(ballot.leafNo()),
                    rooms(roll, ballot.entry()),
                    texts.t("casting.channel." + ballot.channel().name()),
                    minute(ballot.receivedAt())));
            for (DecisionItem item : vote.items()) {
                Answer answer = ballot.answers().get(item.number());
                if (answer != null) {
                    lines.add("    " + texts.t("editions.paper.item", item.number(), words(item, answer)));
                }
            }
        }
        return pages.pdf(mark, lines);
    }

    private static String rooms(FrozenRoll roll, String entry) {
        return roll.find(entry).stream()
                .flatMap(found -> found.parts().stream())
                .map(EditionFile::room)
                .collect(Collectors.joining("、"));
    }

    private String words(DecisionItem item, Answer answer) {
        return answer.options().isEmpty()
                ? texts.t("casting.answer." + answer.kind().name())
                : String.join("、", item.labels(answer.options()));
    }

    private static String minute(Instant at) {
        return MINUTE.format(at);
    }
}
