package org.linli.decisions.reach.assistance;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.Problem;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Devices that stand at a voting point for owners who vote there by themselves. Many ballots from one of them are what it is for, so the
 * anomaly board leaves them out, from the registration on; how many devices and ballots those are is public.
 */
@Service
public class VotingDevices {

    private final JdbcClient jdbc;
    private final VotingPoints points;
    private final BusinessTime time;

    VotingDevices(JdbcClient jdbc, VotingPoints points, BusinessTime time) {
        this.jdbc = jdbc;
        this.points = points;
        this.time = time;
    }

    /** @param device keyed hash in hexadecimal @param since ballots from then on are those of a registered device */
    public record Device(int point, String device, Instant since) {}

    public List<Device> list(Vote vote) {
        return statement("""
                select point_no, encode(device, 'hex') device, registered_at from linli.voting_device
                where community_id = :community and vote_no = :vote
                order by point_no, registered_at
                """, vote.id())
                .query((row, n) -> new Device(
                        row.getInt("point_no"),
                        row.getString("device"),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Since when each device is registered, by its keyed hash. */
    public Map<String, Instant> since(Vote vote) {
        return list(vote).stream().collect(Collectors.toMap(Device::device, Device::since));
    }

    /**
     * Registers a device at a point; once more changes nothing, and at another point it is refused.
     *
     * @param device keyed hash of the mark of the browser in front of which one of the point's two staff sits
     */
    @Transactional
    public Act register(Vote vote, int point, byte[] device, Actor by) {
        if (vote.state() != VoteState.NOTICED && vote.state() != VoteState.OPEN) {
            return Act.refused(Problem.NOT_OPEN);
        }
        Optional<VotingPoint> found = points.find(vote, point)
                .filter(one -> one.kind() == VotingPoint.Kind.POINT)
                .filter(one ->
                        one.first().account() == by.account() || one.second().account() == by.account());
        if (found.isEmpty()) {
            return Act.refused(Problem.NOT_OF_THIS_POINT);
        }
        Optional<Problem> problem = points.problem(vote, by.account());
        if (problem.isPresent()) {
            return Act.refused(problem.get());
        }
        int stored = statement("""
                insert into linli.voting_device (community_id, vote_no, point_no, device, registered_at, by_name, by_account)
                values (:community, :vote, :point, :device, :at, :by, :account)
                on conflict do nothing
                """, vote.id())
                .param("point", point)
                .param("device", device)
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.account())
                .update();
        boolean here = stored == 1
                || list(vote).stream()
                        .anyMatch(one -> one.point() == point
                                && one.device().equals(HexFormat.of().formatHex(device)));
        return here ? new Act.Done(point) : Act.refused(Problem.DEVICE_ELSEWHERE);
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }
}
