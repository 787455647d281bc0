package org.linli.rules.registry;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.rules.intake.Texts;

/**
 * Judges whether a community's base registration is due, verified and complete.
 *
 * <p>Source: own definition [D], domain reference g.1: all mandatory fields filled and verified by the street within
 * twelve months. Due are served communities whose service began at least 30 days before the day in question, our
 * reading of the published 897 of 986 (domain reference, Decided).
 */
public final class BaseRegistration {
    /** Names this definition in every published figure; another definition gets another version. */
    public static final String VERSION = "base-registration-2023.1";

    private static final int DIVISION_LENGTH = 6;
    private static final int STREET_LENGTH = 9;
    private static final int RESIDENTS_COMMITTEE_LENGTH = 12;
    private static final int VERIFIED_FOR_MONTHS = 12;
    private static final int DUE_AFTER_DAYS = 30;

    private BaseRegistration() {}

    /** The mandatory fields that are not filled, in their order; unmodifiable. */
    public static Set<BaseField> missing(BaseFile file) {
        EnumSet<BaseField> missing = EnumSet.noneOf(BaseField.class);
        for (BaseField field : mandatory(file)) {
            if (!isFilled(file, field)) {
                missing.add(field);
            }
        }
        return Collections.unmodifiableSet(missing);
    }

    /** Whether the street verified the file at most twelve months before the day, and not after it. */
    public static boolean isVerified(@Nullable LocalDate verifiedOn, LocalDate asOf) {
        return verifiedOn != null
                && !verifiedOn.isAfter(asOf)
                && !verifiedOn.isBefore(asOf.minusMonths(VERIFIED_FOR_MONTHS));
    }

    /** Whether registration is due: service began at least 30 days before the day. */
    public static boolean isDue(@Nullable LocalDate serviceStart, LocalDate asOf) {
        return serviceStart != null && !serviceStart.isAfter(asOf.minusDays(DUE_AFTER_DAYS));
    }

    /** Whether the file counts as complete on the day: nothing missing, and verified. */
    public static boolean isComplete(BaseFile file, @Nullable LocalDate verifiedOn, LocalDate asOf) {
        return missing(file).isEmpty() && isVerified(verifiedOn, asOf);
    }

    /** Filled mandatory fields of all mandatory fields in whole percent, rounded down, so that 100 means all. */
    public static int completenessPercent(BaseFile file) {
        int mandatory = mandatory(file).size();
        int filled = mandatory - missing(file).size();
        return filled * 100 / mandatory;
    }

    private static Set<BaseField> mandatory(BaseFile file) {
        EnumSet<BaseField> mandatory = EnumSet.allOf(BaseField.class);
        if (!file.served()) {
            mandatory.remove(BaseField.CURRENT_CONTRACT);
        }
        return mandatory;
    }

    private static boolean isFilled(BaseFile file, BaseField field) {
        return switch (field) {
            case CODE -> isText(file.code());
            case NAME -> isText(file.name());
            case DIVISION -> file.divisionCode().length() >= DIVISION_LENGTH;
            case STREET -> file.divisionCode().length() >= STREET_LENGTH;
            case RESIDENTS_COMMITTEE -> file.divisionCode().length() >= RESIDENTS_COMMITTEE_LENGTH;
            case ADDRESS -> isText(file.address());
            case TYPE -> file.type() != null;
            case YEAR_BUILT -> isAmount(file.yearBuilt());
            case GFA -> isAmount(file.gfaDm2());
            case BUILDINGS -> isAmount(file.buildings());
            case HOUSEHOLDS -> isAmount(file.households());
            case CURRENT_CONTRACT -> file.hasCurrentContract();
        };
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !Texts.normalise(text).isEmpty();
    }

    private static boolean isAmount(@Nullable Number amount) {
        return amount != null && amount.longValue() > 0;
    }
}
