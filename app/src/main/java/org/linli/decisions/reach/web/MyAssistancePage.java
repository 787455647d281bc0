package org.linli.decisions.reach.web;

import java.util.List;
import org.linli.decisions.reach.assistance.VotingPoint;

/**
 * Help to vote, as an owner sees it.
 *
 * @param points where one is helped, visits too
 * @param homes for which the reader may vote
 */
public record MyAssistancePage(Head head, List<VotingPoint> points, List<Home> homes, Refusal refusal) {

    /** @param asked whether a visit was asked for */
    public record Home(int homeNo, String address, boolean asked) {}

    public List<VotingPoint> places() {
        return points.stream()
                .filter(point -> point.kind() == VotingPoint.Kind.POINT)
                .toList();
    }
}
