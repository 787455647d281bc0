package org.linli.registry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.PersonalData;
import org.linli.rules.codes.Masks;
import org.linli.rules.codes.RealEstateUnitCode;

/**
 * What the file of a home says beyond its place, use, area and state (domain g.4 and g.5). Null is a gap.
 *
 * @param areaEvidence the paper from which the area was read
 * @param estateCode real-estate unit code 不动产单元代码, 28 characters
 * @param feePayer who pays the service fees where it is not the owner; a person's name
 * @param fundAccount account of the maintenance fund
 */
public record HomeDetails(
        @Nullable String areaEvidence,
        @Nullable String estateCode,
        @Nullable String feePayer,
        @Nullable String fundAccount) {

    /** Nothing is known. */
    public static final HomeDetails UNKNOWN = new HomeDetails(null, null, null, null);

    private static final int SHOWN = 4;

    /** Reads the form; what is wrong is gathered in the fields, and then the result must not be used. */
    public static HomeDetails read(Fields fields) {
        String code = RealEstateUnitCode.normalise(fields.raw("estate_code"));
        if (!code.isEmpty() && RealEstateUnitCode.problem(code).isPresent()) {
            fields.refuse("estate_code", "estate-code");
        }
        return new HomeDetails(
                fields.text("area_evidence", 100),
                code.isEmpty() ? null : code,
                fields.text("fee_payer", 60),
                fields.text("fund_account", 60));
    }

    Map<String, @Nullable Object> facts(PersonalData personal) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("area_evidence", areaEvidence);
        facts.put("estate_code", estateCode);
        facts.put("fee_payer", sealed(personal, feePayer));
        facts.put("fund_account", sealed(personal, fundAccount));
        return facts;
    }

    /** What is encrypted stays byte for byte when it did not change, so that the history shows no false change. */
    Map<String, @Nullable Object> facts(PersonalData personal, DatedRow before) {
        HomeDetails held = of(before, personal);
        Map<String, @Nullable Object> facts = facts(personal);
        if (Objects.equals(held.feePayer, feePayer)) {
            facts.put("fee_payer", before.bytes("fee_payer"));
        }
        if (Objects.equals(held.fundAccount, fundAccount)) {
            facts.put("fund_account", before.bytes("fund_account"));
        }
        return facts;
    }

    private static byte @Nullable [] sealed(PersonalData personal, @Nullable String text) {
        return text == null ? null : personal.encrypt(text);
    }

    static HomeDetails of(DatedRow row, PersonalData personal) {
        byte[] payer = row.bytes("fee_payer");
        byte[] account = row.bytes("fund_account");
        return new HomeDetails(
                row.text("area_evidence"),
                row.text("estate_code"),
                payer == null ? null : personal.decrypt(payer),
                account == null ? null : personal.decrypt(account));
    }

    /** The form filled with these details, as {@link #read} reads it. */
    public Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        put(typed, "area_evidence", areaEvidence);
        put(typed, "estate_code", estateCode);
        put(typed, "fee_payer", feePayer);
        put(typed, "fund_account", fundAccount);
        return typed;
    }

    /** The same for a page: a name masked, an account by its last digits. */
    public Map<String, String> shown() {
        Map<String, String> shown = typed();
        shown.computeIfPresent("fee_payer", (field, name) -> Masks.name(name));
        shown.computeIfPresent(
                "fund_account", (field, account) -> "****" + account.substring(Math.max(0, account.length() - SHOWN)));
        return shown;
    }

    private static void put(Map<String, String> typed, String field, @Nullable String value) {
        if (value != null) {
            typed.put(field, value);
        }
    }
}
