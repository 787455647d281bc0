package org.linli.decisions.roll;

import java.util.List;
import org.linli.rules.decisions.Threshold;
import org.linli.rules.decisions.Weight;

/**
 * What is known and what is not before a roll is frozen.
 *
 * @param parts exclusive parts that count
 * @param total heads and area as they would be frozen now
 * @param withoutOwner delivered parts of which nobody is known as owner
 * @param withoutArea parts without any area
 * @param withoutId owners whose document is not recorded
 * @param withoutContact parts none of whose owners has a phone on the register
 * @param pairs same-name pairs that nobody resolved
 * @param areasKnown what the area would be if every unknown area were as large as the largest known one
 * @param ownersKnown what the heads would be if every unknown owner were somebody who is already on the roll
 * @param pairsMerged what the heads would be if every open pair were one person
 * @param unaccepted gaps that stop the freeze
 * @param statements why it may go on in spite of gaps
 */
public record ReadinessReport(
        int parts,
        Weight total,
        List<Place> withoutOwner,
        List<Place> withoutArea,
        List<OwnerRow> withoutId,
        List<Place> withoutContact,
        List<Pair> pairs,
        AreaEffect areasKnown,
        Effect ownersKnown,
        Effect pairsMerged,
        int unaccepted,
        List<Statement> statements) {

    public ReadinessReport {
        withoutOwner = List.copyOf(withoutOwner);
        withoutArea = List.copyOf(withoutArea);
        withoutId = List.copyOf(withoutId);
        withoutContact = List.copyOf(withoutContact);
        pairs = List.copyOf(pairs);
        statements = List.copyOf(statements);
    }

    /** Where a part is. */
    public record Place(int homeNo, String building, String unit, String room) {}

    /** @param homes the parts it is an owner of */
    public record OwnerRow(int ownerNo, String maskedName, List<Place> homes) {
        public OwnerRow {
            homes = List.copyOf(homes);
        }
    }

    /** Two rows of one name. @param merged what the heads would be if this pair were one person */
    public record Pair(OwnerRow one, OwnerRow other, Effect merged) {}

    /** @param homes how many parts it speaks of */
    public record Statement(int homes, String reason, String by, java.time.Instant at) {}

    /**
     * Heads with and without something.
     *
     * @param heads as they are
     * @param otherwise as they would be
     */
    public record Effect(int heads, int otherwise) {

        /** Heads that must take part, as it is. */
        public long needed() {
            return Threshold.TWO_THIRDS.least(heads);
        }

        public long neededOtherwise() {
            return Threshold.TWO_THIRDS.least(otherwise);
        }

        /** Whether another number of heads would have to take part. */
        public boolean changesQuorum() {
            return needed() != neededOtherwise();
        }
    }

    /**
     * Area with and without that of parts of which nobody knows it. Heads are the same either way, so only the shares of area can tip:
     * the two thirds that must take part, and with such a home among those who vote also half and three quarters of them.
     *
     * @param parts whose area is unknown
     * @param areaDm2 as it is, in 0.01 m²
     * @param largestDm2 the largest area of a part that is known, 0 when none is
     */
    public record AreaEffect(int parts, long areaDm2, long largestDm2) {

        public long otherwiseDm2() {
            return Math.addExact(areaDm2, Math.multiplyExact(parts, largestDm2));
        }

        /** Area that must take part, as it is. */
        public long neededDm2() {
            return Threshold.TWO_THIRDS.least(areaDm2);
        }

        public long neededOtherwiseDm2() {
            return Threshold.TWO_THIRDS.least(otherwiseDm2());
        }

        /** Whether no area is known at all, so that nothing can be said. */
        public boolean isBlind() {
            return largestDm2 == 0;
        }
    }

    /** Whether nothing stops the freeze. */
    public boolean isReady() {
        return unaccepted == 0;
    }
}
