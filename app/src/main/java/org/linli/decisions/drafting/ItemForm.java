package org.linli.decisions.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.registry.FieldError;
import org.linli.registry.Fields;
import org.linli.rules.codes.CreditCode;
import org.linli.rules.decisions.matters.Admission;
import org.linli.rules.decisions.matters.Matter;

/**
 * What a clerk types of one decision.
 *
 * @param item what was typed, null when something is refused
 * @param errors everything wrong with it, in the order of the form
 */
public record ItemForm(@Nullable DecisionItem item, List<FieldError> errors) {

    /** Rows of options that the form offers. */
    public static final int MOST_OPTIONS = 12;

    /** Matters that may be decided by the owners of some buildings alone. Source: fund measures art. 22 [K]; own default [D]. */
    private static final Set<Matter> BY_BUILDING = Set.of(Matter.FUND_USE, Matter.OTHER_MAJOR);

    private static final int WORDING = 200;
    private static final int EXPLANATION = 10_000;
    private static final int LABEL = 80;
    private static final int DETAIL = 300;
    private static final int MOST_SEATS = 99;

    public ItemForm {
        errors = List.copyOf(errors);
    }

    /**
     * @param number the decision's place
     * @param old the decision as it was, whose annexes and posted candidates stay; null for a new one
     * @param buildings building numbers that exist
     */
    public static ItemForm read(
            Map<String, String> typed, int number, @Nullable DecisionItem old, Set<Integer> buildings) {
        Fields fields = new Fields(typed);
        List<FieldError> more = new ArrayList<>();
        Matter matter = fields.requiredChoice("matter", Matter.class);
        DecisionKind kind = fields.requiredChoice("kind", DecisionKind.class);
        String wording = fields.required("wording", WORDING);
        String explanation = TermsForm.text(typed, "explanation", EXPLANATION, more);
        if (matter.admission() instanceof Admission.NoVote no) {
            more.add(Refusal.error("matter", "no-vote", no.citation().articles()));
        }
        if (kind == DecisionKind.ELECTION && matter != Matter.COMMITTEE) {
            more.add(Refusal.error("kind", "election-of-what"));
        }
        int seats = kind == DecisionKind.ELECTION ? fields.number("seats") : 1;
        if (seats < 1 || seats > MOST_SEATS) {
            more.add(Refusal.error("seats", "seats"));
        }
        List<Integer> scope = buildings.stream()
                .filter(building -> fields.flag("building." + building))
                .sorted()
                .toList();
        if (!scope.isEmpty() && !BY_BUILDING.contains(matter)) {
            more.add(Refusal.error("buildings", "whole-area"));
        }
        List<DecisionItem.Option> options = kind == DecisionKind.CHOICE
                ? options(fields, more)
                : kind == DecisionKind.ELECTION && old != null && old.kind() == kind ? old.options() : List.of();
        if (!fields.isSound() || !more.isEmpty()) {
            return new ItemForm(null, Refusal.all(fields, more).errors());
        }
        boolean byElection = kind == DecisionKind.ELECTION && fields.flag("by_election");
        List<DecisionItem.Paper> annexes = old == null ? List.of() : old.annexes();
        return new ItemForm(
                new DecisionItem(
                        number, 1, matter, kind, wording, explanation, seats, byElection, scope, options, annexes),
                List.of());
    }

    private static List<DecisionItem.Option> options(Fields fields, List<FieldError> more) {
        List<DecisionItem.Option> options = new ArrayList<>();
        for (int i = 1; i <= MOST_OPTIONS; i++) {
            String prefix = "option" + i + ".";
            String label = fields.text(prefix + "label", LABEL);
            String detail = Objects.requireNonNullElse(fields.text(prefix + "detail", DETAIL), "");
            String code = CreditCode.normalise(fields.raw(prefix + "company"));
            if (!code.isEmpty() && CreditCode.problem(code).isPresent()) {
                more.add(Refusal.error(prefix + "company", "credit-code"));
            }
            if (label == null && (!detail.isEmpty() || !code.isEmpty())) {
                more.add(Refusal.error(prefix + "label", "option-without-name"));
            }
            if (label != null
                    && options.stream().anyMatch(option -> option.label().equals(label))) {
                more.add(Refusal.error(prefix + "label", "option-twice"));
            }
            if (label != null) {
                options.add(new DecisionItem.Option(
                        options.size() + 1, label, detail, code.isEmpty() ? null : code, null, ""));
            }
        }
        return options;
    }

    /** A decision as the form shows it. */
    public static Map<String, String> typed(DecisionItem item) {
        Map<String, String> typed = new HashMap<>();
        typed.put("matter", item.matter().name());
        typed.put("kind", item.kind().name());
        typed.put("wording", item.wording());
        typed.put("explanation", item.explanation());
        typed.put("seats", Integer.toString(item.seats()));
        typed.put("by_election", item.byElection() ? "on" : "");
        item.buildings().forEach(building -> typed.put("building." + building, "on"));
        if (item.kind() == DecisionKind.CHOICE) {
            for (DecisionItem.Option option : item.options()) {
                String prefix = "option" + option.number() + ".";
                typed.put(prefix + "label", option.label());
                typed.put(prefix + "detail", option.detail());
                typed.put(prefix + "company", Objects.requireNonNullElse(option.companyCode(), ""));
            }
        }
        return typed;
    }

    /** Numbers from 1 in their order, and one roll for each scope. */
    static List<DecisionItem> numbered(List<DecisionItem> items) {
        List<List<Integer>> scopes = items.stream()
                .map(DecisionItem::buildings)
                .distinct()
                .sorted(Comparator.comparing(scope -> !scope.isEmpty()))
                .toList();
        List<DecisionItem> numbered = new ArrayList<>();
        for (DecisionItem item : items) {
            numbered.add(with(
                    item, numbered.size() + 1, scopes.indexOf(item.buildings()) + 1, item.options(), item.annexes()));
        }
        return numbered;
    }

    static DecisionItem with(
            DecisionItem item,
            int number,
            int rollNo,
            List<DecisionItem.Option> options,
            List<DecisionItem.Paper> annexes) {
        return new DecisionItem(
                number,
                rollNo,
                item.matter(),
                item.kind(),
                item.wording(),
                item.explanation(),
                item.seats(),
                item.byElection(),
                item.buildings(),
                options,
                annexes);
    }
}
