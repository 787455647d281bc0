package org.linli.decisions.reach.assistance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.Problem;
import org.linli.platform.scope.Role;
import org.linli.platform.text.Words;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Devices that stand at a voting point for owners who vote there by themselves. Many ballots from one of them are what it is for, so the
 * anomaly board leaves them out, from the registration on; how many devices and ballots those are, and how many registrations were
 * withdrawn, is public.
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

    /**
     * @param device keyed hash in hexadecimal
     * @param since ballots from then on are those of a registered device
     * @param by who registered it
     * @param withdrawal since it counts as a mistake, null while it stands
     */
    public record Device(
            int point,
            String device,
            Instant since,
            String by,
            @Nullable Withdrawal withdrawal) {

        /** @param by who withdrew it @param reason in words; empty in the oldest rows */
        public record Withdrawal(Instant at, String by, String reason) {}

        public boolean stands() {
            return withdrawal == null;
        }
    }

    /** Every registration, those that were withdrawn too. */
    public List<Device> list(Vote vote) {
        return statement("""
                select d.point_no, encode(d.device, 'hex') device, d.registered_at, d.by_name, w.withdrawn_at,
                       w.by_name withdrawn_by, w.reason
                from linli.voting_device d
                left join linli.voting_device_withdrawal w using (community_id, vote_no, device)
                where community_id = :community and vote_no = :vote
                order by d.point_no, d.registered_at
                """, vote.id())
                .query((row, n) -> new Device(
                        row.getInt("point_no"),
                        row.getString("device"),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        withdrawal(row)))
                .list();
    }

    private static Device.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("withdrawn_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Device.Withdrawal(at.toInstant(), row.getString("withdrawn_by"), row.getString("reason"));
    }

    /** Since when each device stands at a point, by its keyed hash. */
    public Map<String, Instant> since(Vote vote) {
        return since(list(vote));
    }

    /** As above, from a {@link #list} at hand. */
    public static Map<String, Instant> since(List<Device> devices) {
        return devices.stream().filter(Device::stands).collect(Collectors.toMap(Device::device, Device::since));
    }

    /** @param device keyed hash in hexadecimal */
    private Optional<Device> find(Vote vote, String device) {
        return list(vote).stream().filter(one -> one.device().equals(device)).findFirst();
    }

    /** Whether this hat may withdraw the registration: one of the point's two staff, or the street. */
    public static boolean mayWithdraw(VotingPoint point, Actor by) {
        return by.role() == Role.STREET || by.role() == Role.COMMUNITY_WORKER && point.isOf(by);
    }

    /**
     * Withdraws a registration that was a mistake: it counts as never made, also for ballots that came meanwhile, and the device cannot
     * be registered again for this vote. Once more changes nothing. When the result is final, so is the board.
     *
     * @param device keyed hash in hexadecimal
     * @param reason why it was a mistake; 1 to {@value Words#SHORT} characters
     */
    @Transactional
    public Act withdraw(Vote vote, String device, String reason, Actor by) {
        Optional<Device> found = find(vote, device);
        boolean may = found.flatMap(one -> points.find(vote, one.point()))
                .filter(point -> mayWithdraw(point, by))
                .isPresent();
        if (!may) {
            return Act.refused(Problem.NOT_OF_THIS_POINT);
        }
        if (vote.state().isVoid() || vote.step(VoteState.FINAL).isPresent()) {
            return Act.refused(Problem.NOT_OPEN);
        }
        Optional<Problem> problem = points.problem(vote, by.account());
        if (problem.isPresent()) {
            return Act.refused(problem.get());
        }
        if (!Words.isGiven(reason, Words.SHORT)) {
            return Act.refused(Problem.REASON_MISSING);
        }
        statement("""
                insert into linli.voting_device_withdrawal
                    (community_id, vote_no, device, withdrawn_at, by_name, by_account, reason)
                values (:community, :vote, decode(:device, 'hex'), :at, :by, :account, :reason)
                on conflict do nothing
                """, vote.id())
                .param("device", device)
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.account())
                .param("reason", reason.strip())
                .update();
        return new Act.Done(found.orElseThrow().point());
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
                .filter(one -> one.isOf(by));
        if (found.isEmpty()) {
            return Act.refused(Problem.NOT_OF_THIS_POINT);
        }
        Optional<Problem> problem = points.problem(vote, by.account());
        if (problem.isPresent()) {
            return Act.refused(problem.get());
        }
        statement("""
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
        Device held = find(vote, HexFormat.of().formatHex(device)).orElseThrow();
        if (!held.stands()) {
            return Act.refused(Problem.DEVICE_WITHDRAWN);
        }
        return held.point() == point ? new Act.Done(point) : Act.refused(Problem.DEVICE_ELSEWHERE);
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }
}
