package org.linli.registry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CompanyCode;
import org.linli.rules.codes.CreditCode;
import org.linli.rules.coverage.ServiceItem;
import org.linli.rules.coverage.ServiceKind;
import org.linli.rules.intake.FeeText;
import org.linli.rules.intake.FeeTier;
import org.linli.rules.intake.Reading;

/**
 * What was agreed on the service of a community (domain d.2).
 *
 * @param company who serves; null only when nobody was hired
 * @param items the agreed services, at least one
 * @param contractTo last day of the contract; null when open
 * @param continuing whether service runs on after the contract's end (Civil Code art. 948)
 * @param trialEndOn last day of a trial; null without
 * @param feeText the fee in its canonical text, null when none was agreed
 * @param feeMinFen its lowest tier in fen per m² and month
 */
public record EngagementTerms(
        @Nullable CompanyCode company,
        ServiceKind kind,
        Set<ServiceItem> items,
        @Nullable LocalDate signedOn,
        LocalDate contractFrom,
        @Nullable LocalDate contractTo,
        boolean continuing,
        @Nullable LocalDate trialEndOn,
        @Nullable String feeText,
        @Nullable Long feeMinFen) {

    static final List<String> COLUMNS = List.of(
            "company_code",
            "kind",
            "service_mask",
            "signed_on",
            "contract_from",
            "contract_to",
            "continuing",
            "service_start_on",
            "start_evidence",
            "start_confirmed_by",
            "trial_end_on",
            "fee_text",
            "fee_min_fen");

    /** The name of the check box of a service. */
    public static String itemField(ServiceItem item) {
        return "item." + item.name();
    }

    /** Reads the form; what is wrong is gathered in the fields, and then the result must not be used. */
    public static EngagementTerms read(Fields fields) {
        ServiceKind kind = fields.requiredChoice("kind", ServiceKind.class);
        CompanyCode company = company(fields, kind);
        Set<ServiceItem> items = EnumSet.noneOf(ServiceItem.class);
        for (ServiceItem item : ServiceItem.values()) {
            if (fields.flag(itemField(item))) {
                items.add(item);
            }
        }
        if (items.isEmpty()) {
            fields.refuse("items", "no-service");
        }
        LocalDate signed = fields.date("signed_on");
        LocalDate from = fields.requiredDate("contract_from");
        LocalDate to = fields.date("contract_to");
        if (to != null && to.isBefore(from)) {
            fields.refuse("contract_to", "end-before-start", from);
        }
        LocalDate trial = fields.date("trial_end_on");
        if (trial != null && trial.isBefore(from)) {
            fields.refuse("trial_end_on", "end-before-start", from);
        }
        List<FeeTier> fee = fee(fields);
        return new EngagementTerms(
                company,
                kind,
                items,
                signed,
                from,
                to,
                fields.flag("continuing"),
                trial,
                fee.isEmpty() ? null : FeeText.format(fee),
                fee.isEmpty()
                        ? null
                        : fee.stream()
                                .min(Comparator.comparingLong(FeeTier::fen))
                                .orElseThrow()
                                .fen());
    }

    private static @Nullable CompanyCode company(Fields fields, ServiceKind kind) {
        String code = CreditCode.normalise(fields.raw("company_code"));
        if (code.isEmpty()) {
            if (kind == ServiceKind.PROFESSIONAL || kind == ServiceKind.ZONE) {
                fields.refuse("company_code", "required");
            }
            return null;
        }
        if (code.length() != 18) {
            fields.refuse("company_code", "credit-code.LENGTH", code.length());
            return null;
        }
        return new CompanyCode(code);
    }

    private static List<FeeTier> fee(Fields fields) {
        return switch (FeeText.read(fields.raw("fee_text"))) {
            case Reading.Blank<List<FeeTier>>() -> List.of();
            case Reading.Value<List<FeeTier>>(List<FeeTier> tiers, boolean guessed, var note) -> tiers;
            case Reading.Unreadable<List<FeeTier>>(var problem, var suggestion) -> {
                fields.refuse("fee_text", "intake." + problem.name(), suggestion == null ? "" : suggestion);
                yield List.of();
            }
        };
    }

    /** All columns but those of the confirmed start and the file. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("company_code", company == null ? null : company.value());
        facts.put("kind", kind.name());
        facts.put("service_mask", ServiceItem.mask(items));
        facts.put("signed_on", signedOn);
        facts.put("contract_from", contractFrom);
        facts.put("contract_to", contractTo);
        facts.put("continuing", continuing);
        facts.put("trial_end_on", trialEndOn);
        facts.put("fee_text", feeText);
        facts.put("fee_min_fen", feeMinFen);
        return facts;
    }

    static EngagementTerms of(DatedRow row) {
        String company = row.text("company_code");
        LocalDate from = row.date("contract_from");
        return new EngagementTerms(
                company == null ? null : new CompanyCode(company),
                ServiceKind.valueOf(String.valueOf(row.text("kind"))),
                ServiceItem.ofMask(row.count("service_mask") instanceof Integer mask ? mask : 0),
                row.date("signed_on"),
                from == null ? row.from() : from,
                row.date("contract_to"),
                Boolean.TRUE.equals(row.facts().get("continuing")),
                row.date("trial_end_on"),
                row.text("fee_text"),
                row.amount("fee_min_fen"));
    }

    /** The form filled with these terms, as {@link #read} reads it. */
    public Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        facts().forEach((column, value) -> {
            if (value != null && !column.equals("service_mask") && !column.equals("continuing")) {
                typed.put(column, value.toString());
            }
        });
        items.forEach(item -> typed.put(itemField(item), "on"));
        if (continuing) {
            typed.put("continuing", "on");
        }
        return typed;
    }
}
