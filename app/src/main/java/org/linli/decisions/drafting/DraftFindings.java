package org.linli.decisions.drafting;

import java.util.ArrayList;
import java.util.List;
import org.linli.decisions.Initiator;
import org.linli.decisions.Vote;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.Committees;
import org.linli.rules.law.Citation;
import org.linli.rules.law.LawSource;
import org.springframework.stereotype.Component;

/** All that stands against a draft today: by its text, by who calls it, and by what the gate reads in it. */
@Component
class DraftFindings {

    private static final Citation PREPARATORY = Citation.read(LawSource.TAIZHOU_REGULATION, "14");

    private final DraftStore store;
    private final DraftTexts texts;
    private final Committees committees;
    private final BusinessTime time;

    DraftFindings(DraftStore store, DraftTexts texts, Committees committees, BusinessTime time) {
        this.store = store;
        this.texts = texts;
        this.committees = committees;
        this.time = time;
    }

    List<DraftCheck.Finding> of(Vote vote) {
        List<DraftCheck.Finding> findings =
                new ArrayList<>(DraftCheck.check(vote, store.postings(vote.id()), time.today()));
        if (vote.initiator() == Initiator.PREP_GROUP && !hasPreparatoryGroup(vote)) {
            findings.addFirst(
                    new DraftCheck.Finding(0, DraftCheck.Place.BALLOT, "NO_PREPARATORY_GROUP", "", PREPARATORY));
        }
        findings.addAll(texts.findings(vote));
        return findings;
    }

    /** Whether one was formed by the day of the notice; that its 90 days ran out takes no vote from the owners [D]. */
    private boolean hasPreparatoryGroup(Vote vote) {
        return committees.list(vote.id().community(), RowScope.everything()).stream()
                .map(Committees.Committee::term)
                .anyMatch(term -> term.kind() == Committees.Kind.PREPARATORY_GROUP
                        && !term.decidedOn().isAfter(vote.terms().noticeOn()));
    }
}
