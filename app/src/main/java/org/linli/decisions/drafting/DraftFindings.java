package org.linli.decisions.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Initiator;
import org.linli.decisions.Vote;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.Committees;
import org.linli.registry.Communities;
import org.linli.registry.Companies;
import org.linli.rules.law.Citation;
import org.linli.rules.law.LawSource;
import org.springframework.stereotype.Component;

/** All that stands against a draft today: by its text, by who calls it, and by what the gate reads in it. */
@Component
class DraftFindings {

    private static final Citation PREPARATORY = Citation.read(LawSource.TAIZHOU_REGULATION, "14");

    private final DraftStore store;
    private final DraftTexts texts;
    private final Communities communities;
    private final Committees committees;
    private final Companies companies;
    private final BusinessTime time;

    DraftFindings(
            DraftStore store,
            DraftTexts texts,
            Communities communities,
            Committees committees,
            Companies companies,
            BusinessTime time) {
        this.store = store;
        this.texts = texts;
        this.communities = communities;
        this.committees = committees;
        this.companies = companies;
        this.time = time;
    }

    List<DraftCheck.Finding> of(Vote vote) {
        List<DraftCheck.Finding> findings =
                new ArrayList<>(DraftCheck.check(vote, store.postings(vote.id()), time.today()));
        if (vote.initiator() == Initiator.PREP_GROUP && !hasPreparatoryGroup(vote)) {
            findings.addFirst(
                    new DraftCheck.Finding(0, DraftCheck.Place.BALLOT, "NO_PREPARATORY_GROUP", "", PREPARATORY));
        }
        if (communities
                .find(vote.id().community(), AsOf.day(vote.terms().window().lastDay()), RowScope.everything())
                .isEmpty()) {
            findings.addFirst(
                    new DraftCheck.Finding(0, DraftCheck.Place.BALLOT, "COMMUNITY_ENDED", "", Citation.ownDefault()));
        }
        vote.items().forEach(item -> left(vote, item).forEach(findings::add));
        findings.addAll(texts.findings(vote));
        return findings;
    }

    /** Companies to choose from that have left the register by the day of the notice: they can sign no contract [D]. */
    private Stream<DraftCheck.Finding> left(Vote vote, DecisionItem item) {
        return item.options().stream()
                .filter(option -> hasLeft(option.companyCode(), vote.terms().noticeOn()))
                .map(option -> new DraftCheck.Finding(
                        item.number(), DraftCheck.Place.OPTION, "COMPANY_LEFT", option.label(), Citation.ownDefault()));
    }

    private boolean hasLeft(@Nullable String code, LocalDate day) {
        return code != null && companies.hasLeft(new CompanyCode(code), day);
    }

    /** Whether one was formed by the day of the notice; that its 90 days ran out takes no vote from the owners [D]. */
    private boolean hasPreparatoryGroup(Vote vote) {
        return committees.list(vote.id().community(), RowScope.everything()).stream()
                .map(Committees.Committee::term)
                .anyMatch(term -> term.kind() == Committees.Kind.PREPARATORY_GROUP
                        && !term.decidedOn().isAfter(vote.terms().noticeOn()));
    }
}
