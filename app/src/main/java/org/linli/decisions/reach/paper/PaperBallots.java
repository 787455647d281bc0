package org.linli.decisions.reach.paper;

import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.BallotsIn;
import org.linli.decisions.reach.Evidence;
import org.linli.decisions.reach.PaperRecord;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.RollViews;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.text.Words;
import org.linli.platform.time.BusinessTime;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Paper ballots on their way out and back. Each step that moves one stands in the vote's record; the keys of the tables refuse
 * whoever comes second.
 *
 * <p>Source: neighbouring cities' rules (Hangzhou 20) for paper beside phone [V] as model; first valid ballot counts, numbers,
 * scan and two readers are our own default [D], domain reference a.10.
 */
@Service
public class PaperBallots {

    private static final int SERIAL_BYTES = 16;
    private static final int SCANS_AT_MOST = 20;

    private final SecureRandom random = new SecureRandom();
    private final PaperStore store;
    private final PaperRecord record;
    private final RollViews rolls;
    private final BallotsIn ballots;
    private final Evidence evidence;
    private final AccessLog log;
    private final BusinessTime time;

    PaperBallots(
            PaperStore store,
            PaperRecord record,
            RollViews rolls,
            BallotsIn ballots,
            Evidence evidence,
            AccessLog log,
            BusinessTime time) {
        this.store = store;
        this.record = record;
        this.rolls = rolls;
        this.ballots = ballots;
        this.evidence = evidence;
        this.log = log;
        this.time = time;
    }

    public List<Paper> list(Vote vote) {
        return store.list(vote.id());
    }

    public Optional<Paper> find(Vote vote, int number) {
        return store.find(vote.id(), number);
    }

    public Reconciliation reconcile(Vote vote) {
        return Reconciliation.of(list(vote));
    }

    /** Issues a ballot with a random number to the head that owns a home. A head has one paper at a time, and none beside a ballot. */
    public Act issue(Vote vote, int homeNo, Actor by) {
        Instant now = time.now();
        Optional<RollView> roll = rolls.find(vote.id());
        if (roll.isEmpty()) {
            return Act.refused(Problem.NOT_FROZEN);
        }
        if (!isRunning(vote) || !now.isBefore(vote.terms().deadline())) {
            return Act.refused(Problem.NOT_OPEN);
        }
        Optional<RollView.Entry> entry = roll.get().ofHome(homeNo);
        if (entry.isEmpty()) {
            return Act.refused(Problem.NO_SUCH_HOME);
        }
        if (ballots.find(vote.id(), entry.get().id()).isPresent()) {
            return Act.refused(Problem.HAS_VOTED);
        }
        List<Paper> papers = list(vote);
        List<Paper> own = papers.stream()
                .filter(paper -> paper.entry().equals(entry.get().id()))
                .toList();
        if (own.stream()
                .anyMatch(paper -> paper.state() == Paper.State.OUTSTANDING || paper.state() == Paper.State.RETURNED)) {
            return Act.refused(Problem.PAPER_OUT);
        }
        Paper paper = new Paper(
                papers.size() + 1,
                serial(),
                entry.get().id(),
                own.size() + 1,
                homeNo,
                now,
                by.name(),
                null,
                null,
                false,
                List.of(),
                List.of());
        return append(
                paper.number(),
                () -> record.issued(
                        vote,
                        paper.serial(),
                        paper.entry(),
                        () -> unless(list(vote).size() == papers.size()),
                        () -> store.insert(vote.id(), paper, by)));
    }

    private String serial() {
        byte[] serial = new byte[SERIAL_BYTES];
        random.nextBytes(serial);
        return HexFormat.of().formatHex(serial);
    }

    private static boolean isRunning(Vote vote) {
        return vote.state() == VoteState.NOTICED || vote.state() == VoteState.OPEN;
    }

