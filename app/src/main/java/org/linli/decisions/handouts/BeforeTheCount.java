package org.linli.decisions.handouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.counting.Finals;
import org.linli.decisions.papers.DecisionPapers;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.RollViews;
import org.linli.decisions.reach.delivery.CollectorList;
import org.linli.decisions.reach.delivery.Deliveries;
import org.linli.decisions.reach.paper.Paper;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.platform.documents.DocumentData;
import org.linli.publishing.papers.OfficialPapers;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.matters.Admission;
import org.springframework.stereotype.Service;

/** 表决公告, 纸质表决票 and 送达签收表, filled from the vote, its roll and its papers. */
@Service
public class BeforeTheCount {

    private static final String UNKNOWN = "—";

    private final OfficialPapers papers;
    private final RollViews rolls;
    private final PaperBallots ballots;
    private final Deliveries deliveries;
    private final PaperWords words;

    BeforeTheCount(
            OfficialPapers papers, RollViews rolls, PaperBallots ballots, Deliveries deliveries, PaperWords words) {
        this.papers = papers;
        this.rolls = rolls;
        this.ballots = ballots;
        this.deliveries = deliveries;
        this.words = words;
    }

    /** The notice as .docx; before the roll is frozen its sums are left open. */
    public byte[] notice(Vote vote) {
        Optional<Weight> total =
                rolls.find(vote.id()).map(roll -> roll.totals().firstEntry().getValue());
        Map<String, String> data = new TreeMap<>(common(vote));
        data.put("scope", words.scope(vote));
        data.put("convener", words.convener(vote));
        data.put("form", words.texts().t("handouts.form"));
        data.put("roll-date", words.day(vote.terms().noticeOn()));
        data.put(
                "heads",
                total.map(weight -> words.texts().number(weight.heads())).orElse(UNKNOWN));
        data.put("area", total.map(weight -> words.area(weight.areaDm2())).orElse(UNKNOWN));
        data.put(
                "challenge-until",
                words.day(Finals.calendar(vote).challengeLastDay(vote.terms().noticeOn())));
        data.put("issued-on", words.day(vote.terms().noticeOn()));
        return papers.fill(
                DecisionPapers.VOTE_NOTICE,
                DocumentData.of(data)
                        .withList(
                                "questions",
                                vote.items().stream().map(this::asked).toList())
                        .withList("annexes", words.annexes(vote))
                        .withCode("page-code", words.address(vote)),
                about(vote));
    }

    private DocumentData asked(DecisionItem item) {
        return DocumentData.of(Map.of(
                "no",
                Integer.toString(item.number()),
                "text",
                item.wording(),
                "threshold",
                words.texts().of("counting.paper.threshold", item.decisionClass()),
                "law",
                switch (item.matter().admission()) {
                    case Admission.Vote(var decisionClass, var citation) -> words.law(citation);
                    case Admission.NoVote no -> "";
                }));
    }

    /** A ballot that is out, as .docx: numbered and blank. Empty when there is no such paper, or it is back or void. */
    public Optional<byte[]> ballot(Vote vote, int number) {
        Optional<RollView> roll = rolls.find(vote.id());
        Optional<Paper> paper = ballots.find(vote, number).filter(one -> one.state() == Paper.State.OUTSTANDING);
        if (roll.isEmpty() || paper.isEmpty()) {
            return Optional.empty();
        }
        RollView.Entry entry = roll.get().entries().get(paper.get().entry());
        if (entry == null) {
            return Optional.empty();
        }
        Map<String, String> data = new TreeMap<>(common(vote));
        data.put("number", paper.get().number() + " · " + paper.get().serialInGroups());
        data.put(
                "place",
                roll.get()
                        .part(paper.get().homeNo())
                        .map(RollView.Part::address)
                        .orElse(""));
        data.put("heads", "1");
        data.put(
                "area",
                words.area(entry.areas().values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0)));
        List<DocumentData> questions = vote.items().stream()
                .filter(item -> entry.areas().containsKey(item.rollNo()))
                .map(this::question)
                .toList();
        return Optional.of(papers.fill(
                DecisionPapers.BALLOT,
                DocumentData.of(data).withList("questions", questions).withCode("page-code", words.address(vote)),
                about(vote) + "/paper/" + number));
    }

    private DocumentData question(DecisionItem item) {
        List<DocumentData> options = item.options().stream()
                .map(option -> DocumentData.of(Map.of("label", option.label())))
                .toList();
        List<DocumentData> single = new ArrayList<>();
        List<DocumentData> candidates = List.of();
        List<DocumentData> choices = new ArrayList<>();
        String how = words.texts().t("handouts.how." + item.kind(), item.seats());
        switch (item.kind()) {
            case YES_NO -> single.add(DocumentData.of(Map.of("label", item.explanation())));
            case ELECTION -> candidates = options;
            case CHOICE -> {
                choices.addAll(options);
                choices.add(DocumentData.of(Map.of("label", words.texts().t("handouts.none-of-them"))));
                choices.add(DocumentData.of(Map.of("label", words.texts().t("handouts.abstain"))));
            }
        }
        return DocumentData.of(Map.of("no", Integer.toString(item.number()), "text", item.wording(), "how", how))
                .withList("single", single)
                .withList("candidates", candidates)
                .withList("options", choices);
    }

    /** The list of a building as .docx: rooms and boxes, no name. Empty when the roll has no such building. */
    public Optional<byte[]> deliveryList(Vote vote, int building) {
        Map<Integer, String> numbers = new TreeMap<>();
        ballots.list(vote).stream()
                .filter(paper -> paper.state() != Paper.State.VOIDED)
                .forEach(paper -> numbers.put(paper.homeNo(), Integer.toString(paper.number())));
        return deliveries.list(vote, building).map(list -> {
            Map<String, String> data = new TreeMap<>();
            data.put("community", vote.communityName());
            data.put("title", vote.terms().title());
            data.put("building", list.building());
            data.put("closes", words.day(vote.terms().window().lastDay()));
            data.put("printed-on", words.today());
            data.put("issued-by", words.convener(vote));
            List<DocumentData> homes = new ArrayList<>();
            for (CollectorList.Home home : list.homes()) {
                homes.add(home(homes.size() + 1, home, numbers.getOrDefault(home.homeNo(), "")));
            }
            return papers.fill(
                    DecisionPapers.DELIVERY_LIST,
                    DocumentData.of(data).withList("homes", homes),
                    about(vote) + "/building/" + building);
        });
    }

    private DocumentData home(int place, CollectorList.Home home, String paper) {
        var way = home.way();
        String room = home.unit().isEmpty() ? home.room() : home.unit() + "-" + home.room();
        return DocumentData.of(Map.of(
                "no",
                Integer.toString(place),
                "place",
                room,
                "owner",
                "",
                "ballot",
                paper,
                "way",
                way == null ? words.texts().t("handouts.boxes") : words.texts().of("reach.way", way),
                "date",
                ""));
    }

    private Map<String, String> common(Vote vote) {
        Map<String, String> data = new TreeMap<>();
        data.put("number", vote.id().toString());
        data.put("community", vote.communityName());
        data.put("title", vote.terms().title());
        data.put("opens", words.day(vote.terms().window().opensOn()));
        data.put("closes", words.day(vote.terms().window().lastDay()));
        data.put("return-places", vote.terms().paperAddress());
        data.put("page-address", words.address(vote));
        data.put("contact", vote.terms().paperAddress());
        data.put("issued-by", words.convener(vote));
        return data;
    }

    static String about(Vote vote) {
        return "vote/" + vote.id();
    }
}
