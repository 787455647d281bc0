package org.linli.decisions.reach.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.decisions.reach.RollView;
import org.linli.rules.decisions.Axis;
import org.linli.rules.decisions.Fraction;
import org.linli.rules.decisions.Fraction.Step;
import org.linli.rules.decisions.Threshold;
import org.linli.rules.decisions.Weight;

/**
 * Who is reached and who has voted, by building and stairwell, on one roll.
 *
 * <p>A person who is reached anywhere is reached with everything owned, and stands as one head in the stairwell of the lowest
 * home number; so the lines add up to the roll on both axes.
 *
 * @param rollNo the roll
 * @param lines by building, then stairwell
 * @param total all lines together
 * @param reachedLines how far the reached are from two thirds: area, heads
 * @param votedLines how far the voted are from two thirds: area, heads
 */
public record Board(int rollNo, List<Line> lines, Line total, List<Fraction> reachedLines, List<Fraction> votedLines) {

    /** One stairwell. @param building empty for the total */
    public record Line(int buildingNo, String building, String unit, Weight all, Weight reached, Weight voted) {
        Line plus(Weight weight, boolean isReached, boolean hasVoted) {
            return new Line(
                    buildingNo,
                    building,
                    unit,
                    all.plus(weight),
                    isReached ? reached.plus(weight) : reached,
                    hasVoted ? voted.plus(weight) : voted);
        }
    }

    /**
     * @param reached identifiers of the entries that have their ballot
     * @param voted identifiers of the entries whose ballot is in
     */
    static Board of(RollView roll, int rollNo, Set<String> reached, Set<String> voted) {
        SortedMap<String, Line> lines = new TreeMap<>();
        Line total = new Line(0, "", "", Weight.ZERO, Weight.ZERO, Weight.ZERO);
        Map<String, RollView.Part> seats = roll.seats(rollNo);
        for (RollView.Part part : roll.parts()) {
            if (!roll.isOn(part, rollNo)) {
                continue;
            }
            Weight weight = new Weight(part.areaDm2(), part.equals(seats.get(part.entry())) ? 1 : 0);
            String key = String.format(java.util.Locale.ROOT, "%010d/%s", part.buildingNo(), part.unit());
            Line line = lines.getOrDefault(
                    key,
                    new Line(part.buildingNo(), part.building(), part.unit(), Weight.ZERO, Weight.ZERO, Weight.ZERO));
            lines.put(key, line.plus(weight, reached.contains(part.entry()), voted.contains(part.entry())));
            total = total.plus(weight, reached.contains(part.entry()), voted.contains(part.entry()));
        }
        return new Board(
                rollNo,
                List.copyOf(lines.values()),
                total,
                distances(total.reached(), total.all()),
                distances(total.voted(), total.all()));
    }

    private static List<Fraction> distances(Weight part, Weight whole) {
        return List.of(
                new Fraction(Step.QUORUM, Axis.AREA, Threshold.TWO_THIRDS, part.on(Axis.AREA), whole.on(Axis.AREA)),
                new Fraction(Step.QUORUM, Axis.HEADS, Threshold.TWO_THIRDS, part.on(Axis.HEADS), whole.on(Axis.HEADS)));
    }
}
