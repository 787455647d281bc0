package org.linli.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.PersonalData;
import org.linli.rules.codes.CodeProblem;
import org.linli.rules.codes.CreditCode;

/**
 * What the file of a committee holds beside its term (domain g.3). Null is a gap.
 *
 * @param decisionNo number of the assembly's decision by which it was elected
 * @param certificateNo of the filing certificate
 * @param uscc credit code of the assembly, where a city gives one
 * @param seals kind, number and holder of each seal
 * @param account its bank account; only who keeps the file sees more than its last four digits
 * @param handOver what the body before handed over
 * @param audit who audited its books, when, and with which result
 */
public record CommitteePapers(
        @Nullable String decisionNo,
        @Nullable String certificateNo,
        @Nullable String uscc,
        @Nullable String seals,
        @Nullable String account,
        @Nullable String handOver,
        @Nullable String audit) {

    public static final CommitteePapers NONE = new CommitteePapers(null, null, null, null, null, null, null);

    /** The fields of the form in their order. */
    public static final List<String> FIELDS =
            List.of("decision_no", "certificate_no", "uscc", "seals", "account", "hand_over", "audit");

    private static final int SHOWN_DIGITS = 4;

    /** Reads the form; what is wrong is gathered in the fields, and then the result must not be used. */
    static CommitteePapers read(Fields fields) {
        return new CommitteePapers(
                fields.text("decision_no", 60),
                fields.text("certificate_no", 60),
                uscc(fields),
                fields.text("seals", 500),
                account(fields),
                fields.text("hand_over", 1000),
                fields.text("audit", 500));
    }

    private static @Nullable String uscc(Fields fields) {
        String code = CreditCode.normalise(fields.raw("uscc"));
        if (code.isEmpty()) {
            return null;
        }
        CreditCode.problem(code)
                .ifPresent(problem -> fields.refuse(
                        "uscc", "credit-code." + problem, problem == CodeProblem.LENGTH ? code.length() : ""));
        return code;
    }

    private static @Nullable String account(Fields fields) {
        String text = fields.text("account", 60);
        String digits = text == null ? "" : text.replaceAll("[ -]", "");
        if (text != null && !digits.matches("[0-9]{8,32}")) {
            fields.refuse("account", "account-digits");
        }
        return text == null ? null : digits;
    }

    /** The columns; what is encrypted stays byte for byte when it did not change, so that the history shows no false change. */
    Map<String, @Nullable Object> facts(PersonalData personal, @Nullable DatedRow before) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("decision_no", decisionNo);
        facts.put("certificate_no", certificateNo);
        facts.put("uscc", uscc);
        facts.put("seals", seals);
        facts.put("hand_over", handOver);
        facts.put("audit", audit);
        facts.put("account", before == null ? sealed(personal) : kept(personal, before));
        return facts;
    }

    private byte @Nullable [] kept(PersonalData personal, DatedRow before) {
        return Objects.equals(of(before, personal).account, account) ? before.bytes("account") : sealed(personal);
    }

    private byte @Nullable [] sealed(PersonalData personal) {
        return account == null ? null : personal.encrypt(account);
    }

    static CommitteePapers of(DatedRow row, PersonalData personal) {
        byte[] account = row.bytes("account");
        return new CommitteePapers(
                row.text("decision_no"),
                row.text("certificate_no"),
                row.text("uscc"),
                row.text("seals"),
                account == null ? null : personal.decrypt(account),
                row.text("hand_over"),
                row.text("audit"));
    }

    /** By field of the form, in its order; only what is there. @param whole whether the account is shown whole */
    public Map<String, String> typed(boolean whole) {
        Map<String, String> typed = new java.util.LinkedHashMap<>();
        put(typed, "decision_no", decisionNo);
        put(typed, "certificate_no", certificateNo);
        put(typed, "uscc", uscc);
        put(typed, "seals", seals);
        put(typed, "account", account == null || whole ? account : masked(account));
        put(typed, "hand_over", handOver);
        put(typed, "audit", audit);
        return typed;
    }

    private static void put(Map<String, String> typed, String field, @Nullable String value) {
        if (value != null) {
            typed.put(field, value);
        }
    }

    private static String masked(String account) {
        return "****" + account.substring(account.length() - SHOWN_DIGITS);
    }
}
