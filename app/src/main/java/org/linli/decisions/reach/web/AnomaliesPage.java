package org.linli.decisions.reach.web;

import java.util.List;
import java.util.Map;
import org.linli.decisions.reach.anomalies.Anomalies;
import org.linli.decisions.reach.anomalies.Anomaly;
import org.linli.decisions.reach.anomalies.AnomalyLimits;
import org.linli.decisions.reach.anomalies.Oversight;

/**
 * What looks odd.
 *
 * @param lines details, empty on the public page
 * @param counts every kind, for everybody
 * @param looks how often scans of paper ballots were opened
 * @param assisted ballots cast with help
 * @param atPoints registered devices and their ballots
 * @param oversight how often somebody objected and somebody ruled
 */
public record AnomaliesPage(
        Head head,
        List<Line> lines,
        Map<Anomaly.Kind, Integer> counts,
        AnomalyLimits limits,
        int looks,
        int assisted,
        Anomalies.AtPoints atPoints,
        Oversight.Counts oversight) {

    /** @param addresses of the homes behind the ballots */
    public record Line(Anomaly anomaly, String subject, List<String> addresses) {}

    public int limit(Anomaly.Kind kind) {
        return switch (kind) {
            case DEVICE -> limits.deviceHeads();
            case ACCOUNT -> limits.accountHeads();
            case COLLECTOR -> limits.collectorHeads();
            case BURST -> limits.burstBallots();
            case PROXY -> limits.proxyHeads();
            case NIGHT -> limits.nightBallots();
        };
    }
}
