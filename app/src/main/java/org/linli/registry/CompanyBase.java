package org.linli.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.text.Pinyin;
import org.linli.rules.intake.NameText;

/**
 * The base data of a property company (domain g.2). Null is a gap that the file shows.
 *
 * @param division its county
 * @param capitalFen registered capital in fen
 * @param filedOn the day it was filed with the department; null for a company that is only known from a community it serves
 */
public record CompanyBase(
        String name,
        DivisionCode division,
        @Nullable String legalPerson,
        @Nullable String registeredPlace,
        @Nullable LocalDate registeredOn,
        @Nullable Long capitalFen,
        @Nullable String branchAddress,
        @Nullable String contactPhone,
        @Nullable Integer staffInsured,
        @Nullable Integer managers,
        @Nullable String partyOrganisation,
        @Nullable LocalDate filedOn) {

    static final List<String> COLUMNS = List.of(
            "name",
            "pinyin",
            "division_code",
            "legal_person",
            "registered_place",
            "registered_on",
            "capital_fen",
            "branch_address",
            "contact_phone",
            "staff_insured",
            "managers",
            "party_organisation",
            "filed_on");

    /** The fields of the form in their order. */
    public static final List<String> FIELDS =
            COLUMNS.stream().filter(column -> !column.equals("pinyin")).toList();

    /** Reads the form; what is wrong is gathered in the fields, and then the result must not be used. */
    public static CompanyBase read(Fields fields, Divisions divisions) {
        String division = fields.required("division_code", 12);
        DivisionCode county = divisions
                .find(division)
                .flatMap(found -> found.code().at(DivisionLevel.COUNTY))
                .orElseGet(() -> {
                    if (!division.isEmpty()) {
                        fields.refuse("division_code", "division-unknown", division);
                    }
                    return new DivisionCode("00");
                });
        return new CompanyBase(
                NameText.clean(fields.required("name", 100)),
                county,
                fields.text("legal_person", 60),
                fields.text("registered_place", 200),
                fields.date("registered_on"),
                // Yuan and m² are both read to two decimals.
                fields.area("capital_fen"),
                fields.text("branch_address", 200),
                fields.phone("contact_phone"),
                fields.count("staff_insured"),
                fields.count("managers"),
                fields.text("party_organisation", 100),
                fields.date("filed_on"));
    }

    Map<String, @Nullable Object> facts(PersonalData personal) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("name", name);
        facts.put("pinyin", Pinyin.searchable(name));
        facts.put("division_code", division.value());
        facts.put("legal_person", legalPerson == null ? null : personal.encrypt(legalPerson));
        facts.put("registered_place", registeredPlace);
        facts.put("registered_on", registeredOn);
        facts.put("capital_fen", capitalFen);
        facts.put("branch_address", branchAddress);
        facts.put("contact_phone", contactPhone == null ? null : personal.encrypt(contactPhone));
        facts.put("staff_insured", staffInsured);
        facts.put("managers", managers);
        facts.put("party_organisation", partyOrganisation);
        facts.put("filed_on", filedOn);
        return facts;
    }

    static CompanyBase of(DatedRow row, PersonalData personal) {
        byte[] legalPerson = row.bytes("legal_person");
        byte[] phone = row.bytes("contact_phone");
        return new CompanyBase(
                String.valueOf(row.text("name")),
                new DivisionCode(String.valueOf(row.text("division_code"))),
                legalPerson == null ? null : personal.decrypt(legalPerson),
                row.text("registered_place"),
                row.date("registered_on"),
                row.amount("capital_fen"),
                row.text("branch_address"),
                phone == null ? null : personal.decrypt(phone),
                row.count("staff_insured"),
                row.count("managers"),
                row.text("party_organisation"),
                row.date("filed_on"));
    }

    /** What of the file (domain g.2) is still blank, in the order of the form. */
    public List<String> missing() {
        Map<String, String> typed = typed();
        return FIELDS.stream().filter(field -> !typed.containsKey(field)).toList();
    }

    /** The form filled with these data, as {@link #read} reads it. */
    public Map<String, String> typed() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name", name);
        values.put("division_code", division.value());
        values.put("legal_person", legalPerson);
        values.put("registered_place", registeredPlace);
        values.put("registered_on", registeredOn);
        values.put("capital_fen", capitalFen == null ? null : Fields.hundredths(capitalFen));
        values.put("branch_address", branchAddress);
        values.put("contact_phone", contactPhone);
        values.put("staff_insured", staffInsured);
        values.put("managers", managers);
        values.put("party_organisation", partyOrganisation);
        values.put("filed_on", filedOn);
        Map<String, String> typed = new HashMap<>();
        values.forEach((field, value) -> {
            if (value != null) {
                typed.put(field, value.toString());
            }
        });
        return typed;
    }
}
