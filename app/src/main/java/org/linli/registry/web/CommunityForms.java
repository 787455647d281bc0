package org.linli.registry.web;

import java.util.Map;
import java.util.function.Supplier;
import org.linli.registry.CommunityDetail;
import org.linli.registry.EngagementTerms;
import org.linli.rules.coverage.ServiceItem;
import org.linli.rules.coverage.ServiceKind;
import org.linli.rules.intake.CommitteeStanding;
import org.linli.rules.registry.CommunityType;

/** The fields that several forms share. */
final class CommunityForms {

    private CommunityForms() {}

    /** @param places {@link Suggested#places} */
    static Form base(Form form, Supplier<Suggested.Codes> places) {
        form.head("registry.group.identity")
                .required("name")
                .text("alias")
                .suggested("division_code", places)
                .text("address")
                .text("longitude_e6")
                .text("latitude_e6");
        details(form, CommunityDetail.Group.IDENTITY)
                .head("registry.group.nature")
                .choice("type", false, "community-type", CommunityType.values())
                .text("year_built");
        details(form, CommunityDetail.Group.NATURE)
                .head("registry.group.scale")
                .text("land_dm2")
                .text("gfa_dm2")
                .text("green_dm2")
                .text("buildings")
                .text("households")
                .text("residents");
        details(form, CommunityDetail.Group.SCALE)
                .head("registry.group.facilities")
                .text("lifts")
                .text("parking_places");
        details(form, CommunityDetail.Group.FACILITIES)
                .head("registry.group.governance")
                .choice("committee_standing", false, "committee-standing", CommitteeStanding.values())
                .text("contact_phone");
        details(form, CommunityDetail.Group.GOVERNANCE).head("registry.group.money");
        return details(form, CommunityDetail.Group.MONEY)
                .head("registry.group.rights")
                .required("data_source");
    }

    private static Form details(Form form, CommunityDetail.Group group) {
        for (CommunityDetail detail : CommunityDetail.of(group)) {
            switch (detail.kind()) {
                case DATE -> form.date(detail.column());
                case BOUNDARY -> form.longText(detail.column());
                case DATUM -> form.choice(detail.column(), false, "registry.datum", CommunityDetail.Datum.values());
                case COUNT, AREA, MONEY, RATE, TEXT -> form.text(detail.column());
            }
        }
        return form;
    }

    /** @param companies {@link Suggested#companies} */
    static Form terms(Form form, Supplier<Suggested.Codes> companies) {
        form.suggested("company_code", "registry.field.company", companies)
                .choice("kind", true, "service-kind", ServiceKind.values())
                .date("signed_on")
                .requiredDate("contract_from")
                .date("contract_to")
                .check("continuing", "coverage.continuing")
                .date("trial_end_on")
                .text("fee_text")
                .head("registry.field.items");
        for (ServiceItem item : ServiceItem.values()) {
            form.check(EngagementTerms.itemField(item), "service-item." + item.name());
        }
        return form;
    }

    /** @param counties {@link Suggested#counties} @param isNew registration is the act of filing, so that its day must be given */
    static Form company(Form form, Supplier<Suggested.Codes> counties, boolean isNew) {
        form.required("name")
                .suggested("division_code", counties)
                .text("legal_person")
                .text("registered_place")
                .date("registered_on")
                .text("capital_fen")
                .text("branch_address")
                .text("contact_phone")
                .text("staff_insured")
                .text("managers")
                .text("party_organisation");
        return isNew ? form.requiredDate("filed_on") : form.date("filed_on");
    }

    /** A value as it is typed, or {@code ~} and a text key where it is one of a few words. */
    static String shown(String field, String typed) {
        return switch (field) {
            case "type" -> typed.isEmpty() ? "" : "~community-type." + typed;
            case "datum" -> typed.isEmpty() ? "" : "~registry.datum." + typed;
            case "boundary" -> typed.isEmpty() ? "" : "⬠";
            case "committee_standing" -> typed.isEmpty() ? "" : "~committee-standing." + typed;
            default -> typed;
        };
    }

    /** One more value, without touching what was typed. */
    static Map<String, String> with(Map<String, String> typed, String name, Object value) {
        Map<String, String> more = new java.util.HashMap<>(typed);
        more.putIfAbsent(name, value.toString());
        return more;
    }
}
