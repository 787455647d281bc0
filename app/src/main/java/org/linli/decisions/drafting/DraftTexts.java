package org.linli.decisions.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteTerms;
import org.linli.publishing.gate.PublicTexts;
import org.linli.rules.law.Citation;
import org.linli.rules.law.LawSource;
import org.springframework.stereotype.Component;

/** Every text of a draft that will be public, read by the gate. */
@Component
class DraftTexts {

    /** Code of the finding; a page offers to mask where it stands. */
    static final String CODE = "PERSONAL_DATA";

    private static final Citation LAW = Citation.read(LawSource.PERSONAL_INFORMATION, "25");

    private final PublicTexts gate;

    DraftTexts(PublicTexts gate) {
        this.gate = gate;
    }

    List<DraftCheck.Finding> findings(Vote vote) {
        List<DraftCheck.Finding> findings = new ArrayList<>();
        String division = vote.division();
        find(0, DraftCheck.Place.TITLE, vote.terms().title(), division, findings);
        find(0, DraftCheck.Place.BODY, vote.terms().body(), division, findings);
        find(0, DraftCheck.Place.PAPER, vote.terms().paperAddress(), division, findings);
        for (DecisionItem item : vote.items()) {
            find(item.number(), DraftCheck.Place.WORDING, item.wording(), division, findings);
            find(item.number(), DraftCheck.Place.EXPLANATION, item.explanation(), division, findings);
            item.options()
                    .forEach(option -> find(
                            item.number(),
                            DraftCheck.Place.OPTION,
                            option.label() + "\n" + option.detail(),
                            division,
                            findings));
        }
        return findings;
    }

    private void find(
            int decision, DraftCheck.Place place, String text, String division, List<DraftCheck.Finding> findings) {
        PublicTexts.Checked checked = gate.check(text, division);
        if (!checked.isClean()) {
            String detail = checked.findings().stream()
                    .map(finding -> checked.words(finding) + " → " + finding.masked())
                    .collect(Collectors.joining("; "));
            findings.add(new DraftCheck.Finding(decision, place, CODE, detail, LAW));
        }
    }

    VoteTerms masked(VoteTerms terms, String division) {
        return new VoteTerms(
                terms.version(),
                mask(terms.title(), division),
                mask(terms.body(), division),
                terms.noticeOn(),
                terms.window(),
                terms.parking(),
                terms.ownerSets(),
                terms.blanks(),
                terms.blanksClause(),
                terms.deemedPolicy(),
                terms.deemedClause(),
                terms.reducesEven(),
                terms.alternates(),
                terms.proxyDiscretion(),
                mask(terms.paperAddress(), division));
    }

    DecisionItem masked(DecisionItem item, String division) {
        return new DecisionItem(
                item.number(),
                item.rollNo(),
                item.matter(),
                item.kind(),
                mask(item.wording(), division),
                mask(item.explanation(), division),
                item.seats(),
                item.byElection(),
                item.buildings(),
                item.options().stream()
                        .map(option -> new DecisionItem.Option(
                                option.number(),
                                mask(option.label(), division),
                                mask(option.detail(), division),
                                option.companyCode(),
                                option.ownerNo(),
                                option.source()))
                        .toList(),
                item.annexes());
    }

    private String mask(String text, String division) {
        return gate.check(text, division).masked();
    }
}
