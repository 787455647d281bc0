package org.linli.decisions.drafting;

import java.util.List;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.platform.web.Texts;
import org.linli.rules.decisions.matters.Matter;

/** A draft to start from, in neutral words. The texts are at {@code decisions.template.<CONSTANT>}. */
public enum DraftTemplate {
    EMPTY(Matter.OTHER_MAJOR, DecisionKind.YES_NO, 1),
    ELECTION(Matter.COMMITTEE, DecisionKind.ELECTION, 7),
    HIRING(Matter.PROPERTY_COMPANY, DecisionKind.CHOICE, 1),
    DISMISSAL(Matter.PROPERTY_COMPANY, DecisionKind.YES_NO, 1),
    COVENANT(Matter.COVENANT, DecisionKind.YES_NO, 1),
    RULES(Matter.RULES_OF_PROCEDURE, DecisionKind.YES_NO, 1),
    FUND_USE(Matter.FUND_USE, DecisionKind.YES_NO, 1),
    FEE(Matter.FEE_STANDARD, DecisionKind.YES_NO, 1);

    private final Matter matter;
    private final DecisionKind kind;
    private final int seats;

    DraftTemplate(Matter matter, DecisionKind kind, int seats) {
        this.matter = matter;
        this.kind = kind;
        this.seats = seats;
    }

    public String title(Texts texts) {
        return this == EMPTY ? "" : text(texts, "title");
    }

    public String body(Texts texts) {
        return this == EMPTY ? "" : text(texts, "body");
    }

    /** The decision it begins with; none for the empty draft. */
    public List<DecisionItem> items(Texts texts) {
        return this == EMPTY
                ? List.of()
                : List.of(new DecisionItem(
                        1,
                        1,
                        matter,
                        kind,
                        text(texts, "wording"),
                        text(texts, "explanation"),
                        seats,
                        false,
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private String text(Texts texts, String part) {
        return texts.t("decisions.template." + name() + "." + part);
    }
}
