package org.linli.ledger.bundle;

import org.linli.ledger.AreaOpening;
import org.linli.ledger.Bytes;
import org.linli.ledger.DecisionOpening;
import org.linli.ledger.MalformedException;
import org.linli.ledger.Opening;
import org.linli.ledger.Openings;
import org.linli.ledger.RollRoot;
import org.linli.ledger.RollTotal;
import org.linli.ledger.Suite;

/** What a count opens as JSON, both ways. */
final class OpeningsFormat {
    /** Heads of a sum: no roll has more entries. */
    private static final int MOST_HEADS = RollRoot.MOST_ENTRIES;

    /** Larger than the whole city, so that no forged area overflows a sum. */
    private static final long MOST_AREA_DM2 = 1_000_000_000_000L;

    private OpeningsFormat() {}

    static Json.Fields json(Openings openings) {
        return Json.object(
                "rolls",
                        openings.rolls().stream()
                                .map(roll -> Json.object(
                                        "rollNo", roll.rollNo(),
                                        "heads", roll.heads(),
                                        "areaDm2", roll.opening().areaDm2(),
                                        "blinding", roll.opening().blinding()))
                                .toList(),
                "decisions",
                        openings.decisions().stream().map(OpeningsFormat::json).toList());
    }

    /** @param suite whose scalars the blindings must be */
    static Openings read(Suite suite, Json.Fields json) {
        json.only("rolls", "decisions");
        return new Openings(
                BundleFormat.each(json, "rolls", value -> {
                    Json.Fields roll = value.asObject().only("rollNo", "heads", "areaDm2", "blinding");
                    return new RollTotal(
                            BundleFormat.numbered(roll, "rollNo"),
                            roll.number("heads", MOST_HEADS),
                            new AreaOpening(area(roll), blinding(suite, roll)));
                }),
                BundleFormat.each(json, "decisions", value -> decision(suite, value)));
    }

    private static Json.Fields json(DecisionOpening opening) {
        Json columns = new Json.Values(opening.columns().stream()
                .<Json>map(each -> Json.object(
                        "of", each.of(),
                        "heads", each.opening().heads(),
                        "areaDm2", each.opening().areaDm2(),
                        "blinding", each.opening().blinding()))
                .toList());
        Opening turnout = opening.turnout();
        if (turnout == null) {
            return Json.object("decision", opening.decision(), "columns", columns);
        }
        return Json.object(
                "decision",
                opening.decision(),
                "columns",
                columns,
                "turnout",
                Json.object("heads", turnout.heads(), "areaDm2", turnout.areaDm2(), "blinding", turnout.blinding()));
    }

    private static DecisionOpening decision(Suite suite, Json value) {
        Json.Fields json = value.asObject().only("decision", "columns", "turnout");
        return new DecisionOpening(
                BundleFormat.numbered(json, "decision"),
                BundleFormat.each(json, "columns", column -> {
                    Json.Fields fields = column.asObject().only("of", "heads", "areaDm2", "blinding");
                    return new DecisionOpening.Columns(
                            BundleFormat.each(fields, "of", BundleFormat::column), opening(suite, fields));
                }),
                json.has("turnout")
                        ? opening(suite, json.object("turnout").only("heads", "areaDm2", "blinding"))
                        : null);
    }

    private static Opening opening(Suite suite, Json.Fields json) {
        return new Opening(json.number("heads", MOST_HEADS), area(json), blinding(suite, json));
    }

    private static Bytes blinding(Suite suite, Json.Fields json) {
        Bytes blinding = Bytes.parse(json.text("blinding"));
        if (!suite.isScalar(blinding)) {
            throw new MalformedException("a blinding that is no scalar");
        }
        return blinding;
    }

    private static long area(Json.Fields json) {
        long area = json.number("areaDm2");
        if (area < 0 || area > MOST_AREA_DM2) {
            throw new MalformedException("an area of %d × 0.01 m²".formatted(area));
        }
        return area;
    }
}
