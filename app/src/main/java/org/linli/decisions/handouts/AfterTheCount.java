package org.linli.decisions.handouts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.counting.CountResult;
import org.linli.decisions.counting.Finals;
import org.linli.decisions.counting.Objections;
import org.linli.decisions.counting.Results;
import org.linli.decisions.papers.DecisionPapers;
import org.linli.divisions.Divisions;
import org.linli.platform.documents.DocumentData;
import org.linli.platform.ids.DivisionCode;
import org.linli.publishing.papers.OfficialPapers;
import org.linli.rules.decisions.Weight;
import org.springframework.stereotype.Service;

/** 业主委员会备案表 and 异议处理决定, filled from the signed count and the ruling. */
@Service
public class AfterTheCount {

    /** Left to be filled in by hand: the count does not know it. */
    private static final String BY_HAND = "　　　　";

    private final OfficialPapers papers;
    private final Results results;
    private final Objections objections;
    private final Divisions divisions;
    private final PaperWords words;

    AfterTheCount(
            OfficialPapers papers, Results results, Objections objections, Divisions divisions, PaperWords words) {
        this.papers = papers;
        this.results = results;
        this.objections = objections;
        this.divisions = divisions;
        this.words = words;
    }

    /** The filing form of the committee that was elected, as .docx; empty without a signed count or an election in the vote. */
    public Optional<byte[]> filingForm(Vote vote) {
        return results.find(vote)
                .filter(result -> result.sheet().result().items().stream().anyMatch(item -> item.seats() != null))
                .map(this::filingForm);
    }

    private byte[] filingForm(Results.Result result) {
        Vote vote = result.vote();
        LocalDate elected = result.decidedOn();
        Weight total =
                result.sheet().result().items().getFirst().leading().raw().total();
        Map<String, String> data = new TreeMap<>();
        data.put("community", vote.communityName());
        data.put("division", divisions.fullName(new DivisionCode(vote.division())));
        data.put("address", BY_HAND);
        data.put("heads", words.texts().number(total.heads()));
        data.put("area", words.area(total.areaDm2()));
        data.put("committee", words.texts().t("handouts.committee", vote.communityName()));
        data.put("elected-on", words.day(elected));
        data.put("term-from", words.day(elected));
        data.put("term-to", BY_HAND);
        data.put("file-until", words.day(Finals.calendar(vote).filingDue(elected)));
        data.put("contact", vote.terms().paperAddress());
        data.put("issued-on", words.today());
        return papers.fill(
                DecisionPapers.FILING_FORM,
                DocumentData.of(data).withList("members", members(result)).withList("annexes", words.annexes(vote)),
                BeforeTheCount.about(vote));
    }

    private List<DocumentData> members(Results.Result result) {
        List<DocumentData> members = new ArrayList<>();
        for (DecisionItem item : result.vote().items()) {
            CountResult.Item counted = result.sheet().result().item(item.number());
            if (counted.seats() == null || result.isVoid(item.number())) {
                continue;
            }
            item.options().stream()
                    .filter(option -> counted.chosen().contains(option.number()))
                    .forEach(option -> members.add(DocumentData.of(Map.of(
                            "no",
                            Integer.toString(members.size() + 1),
                            "name",
                            option.label(),
                            "post",
                            words.texts().t("counting.paper.member"),
                            "place",
                            BY_HAND,
                            "phone",
                            BY_HAND))));
        }
        return members;
    }

    /** The ruling on an objection, as .docx; empty while there is none. */
    public Optional<byte[]> ruling(Vote vote, int number) {
        return objections.find(vote.id(), number).flatMap(objection -> {
            var ruling = objection.ruling();
            return ruling == null ? Optional.empty() : Optional.of(ruling(vote, objection, ruling));
        });
    }

    private byte[] ruling(Vote vote, Objections.Objection objection, Objections.Ruling ruling) {
        Map<String, String> data = new TreeMap<>();
        data.put("number", vote.id() + "-" + objection.number());
        data.put("community", vote.communityName());
        data.put("title", vote.terms().title());
        data.put("objector", words.texts().t("handouts.objector", objection.number()));
        data.put("raised-on", words.day(objection.at()));
        data.put("objection", objection.summary());
        data.put("facts", ruling.reason());
        data.put("grounds", words.texts().t("handouts.grounds"));
        data.put("ruling", words.texts().t(ruling.upheld() ? "handouts.upheld" : "handouts.dismissed"));
        data.put("remedy", words.texts().t("handouts.remedy"));
        data.put("issued-by", ruling.by());
        data.put("issued-on", words.day(ruling.at()));
        return papers.fill(
                DecisionPapers.OBJECTION_RULING,
                DocumentData.of(data),
                BeforeTheCount.about(vote) + "/objection/" + objection.number());
    }
}
