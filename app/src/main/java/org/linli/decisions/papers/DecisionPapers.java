package org.linli.decisions.papers;

import java.util.List;
import org.linli.platform.documents.DocumentFields;
import org.linli.platform.documents.Paper;
import org.linli.platform.documents.PaperSource;
import org.springframework.stereotype.Component;

/**
 * The papers that owners' decisions need. What each placeholder means is in {@code docs/documents.md}.
 *
 * <p>Source: Regulation on property management art. 14–16, Regulation of Taizhou art. 17; what a result may show: domain h.3.
 */
@Component
public class DecisionPapers implements PaperSource {

    /** 表决公告: at least fifteen days before the vote opens. */
    public static final Paper VOTE_NOTICE = new Paper(
            "vote-notice",
            DocumentFields.of(
                            "number",
                            "community",
                            "scope",
                            "title",
                            "convener",
                            "form",
                            "opens",
                            "closes",
                            "roll-date",
                            "heads",
                            "area",
                            "challenge-until",
                            "return-places",
                            "page-address",
                            "contact",
                            "issued-by",
                            "issued-on")
                    .withList("questions", DocumentFields.of("no", "text", "threshold", "law"))
                    .withList("annexes", DocumentFields.of("no", "title"))
                    .withCode("page-code"));

    /** 纸质表决票: a question has one item in exactly one of {@code single}, {@code candidates} and {@code options}. */
    public static final Paper BALLOT = new Paper(
            "ballot",
            DocumentFields.of(
                            "number",
                            "community",
                            "title",
                            "place",
                            "heads",
                            "area",
                            "opens",
                            "closes",
                            "return-places",
                            "page-address",
                            "contact",
                            "issued-by")
                    .withList(
                            "questions",
                            DocumentFields.of("no", "text", "how")
                                    .withList("single", DocumentFields.of("label"))
                                    .withList("candidates", DocumentFields.of("label"))
                                    .withList("options", DocumentFields.of("label")))
                    .withCode("page-code"));

    /** 送达签收表: who was reached and how, never what anybody chose. */
    public static final Paper DELIVERY_LIST = new Paper(
            "delivery-list",
            DocumentFields.of("community", "title", "building", "closes", "printed-on", "issued-by")
                    .withList("homes", DocumentFields.of("no", "place", "owner", "ballot", "way", "date")));

    /** 计票表: signed by those who counted and those who watched. */
    public static final Paper COUNT_SHEET = new Paper(
            "count-sheet",
            DocumentFields.of(
                            "community",
                            "title",
                            "opens",
                            "closes",
                            "heads",
                            "area",
                            "phone-ballots",
                            "paper-issued",
                            "paper-returned",
                            "paper-voided",
                            "proxy-ballots",
                            "assisted-ballots",
                            "decided-on",
                            "root")
                    .withList("questions", tally())
                    .withList("witnesses", DocumentFields.of("role", "name")));

    /** 结果公告: total, participation and agreement exactly, in heads and area; nobody's choice. */
    public static final Paper RESULT_NOTICE = new Paper(
            "result-notice",
            DocumentFields.of(
                            "number",
                            "community",
                            "scope",
                            "title",
                            "convener",
                            "opens",
                            "closes",
                            "heads",
                            "area",
                            "deemed",
                            "objection-until",
                            "objection-way",
                            "court-until",
                            "contact",
                            "root",
                            "page-address",
                            "issued-by",
                            "issued-on")
                    .withList("questions", tally())
                    .withList("elected", DocumentFields.of("name", "post", "term"))
                    .withCode("page-code"));

    /** 业主委员会备案表: within thirty days of the election. */
    public static final Paper FILING_FORM = new Paper(
            "filing-form",
            DocumentFields.of(
                            "community",
                            "division",
                            "address",
                            "heads",
                            "area",
                            "committee",
                            "elected-on",
                            "term-from",
                            "term-to",
                            "file-until",
                            "contact",
                            "issued-on")
                    .withList("members", DocumentFields.of("no", "name", "post", "place", "phone"))
                    .withList("annexes", DocumentFields.of("no", "title")));

    /** 异议处理决定: an objection, what was found, what follows. */
    public static final Paper OBJECTION_RULING = new Paper(
            "objection-ruling",
            DocumentFields.of(
                    "number",
                    "community",
                    "title",
                    "objector",
                    "raised-on",
                    "objection",
                    "facts",
                    "grounds",
                    "ruling",
                    "remedy",
                    "issued-by",
                    "issued-on"));

    @Override
    public List<Paper> papers() {
        return List.of(VOTE_NOTICE, BALLOT, DELIVERY_LIST, COUNT_SHEET, RESULT_NOTICE, FILING_FORM, OBJECTION_RULING);
    }

    /** One question's count: T is all, P who took part, Y who agreed. */
    private static DocumentFields tally() {
        return DocumentFields.of(
                "no",
                "text",
                "threshold",
                "outcome",
                "took-part-heads",
                "took-part-area",
                "took-part-share",
                "agreed-heads",
                "agreed-area",
                "agreed-share",
                "not-agreed",
                "note");
    }
}
