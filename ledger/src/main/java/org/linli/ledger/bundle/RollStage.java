package org.linli.ledger.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.linli.ledger.DecisionSpec;
import org.linli.ledger.MalformedException;
import org.linli.ledger.PublicRoll;
import org.linli.ledger.RollPoints;
import org.linli.ledger.RollTotal;

/** Whether the rolls are in order and sum to what is published of them. */
final class RollStage {
    private final Bundle bundle;
    private final List<Finding> findings;
    private final Map<Integer, RollPoints> rolls = new TreeMap<>();

    RollStage(Bundle bundle, List<Finding> findings) {
        this.bundle = bundle;
        this.findings = findings;
    }

    Map<Integer, RollPoints> check() {
        for (PublicRoll roll : bundle.rolls()) {
            RollPoints points = RollPoints.read(bundle.suite(), roll);
            rolls.put(roll.rollNo(), points);
            points.outOfOrder()
                    .forEach(entry -> add(Fault.ROLL_ORDER, "roll/%d/entry/%d".formatted(roll.rollNo(), entry)));
            points.unreadable()
                    .forEach(entry -> add(Fault.ROLL_POINT, "roll/%d/entry/%d".formatted(roll.rollNo(), entry)));
            total(roll.rollNo(), points);
        }
        for (DecisionSpec spec : bundle.paper().specs()) {
            if (!rolls.containsKey(spec.rollNo())) {
                add(Fault.ROLL_MISSING, "decision/%d/roll/%d".formatted(spec.number(), spec.rollNo()));
            }
        }
        return rolls;
    }

    List<BundleReport.Roll> facts() {
        List<BundleReport.Roll> facts = new ArrayList<>();
        rolls.forEach((rollNo, points) -> {
            List<RollTotal> totals = totals(rollNo);
            Figure total = totals.size() == 1
                    ? new Figure(
                            totals.getFirst().opening().areaDm2(), points.root().entries())
                    : null;
            facts.add(new BundleReport.Roll(rollNo, points.root(), total));
        });
        return facts;
    }

    private void total(int rollNo, RollPoints points) {
        List<RollTotal> totals = totals(rollNo);
        String place = "roll/" + rollNo;
        if (totals.size() != 1) {
            add(Fault.ROLL_TOTAL_MISSING, place);
            return;
        }
        if (totals.getFirst().heads() != points.root().entries()) {
            add(Fault.ROLL_HEADS, place);
        }
        if (!opens(points, totals.getFirst())) {
            add(Fault.ROLL_AREA, place);
        }
    }

    private static boolean opens(RollPoints points, RollTotal total) {
        try {
            return points.totalOpensTo(total.opening());
        } catch (MalformedException e) {
            return false;
        }
    }

    private List<RollTotal> totals(int rollNo) {
        return bundle.openings().rolls().stream()
                .filter(total -> total.rollNo() == rollNo)
                .toList();
    }

    private void add(Fault fault, String place) {
        findings.add(new Finding(fault, place));
    }
}
