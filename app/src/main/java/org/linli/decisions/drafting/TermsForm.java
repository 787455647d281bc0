package org.linli.decisions.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteTerms;
import org.linli.registry.FieldError;
import org.linli.registry.Fields;
import org.linli.registry.Outcome;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.linli.rules.decisions.counting.BlankRule;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.linli.rules.decisions.roll.RollTerms.OwnerSetRule;
import org.linli.rules.decisions.roll.RollTerms.ParkingRule;

/**
 * What a clerk types of the vote as a whole. Parking has no default: the notice must say in or out, and so must somebody.
 *
 * @param terms what was typed, usable only when nothing is refused
 * @param errors everything wrong with it, in the order of the form
 */
public record TermsForm(@Nullable VoteTerms terms, List<FieldError> errors) {

    private static final int TITLE = 80;
    private static final int BODY = 20_000;
    private static final int CLAUSE = 120;
    private static final int ADDRESS = 200;

    public TermsForm {
        errors = List.copyOf(errors);
    }

    public static TermsForm read(Map<String, String> typed, int version) {
        Fields fields = new Fields(typed);
        List<FieldError> more = new ArrayList<>();
        String title = fields.required("title", TITLE);
        String body = text(typed, "body", BODY, more);
        LocalDate notice = fields.requiredDate("notice_on");
        LocalDate opens = fields.requiredDate("opens_on");
        LocalDate last = fields.requiredDate("last_day");
        if (last.isBefore(opens)) {
            more.add(Refusal.error("last_day", "ends-before-it-opens"));
        }
        ParkingRule parking = fields.choice("parking", ParkingRule.class);
        if (parking == null) {
            more.add(Refusal.error("parking", "say-parking"));
        }
        OwnerSetRule sets = fields.requiredChoice("owner_sets", OwnerSetRule.class);
        BlankRule blanks = fields.requiredChoice("blanks", BlankRule.class);
        String blanksClause = fields.text("blanks_clause", CLAUSE);
        if (blanks != BlankRule.ABSTAIN && blanksClause == null) {
            more.add(Refusal.error("blanks_clause", "clause"));
        }
        DeemedPolicy deemed = fields.requiredChoice("deemed_policy", DeemedPolicy.class);
        String deemedClause = fields.text("deemed_clause", CLAUSE);
        if (deemed != DeemedPolicy.NONE && deemedClause == null) {
            more.add(Refusal.error("deemed_clause", "clause"));
        }
        String paper = Objects.requireNonNullElse(fields.text("paper_address", ADDRESS), "");
        if (!fields.isSound() || !more.isEmpty()) {
            return new TermsForm(null, Refusal.all(fields, more).errors());
        }
        return new TermsForm(
                new VoteTerms(
                        version,
                        title,
                        body,
                        notice,
                        new VotingWindow(opens, last),
                        Objects.requireNonNull(parking),
                        sets,
                        blanks,
                        blanks == BlankRule.ABSTAIN ? null : blanksClause,
                        deemed,
                        deemed == DeemedPolicy.NONE ? null : deemedClause,
                        fields.flag("reduces_even"),
                        fields.flag("alternates"),
                        fields.flag("proxy_discretion"),
                        paper),
                List.of());
    }

    /** Long text with its line breaks; {@code Fields} would join the lines. */
    static String text(Map<String, String> typed, String name, int max, List<FieldError> errors) {
        String text = typed.getOrDefault(name, "").replace("\r\n", "\n").strip();
        if (text.codePointCount(0, text.length()) > max) {
            errors.add(Refusal.error(name, "too-long", max));
        }
        return text;
    }

    public Outcome.Refused refused() {
        return new Outcome.Refused(errors);
    }

    /** A version as the form shows it. */
    public static Map<String, String> typed(VoteTerms terms) {
        Map<String, String> typed = new HashMap<>();
        typed.put("title", terms.title());
        typed.put("body", terms.body());
        typed.put("notice_on", terms.noticeOn().toString());
        typed.put("opens_on", terms.window().opensOn().toString());
        typed.put("last_day", terms.window().lastDay().toString());
        typed.put("parking", terms.parking().name());
        typed.put("owner_sets", terms.ownerSets().name());
        typed.put("blanks", terms.blanks().name());
        typed.put("blanks_clause", Objects.requireNonNullElse(terms.blanksClause(), ""));
        typed.put("deemed_policy", terms.deemedPolicy().name());
        typed.put("deemed_clause", Objects.requireNonNullElse(terms.deemedClause(), ""));
        typed.put("reduces_even", terms.reducesEven() ? "on" : "");
        typed.put("alternates", terms.alternates() ? "on" : "");
        typed.put("proxy_discretion", terms.proxyDiscretion() ? "on" : "");
        typed.put("paper_address", terms.paperAddress());
        return typed;
    }

    /** The same terms as another version, with another window. */
    static VoteTerms next(VoteTerms terms, int version, VotingWindow window) {
        return new VoteTerms(
                version,
                terms.title(),
                terms.body(),
                terms.noticeOn(),
                window,
                terms.parking(),
                terms.ownerSets(),
                terms.blanks(),
                terms.blanksClause(),
                terms.deemedPolicy(),
                terms.deemedClause(),
                terms.reducesEven(),
                terms.alternates(),
                terms.proxyDiscretion(),
                terms.paperAddress());
    }
}
