package org.linli.registry.imports;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.rules.coverage.ServiceItem;
import org.linli.rules.coverage.ServiceKind;

/** What an engagement from a sheet means beside those the registry holds for the community. */
sealed interface EngagementStep {

    /** The registry says the same already. */
    record Same(Known.Engagement as) implements EngagementStep {}

    /** The registry holds one that begins later, or on the same day with another company. */
    record Late(Known.Engagement other) implements EngagementStep {}

    /**
     * A new row.
     *
     * @param number its engagement number: an old one for a renewal or a correction
     * @param replaced the row whose place it takes over its whole length, null for none
     * @param ended the row that ends the day before it begins, null for none
     * @param facts all facts of the new row
     * @param assumed whether the services are assumed, because neither sheet nor registry names any
     */
    record Put(
            int number,
            Known.@Nullable Engagement replaced,
            Known.@Nullable Engagement ended,
            Facts facts,
            boolean assumed)
            implements EngagementStep {}

    /** What a company hired for a whole community is assumed to do: the basic four. */
    Facts ASSUMED = new Facts(Map.of(
            Column.SERVICES,
            ServiceItem.mask(Set.of(ServiceItem.CLEANING, ServiceItem.GREENING, ServiceItem.ORDER, ServiceItem.REPAIR)),
            Column.TYPE,
            ServiceKind.PROFESSIONAL.name()));

    /** A company named beside a community is hired for it alone, unless the registry knows better. */
    Facts HIRED = new Facts(Map.of(Column.TYPE, ServiceKind.PROFESSIONAL.name()));

    /** @param current the community's current rows, in any order @param facts with company code and contract start */
    static EngagementStep of(List<Known.Engagement> current, Facts facts) {
        LocalDate from = (LocalDate) Objects.requireNonNull(facts.get(Column.CONTRACT_FROM));
        int last = 0;
        Known.@Nullable Engagement covering = null;
        for (Known.Engagement row : current) {
            last = Math.max(last, row.number());
            boolean sameCompany = row.facts().text(Column.COMPANY_CODE).equals(facts.text(Column.COMPANY_CODE));
            if (sameCompany && from.equals(row.facts().get(Column.CONTRACT_FROM))) {
                Facts merged = facts.over(row.facts());
                return merged.equals(row.facts()) ? new Same(row) : new Put(row.number(), row, null, merged, false);
            }
            if (!row.from().isBefore(from)) {
                return new Late(row);
            }
            if (row.contains(from)) {
                covering = row;
            }
        }
        if (covering == null) {
            return put(last + 1, null, facts);
        }
        if (!covering.facts().text(Column.COMPANY_CODE).equals(facts.text(Column.COMPANY_CODE))) {
            return put(last + 1, covering, facts);
        }
        // A renewal goes on with the services agreed and the service begun before.
        Map<Column, Object> carried = new EnumMap<>(Column.class);
        for (Column column : List.of(Column.SERVICES, Column.SERVICE_START, Column.TYPE)) {
            Object value = covering.facts().get(column);
            if (value != null) {
                carried.put(column, value);
            }
        }
        return put(covering.number(), covering, facts.over(new Facts(carried)));
    }

    private static Put put(int number, Known.@Nullable Engagement ended, Facts facts) {
        boolean assumed = facts.get(Column.SERVICES) == null;
        return new Put(number, null, ended, facts.over(assumed ? ASSUMED : HIRED), assumed);
    }
}
