package org.linli.decisions.reach.anomalies;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From when on something looks odd. All are our own defaults [D]; a city sets its own as {@code linli.anomalies.*}.
 *
 * @param deviceHeads ballots from one device that is no voting point's
 * @param accountHeads ballots cast on the phone by one account
 * @param collectorHeads papers brought in by one person who is not the owner
 * @param burstBallots ballots within {@code burstMinutes}
 * @param burstMinutes length of a burst
 * @param proxyHeads ballots cast by one proxy
 * @param nightBallots ballots in one night between 23:00 and 06:00
 */
@ConfigurationProperties("linli.anomalies")
public record AnomalyLimits(
        @DefaultValue("4") int deviceHeads,
        @DefaultValue("4") int accountHeads,
        @DefaultValue("20") int collectorHeads,
        @DefaultValue("20") int burstBallots,
        @DefaultValue("5") int burstMinutes,
        @DefaultValue("3") int proxyHeads,
        @DefaultValue("5") int nightBallots) {

    public AnomalyLimits {
        for (int limit : new int[] {
            deviceHeads, accountHeads, collectorHeads, burstBallots, burstMinutes, proxyHeads, nightBallots
        }) {
            if (limit < 2) {
                throw new IllegalArgumentException("a limit of anomalies is 2 or more: " + limit);
            }
        }
    }
}
