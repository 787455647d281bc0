package org.linli.decisions.counting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.CastRequest.Channel;
import org.linli.decisions.counting.Results.Result;
import org.linli.decisions.papers.DecisionPapers;
import org.linli.platform.documents.DocumentData;
import org.linli.platform.web.Texts;
import org.linli.publishing.ledger.RecordId;
import org.linli.publishing.ledger.Records;
import org.linli.publishing.papers.OfficialPapers;
import org.linli.rules.decisions.Axis;
import org.linli.rules.decisions.Fraction;
import org.linli.rules.decisions.Verdict;
import org.linli.rules.decisions.Weight;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * The official papers of a result, in Chinese: the notice for all owners and the sheet of the count. The same figures as on the
 * page, from the same count.
 */
@Service
public class ResultPapers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);

    private final OfficialPapers papers;
    private final Ballots ballots;
    private final Records records;
    private final Texts texts;

    ResultPapers(OfficialPapers papers, Ballots ballots, Records records, MessageSource messages) {
        this.papers = papers;
        this.ballots = ballots;
        this.records = records;
        this.texts = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
    }

    /** 结果公告 as .docx. @param address of the public page */
    public byte[] notice(Result result, String address) {
        return papers.fill(
                DecisionPapers.RESULT_NOTICE,
                noticeData(result, address),
                "vote/" + result.vote().id());
    }

    /** 计票表 as .docx. */
    public byte[] sheet(Result result) {
        return papers.fill(
                DecisionPapers.COUNT_SHEET,
                sheetData(result),
                "vote/" + result.vote().id());
    }

    public byte[] pdf(byte[] docx) {
        return papers.pdf(docx);
    }

    private DocumentData noticeData(Result result, String address) {
        Vote vote = result.vote();
        Weight total =
                result.sheet().result().items().getFirst().leading().raw().total();
        Map<String, String> data = new TreeMap<>();
        data.put("number", vote.id().toString());
        data.put("community", vote.communityName());
        data.put("scope", scope(vote));
        data.put("title", vote.terms().title());
        data.put("convener", texts.of("counting.convener", vote.initiator()));
        data.put("opens", day(vote.terms().window().opensOn()));
        data.put("closes", day(vote.terms().window().lastDay()));
        data.put("heads", texts.number(total.heads()));
        data.put("area", area(total.areaDm2()));
        data.put("deemed", deemed(result));
        data.put("objection-until", day(result.objectionLastDay()));
        data.put("objection-way", texts.t("counting.paper.objection-way"));
        data.put("court-until", day(result.courtDue()));
        data.put("contact", vote.terms().paperAddress());
        data.put(
                "root",
                result.head() == null ? result.sheet().digest() : result.head().root());
        data.put("page-address", address);
        data.put("issued-by", texts.of("counting.convener", vote.initiator()));
        data.put("issued-on", day(result.decidedOn()));
        return DocumentData.of(data)
                .withList("questions", questions(result))
                .withList("elected", elected(result))
                .withCode("page-code", address);
    }

    private DocumentData sheetData(Result result) {
        Vote vote = result.vote();
        CountResult counted = result.sheet().result();
        Weight total = counted.items().getFirst().leading().raw().total();
        Map<String, String> data = new TreeMap<>();
        data.put("community", vote.communityName());
        data.put("title", vote.terms().title());
        data.put("opens", day(vote.terms().window().opensOn()));
        data.put("closes", day(vote.terms().window().lastDay()));
        data.put("heads", texts.number(total.heads()));
        data.put("area", area(total.areaDm2()));
        Map<Channel, Long> cast = ballotsBy(vote);
        data.put("phone-ballots", texts.number(cast.getOrDefault(Channel.PHONE, 0L)));
        data.put("proxy-ballots", texts.number(cast.getOrDefault(Channel.PROXY, 0L)));
        data.put("assisted-ballots", texts.number(cast.getOrDefault(Channel.ASSISTED, 0L)));
        Map<String, Integer> leaves = records.kinds(
                new RecordId(vote.id().community().value(), vote.id().number()));
        data.put("paper-issued", texts.number(leaves.getOrDefault("PAPER_ISSUED", 0)));
        data.put("paper-returned", texts.number(leaves.getOrDefault("PAPER_RETURNED", 0)));
        data.put("paper-voided", texts.number(leaves.getOrDefault("PAPER_VOIDED", 0)));
        data.put("decided-on", day(result.decidedOn()));
        data.put(
                "root",
                result.head() == null ? result.sheet().digest() : result.head().root());
        return DocumentData.of(data)
                .withList("questions", questions(result))
                .withList(
                        "witnesses",
                        result.sheet().witnesses().stream()
                                .map(witness -> DocumentData.of(Map.of(
                                        "role",
                                        texts.of("counting.capacity", witness.capacity()),
                                        "name",
                                        witness.name())))
                                .toList());
    }

    /** The ballots that stand, by how they came. */
    private Map<Channel, Long> ballotsBy(Vote vote) {
        return ballots.cast(vote.id()).values().stream()
                .filter(line -> !line.annulled())
                .collect(Collectors.groupingBy(Ballots.Line::channel, Collectors.counting()));
    }

    private List<DocumentData> questions(Result result) {
        List<DocumentData> questions = new ArrayList<>();
        for (DecisionItem item : result.vote().items()) {
            CountResult.Item counted = result.sheet().result().item(item.number());
            for (CountResult.Line line : counted.lines()) {
                questions.add(question(item, counted, line, result.isVoid(item.number())));
            }
        }
        return questions;
    }

    /** An option or candidate is a line of its own, since each needs the consent of its class. */
    private DocumentData question(
            DecisionItem item, CountResult.Item counted, CountResult.Line line, boolean overruled) {
        Verdict verdict = line.verdict(counted.decisionClass());
        boolean single = counted.kind() == DecisionKind.YES_NO;
        Map<String, String> data = new TreeMap<>();
        data.put("no", single ? Integer.toString(item.number()) : item.number() + "-" + line.option());
        data.put("text", single ? item.wording() : item.wording() + "：" + label(item, line.option()));
        data.put("threshold", texts.of("counting.paper.threshold", counted.decisionClass()));
        data.put("outcome", overruled ? texts.t("counting.paper.void") : outcome(counted, line, verdict));
        data.put("took-part-heads", texts.number(verdict.tally().voted().heads()));
        data.put("took-part-area", area(verdict.tally().voted().areaDm2()));
        data.put("took-part-share", shares(verdict, Fraction.Step.QUORUM));
        data.put("agreed-heads", texts.number(verdict.tally().agreed().heads()));
        data.put("agreed-area", area(verdict.tally().agreed().areaDm2()));
        data.put("agreed-share", shares(verdict, Fraction.Step.CONSENT));
        data.put(
                "not-agreed",
                single
                        ? notAgreed(counted, line)
                        : weight(verdict.tally().voted().minus(verdict.tally().agreed())));
        data.put("note", note(counted));
        return DocumentData.of(data);
    }

    private String outcome(CountResult.Item counted, CountResult.Line line, Verdict verdict) {
        if (counted.kind() == DecisionKind.YES_NO) {
            return texts.of("decisions.outcome", counted.outcome());
        }
        boolean chosen = counted.chosen().contains(line.option());
        String place = chosen ? "CHOSEN" : "NOT_CHOSEN";
        return verdict.outcome() == org.linli.rules.decisions.Outcome.NO_VALID_DECISION
                ? texts.of("decisions.outcome", verdict.outcome())
                : texts.t("counting.place." + counted.kind().name() + "." + place);
    }

    private String notAgreed(CountResult.Item counted, CountResult.Line line) {
        Weight oppose = counted.oppose();
        Weight abstain = counted.abstain();
        return oppose == null || abstain == null
                ? texts.t(
                        "counting.paper.together",
                        weight(line.raw().voted().minus(line.raw().agreed())))
                : texts.t("counting.paper.apart", weight(oppose), weight(abstain));
    }

    private String note(CountResult.Item counted) {
        if (counted.hangsOnContested()) {
            return texts.t("counting.hangs-notice");
        }
        return texts.t(
                counted.readings().isEmpty()
                        ? "counting.robust-nothing"
                        : counted.flips().isEmpty() ? "counting.robust-same" : "counting.paper.flips");
    }

    private String shares(Verdict verdict, Fraction.Step step) {
        return verdict.fractions().stream()
                .filter(fraction -> fraction.step() == step)
                .map(fraction -> fraction.axis() == Axis.AREA
                        ? area(fraction.part()) + "/" + area(fraction.whole())
                        : texts.number(fraction.part()) + "/" + texts.number(fraction.whole()))
                .collect(Collectors.joining("；"));
    }

    private static String label(DecisionItem item, int option) {
        return item.options().stream()
                .filter(named -> named.number() == option)
                .map(DecisionItem.Option::label)
                .findFirst()
                .orElseThrow();
    }

    private List<DocumentData> elected(Result result) {
        List<DocumentData> elected = new ArrayList<>();
        for (DecisionItem item : result.vote().items()) {
            CountResult.Item counted = result.sheet().result().item(item.number());
            if (counted.seats() != null && !result.isVoid(item.number())) {
                counted.chosen()
                        .forEach(option -> elected.add(DocumentData.of(Map.of(
                                "name",
                                label(item, option),
                                "post",
                                texts.t("counting.paper.member"),
                                "term",
                                day(result.decidedOn())))));
            }
        }
        return elected;
    }

    private String deemed(Result result) {
        List<String> both = new ArrayList<>();
        for (CountResult.Item item : result.sheet().result().items()) {
            for (CountResult.Line line : item.lines()) {
                if (line.deemed() != null) {
                    both.add(texts.t(
                            "counting.paper.deemed",
                            item.number(),
                            weight(line.raw().voted()),
                            weight(line.raw().agreed()),
                            weight(line.deemed().voted()),
                            weight(line.deemed().agreed())));
                }
            }
        }
        return both.isEmpty() ? texts.t("counting.paper.no-deemed") : String.join("\n", both);
    }

    private String scope(Vote vote) {
        boolean whole = vote.items().stream().allMatch(item -> item.buildings().isEmpty());
        return texts.t(whole ? "counting.paper.whole-area" : "counting.paper.some-buildings");
    }

    private String weight(Weight weight) {
        return texts.t("counting.weight", texts.number(weight.heads()), texts.area(weight.areaDm2()));
    }

    private String area(long areaDm2) {
        return texts.area(areaDm2).replace(" m²", "");
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
