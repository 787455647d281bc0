package org.linli.decisions.drafting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.decisions.Vote;
import org.linli.decisions.drafting.Nomination;
import org.linli.registry.Fields;
import org.linli.registry.Outcome;

/**
 * The forms around candidates.
 *
 * @param base address below which they post
 * @param tried the act that was refused, with the number of its nomination; keeps what was typed
 */
record NominationForms(String base, String tried, Map<String, String> typed, Outcome outcome) {

    private static final int NAME = 40;
    private static final int STATEMENT = 1_000;

    /** What somebody typed about a candidate; problems are gathered in the fields. */
    static Nomination read(Fields fields, long account) {
        return new Nomination(
                0,
                fields.number("decision"),
                fields.requiredChoice("source", Nomination.Source.class),
                fields.required("name", NAME),
                fields.required("room", NAME),
                Objects.requireNonNullElse(fields.text("statement", STATEMENT), ""),
                Objects.requireNonNullElse(fields.text("nominators", STATEMENT), ""),
                account,
                List.of());
    }

    static FormBuilder candidate(FormBuilder form, List<Nomination.Source> sources) {
        return form.radio("source", "decisions.nomination.source", "", sources)
                .text("name", true)
                .text("room", true)
                .area("statement", "decisions.help.statement")
                .area("nominators", "decisions.help.nominators");
    }

    List<StepPage.Form> of(Vote vote, int decision) {
        List<StepPage.Form> forms = new ArrayList<>();
        forms.add(form(
                "window",
                0,
                form -> form.hidden("decision", decision).day("from_on").day("to_on")));
        forms.add(form(
                "recommendation",
                0,
                form -> candidate(
                        form.hidden("decision", decision),
                        List.of(Nomination.Source.NEIGHBOURHOOD, Nomination.Source.PARTY))));
        forms.add(form(
                "posting",
                0,
                form -> form.hidden("decision", decision)
                        .hidden("version", vote.terms().version())
                        .area("reason", "decisions.help.posting-reason")));
        return forms;
    }

    List<StepPage.Form> of(Nomination nomination) {
        List<StepPage.Form> forms = new ArrayList<>();
        int number = nomination.number();
        if (nomination.isOver()) {
            return forms;
        }
        if (!nomination.has(Nomination.Step.CONSENTED)) {
            forms.add(form(
                    "consent",
                    number,
                    form -> form.hidden("nomination", number)
                            .file("file", "decisions.help.consent-file")
                            .area("reason", "decisions.help.consent")));
        }
        if (!nomination.has(Nomination.Step.ELIGIBLE)) {
            forms.add(form(
                    "eligibility",
                    number,
                    form -> form.hidden("nomination", number).number("home_no")));
        }
        forms.add(form(
                "refusal", number, form -> form.hidden("nomination", number).area("reason", "decisions.help.reason")));
        forms.add(form(
                "withdrawal",
                number,
                form -> form.hidden("nomination", number).area("reason", "decisions.help.reason")));
        return forms;
    }

    private StepPage.Form form(String act, int nomination, java.util.function.UnaryOperator<FormBuilder> fields) {
        boolean mine = tried.equals(act + nomination);
        FormBuilder form = new FormBuilder(
                base + act, "decisions.nomination." + act, mine ? typed : Map.of(), mine ? outcome : DraftForms.FRESH);
        return new StepPage.Form(act, fields.apply(form).build());
    }
}
