package org.linli.decisions.roll;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.decisions.NoticeStep;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.ledger.RollSeal;
import org.linli.platform.postgres.NamedLock;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.decisions.roll.Roll;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Freezes the roll of a vote: the register as it was at 00:00 of the notice day.
 *
 * <p>Source: domain reference a.2 C12 [D]. A later sale alters no total; an upheld challenge makes a new version of the same record
 * day, from the corrected register.
 */
@Service
public class RollFreeze implements NoticeStep {

    private final RollStore store;
    private final RollWriter writer;
    private final RegisterParts registers;
    private final VoteSecrets secrets;
    private final Gaps gaps;
    private final JdbcClient jdbc;
    private final BusinessTime time;

    RollFreeze(
            RollStore store,
            RollWriter writer,
            RegisterParts registers,
            VoteSecrets secrets,
            Gaps gaps,
            JdbcClient jdbc,
            BusinessTime time) {
        this.store = store;
        this.writer = writer;
        this.registers = registers;
        this.secrets = secrets;
        this.gaps = gaps;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** An unknown owner or area for which nobody answered. */
    @Override
    public Optional<String> refusal(Vote vote) {
        if (store.lastVersion(vote.id()) > 0) {
            return Optional.empty();
        }
        Register register = registers.read(vote.id().community(), vote.terms().noticeOn());
        return unaccepted(vote.id(), made(vote, register).gaps()) > 0
                ? Optional.of("roll-not-ready")
                : Optional.empty();
    }

    /** A notice published before its day is frozen by the clock. @throws RollNotReady as of {@link #freeze} */
    @Override
    public void onNoticed(Vote vote) {
        if (!vote.terms().noticeOn().isAfter(time.today())) {
            freeze(vote);
        }
    }

    /**
     * Freezes the roll, once.
     *
     * @throws RollNotReady if an owner or an area is unknown and the organiser did not state why it may go on
     */
    @Transactional
    public void freeze(Vote vote) {
        lock(vote.id());
        if (store.lastVersion(vote.id()) == 0) {
            secrets.create(vote.id());
            write(vote, Optional.empty(), RollWriter.Cause.FREEZE, "");
        }
    }

    /** Makes the next version, of the same record day, from the register as it is known now. */
    @Transactional
    void freezeAgain(Vote vote, String reason) {
        lock(vote.id());
        FrozenRoll before = store.read(vote.id(), store.lastVersion(vote.id()));
        write(vote, Optional.of(before), RollWriter.Cause.CHALLENGE, reason);
    }

    private void write(Vote vote, Optional<FrozenRoll> before, RollWriter.Cause cause, String reason) {
        int version = before.map(roll -> roll.version().number()).orElse(0) + 1;
        Register register = registers.read(vote.id().community(), vote.terms().noticeOn());
        RollMaker.Result made = made(vote, register);
        int unaccepted = unaccepted(vote.id(), made.gaps());
        if (unaccepted > 0) {
            throw new RollNotReady(vote.id(), unaccepted);
        }
        List<NamedEntries.Named> entries = NamedEntries.name(made.persons(), before);
        writer.version(vote, version, cause, vote.terms().noticeOn(), reason, register);
        writer.register(vote, version, register);
        writer.entries(vote, version, entries, register);
        VoteSecret secret = secrets.get(vote.id());
        RollMaker.Scopes.of(vote).byRoll().forEach((rollNo, buildings) -> {
            RollSeal seal = Sealing.seal(
                    vote,
                    secret,
                    rollNo,
                    entries.stream()
                            .filter(entry -> entry.person().areas().containsKey(rollNo))
                            .map(entry ->
                                    Sealing.member(entry.id(), entry.person().areas(), rollNo))
                            .toList());
            writer.seal(vote, version, seal, buildings);
        });
    }

    private static RollMaker.Result made(Vote vote, Register register) {
        return new RollMaker(vote)
                .make(
                        register.sources(),
                        RollMaker.terms(vote, register.persons().developer()));
    }

    /** How many gaps nobody answered for. */
    private int unaccepted(VoteId id, List<Roll.Gap> found) {
        Set<Integer> accepted = found.isEmpty() ? Set.of() : gaps.accepted(id);
        return Math.toIntExact(found.stream()
                .filter(gap -> !accepted.contains(Integer.valueOf(gap.part())))
                .count());
    }

    /** One freeze of a vote at a time, on any node. */
    private void lock(VoteId id) {
        NamedLock.hold(jdbc, "roll of vote " + id);
    }
}