    /**
     * Takes a filled-in ballot back. The time it came counts, not the time it is read.
     *
     * @param collector who brought it; empty for the owner himself
     */
    public Act takeBack(Vote vote, int number, String collector, Actor by) {
        Instant now = time.now();
        Optional<Paper> paper = find(vote, number);
        if (paper.isEmpty()) {
            return Act.refused(Problem.NO_SUCH_HOME);
        }
        if (paper.get().returned() != null) {
            return Act.refused(Problem.PAPER_RETURNED_ALREADY);
        }
        if (paper.get().voided() != null) {
            return Act.refused(Problem.PAPER_VOIDED);
        }
        if (collector.length() > Words.SHORT) {
            return Act.refused(Problem.REASON_MISSING);
        }
        if (!vote.isOpenAt(now)) {
            return Act.refused(now.isBefore(vote.terms().opensAt()) ? Problem.NOT_OPEN : Problem.PAPER_TOO_LATE);
        }
        return append(
                number,
                () -> record.returned(
                        vote,
                        paper.get().serial(),
                        () -> unless(isIn(vote, number, Paper.State.OUTSTANDING) && !ballots.isClosed(vote.id())),
                        () -> store.insertReturn(vote.id(), number, collector.strip(), now, by)));
    }

    /**
     * Takes a ballot out of the vote. After the close the record takes no such leaf any more; the row alone says why the paper was
     * not counted.
     */
    public Act voidPaper(Vote vote, int number, VoidReason reason, String note, Actor by) {
        Optional<Paper> paper = find(vote, number);
        if (paper.isEmpty()) {
            return Act.refused(Problem.NO_SUCH_HOME);
        }
        if (paper.get().used()) {
            return Act.refused(Problem.PAPER_COUNTED);
        }
        if (paper.get().voided() != null) {
            return Act.refused(Problem.PAPER_VOIDED);
        }
        if (!Words.isGiven(note, Words.SHORT)) {
            return Act.refused(Problem.REASON_MISSING);
        }
        return setAside(vote, paper.get(), reason, note.strip(), by);
    }

    Act setAside(Vote vote, Paper paper, VoidReason reason, String note, Actor by) {
        Instant now = time.now();
        Runnable row = () -> store.insertVoid(vote.id(), paper.number(), reason, note, now, by);
        return append(paper.number(), () -> {
            if (ballots.isClosed(vote.id())) {
                row.run();
            } else {
                record.voided(
                        vote,
                        paper.serial(),
                        reason.inRecord(),
                        () -> unless(isIn(vote, paper.number(), paper.state()) && !ballots.isClosed(vote.id())),
                        row);
            }
        });
    }

    private boolean isIn(Vote vote, int number, Paper.State state) {
        return find(vote, number).filter(paper -> paper.state() == state).isPresent();
    }

    /** Asked under the record's lock: somebody else may have moved the paper since it was looked at. */
    private static void unless(boolean unmoved) {
        if (!unmoved) {
            throw new Overtaken();
        }
    }

    private static final class Overtaken extends RuntimeException {}

    private static Act append(int number, Runnable act) {
        try {
            act.run();
            return new Act.Done(number);
        } catch (Overtaken | DuplicateKeyException somebodyWasQuicker) {
            return Act.refused(Problem.OVERTAKEN);
        }
    }

    /** Keeps a scan of a returned ballot. */
    public Act addScan(Vote vote, int number, InputStream content, Actor by) {
        Optional<Paper> paper = find(vote, number);
        if (paper.isEmpty()) {
            return Act.refused(Problem.NO_SUCH_HOME);
        }
        if (paper.get().returned() == null) {
            return Act.refused(Problem.PAPER_NOT_RETURNED);
        }
        int next = paper.get().scans().size() + 1;
        if (next > SCANS_AT_MOST) {
            return Act.refused(Problem.FILE_TOO_LARGE);
        }
        return switch (evidence.take(content)) {
            case Evidence.NotKept(Problem why) -> Act.refused(why);
            case Evidence.Kept kept ->
                append(next, () -> store.insertScan(vote.id(), number, next, kept, time.now(), by));
        };
    }

    /** Opens a scan; each look is a row that owners can count, and a line in the access log, before the file is read. */
    public Optional<Paper.Scan> viewScan(Vote vote, int number, int scan, Actor by) {
        Optional<Paper.Scan> found = find(vote, number).stream()
                .flatMap(paper -> paper.scans().stream())
                .filter(one -> one.number() == scan)
                .findFirst();
        found.ifPresent(one -> {
            store.insertView(vote.id(), number, scan, one.views() + 1, time.now(), by);
            log.record(new AccessLog.Act(
                    by.account(), null, "paper-scan.view", "vote", vote.id() + "/" + number + "/" + scan, "", "", ""));
        });
        return found;
    }
}
