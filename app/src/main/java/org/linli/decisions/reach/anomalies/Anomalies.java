package org.linli.decisions.reach.anomalies;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.decisions.Vote;
import org.linli.decisions.reach.BallotsIn;
import org.linli.decisions.reach.assistance.VotingDevices;
import org.linli.decisions.reach.paper.Paper;
import org.linli.decisions.reach.paper.PaperBallots;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** The anomaly board: details for the street and above, counts for everybody. */
@Service
@EnableConfigurationProperties(AnomalyLimits.class)
public class Anomalies {

    private final BallotsIn ballots;
    private final PaperBallots papers;
    private final VotingDevices devices;
    private final AnomalyLimits limits;

    Anomalies(BallotsIn ballots, PaperBallots papers, VotingDevices devices, AnomalyLimits limits) {
        this.ballots = ballots;
        this.papers = papers;
        this.devices = devices;
        this.limits = limits;
    }

    public AnomalyLimits limits() {
        return limits;
    }

    public List<Anomaly> list(Vote vote) {
        Map<String, String> collectors = new HashMap<>();
        for (Paper paper : papers.list(vote)) {
            Paper.Returned returned = paper.returned();
            if (returned != null && !returned.collector().isEmpty()) {
                collectors.put(paper.serial(), returned.collector());
            }
        }
        return AnomalyRules.find(ballots.list(vote.id()), devices.since(vote), collectors, limits);
    }

    /** Devices at voting points, the ballots that came from them, and registrations that were withdrawn as mistakes. */
    public record AtPoints(int devices, int ballots, int withdrawn) {}

    public AtPoints atPoints(Vote vote) {
        List<VotingDevices.Device> all = devices.list(vote);
        Map<String, Instant> registered = VotingDevices.since(all);
        return new AtPoints(
                registered.size(),
                registered.isEmpty()
                        ? 0
                        : Math.toIntExact(ballots.list(vote.id()).stream()
                                .filter(line -> AnomalyRules.isRegistered(line, registered))
                                .count()),
                all.size() - registered.size());
    }

    /** How many of each kind, none left out. */
    public Map<Anomaly.Kind, Integer> counts(Vote vote) {
        Map<Anomaly.Kind, Integer> counts = new EnumMap<>(Anomaly.Kind.class);
        for (Anomaly.Kind kind : Anomaly.Kind.values()) {
            counts.put(kind, 0);
        }
        list(vote).forEach(anomaly -> counts.merge(anomaly.kind(), 1, Integer::sum));
        return counts;
    }
}
