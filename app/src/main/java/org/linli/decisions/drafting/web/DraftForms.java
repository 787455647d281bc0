package org.linli.decisions.drafting.web;

import java.util.List;
import java.util.Map;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Initiator;
import org.linli.decisions.drafting.ItemForm;
import org.linli.registry.Homes;
import org.linli.registry.Outcome;
import org.linli.rules.decisions.ballots.Annex;
import org.linli.rules.decisions.counting.BlankRule;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.linli.rules.decisions.matters.Matter;
import org.linli.rules.decisions.roll.RollTerms.OwnerSetRule;
import org.linli.rules.decisions.roll.RollTerms.ParkingRule;

/** The forms of a draft. */
final class DraftForms {

    /** No outcome yet. */
    static final Outcome FRESH = new Outcome.Stored("");

    private DraftForms() {}

    static FormBuilder call(String action, Map<String, String> typed, Outcome outcome, List<Initiator> initiators) {
        return terms(new FormBuilder(action, "decisions.draft.create", typed, outcome)
                .select("initiator", "decisions.initiator", "", initiators)
                .check("rehearsal"));
    }

    static FormBuilder terms(FormBuilder form) {
        return form.text("title", true)
                .area("body", "decisions.help.body")
                .head("decisions.head.days")
                .day("notice_on", "decisions.help.notice_on")
                .day("opens_on", "decisions.help.opens_on")
                .day("last_day", "decisions.help.last_day")
                .text("paper_address", true)
                .head("decisions.head.counting")
                .radio("parking", "decisions.parking", "decisions.help.parking", FormBuilder.all(ParkingRule.class))
                .select("owner_sets", "decisions.owner-sets", "", FormBuilder.all(OwnerSetRule.class))
                .select("blanks", "decisions.blanks", "", FormBuilder.all(BlankRule.class))
                .text("blanks_clause", false)
                .select(
                        "deemed_policy",
                        "decisions.deemed",
                        "decisions.help.deemed_policy",
                        FormBuilder.all(DeemedPolicy.class))
                .text("deemed_clause", false)
                .head("decisions.head.rules")
                .check("reduces_even")
                .check("alternates")
                .check("proxy_discretion");
    }

    static FormBuilder item(String action, Map<String, String> typed, Outcome outcome, List<Homes.Building> buildings) {
        FormBuilder form = new FormBuilder(action, "decisions.draft.save-item", typed, outcome)
                .select("matter", "decisions.matter", "decisions.help.matter", FormBuilder.all(Matter.class))
                .radio("kind", "decisions.kind", "", FormBuilder.all(DecisionKind.class))
                .text("wording", true)
                .area("explanation", "decisions.help.explanation")
                .head("decisions.head.election")
                .number("seats")
                .check("by_election");
        if (!buildings.isEmpty()) {
            form.head("decisions.head.buildings");
            buildings.forEach(building -> form.check("building." + building.number(), "=" + building.label()));
        }
        form.head("decisions.head.options");
        for (int i = 1; i <= ItemForm.MOST_OPTIONS; i++) {
            form.text("option" + i + ".label", "decisions.field.option.label")
                    .text("option" + i + ".company", "decisions.field.option.company")
                    .text("option" + i + ".detail", "decisions.field.option.detail");
        }
        return form;
    }

    static FormBuilder annex(String action, Map<String, String> typed, Outcome outcome) {
        return new FormBuilder(action, "decisions.draft.add-annex", typed, outcome)
                .select("annex", "decisions.annex", "", FormBuilder.all(Annex.class))
                .text("annex_title", true)
                .file("file");
    }
}
