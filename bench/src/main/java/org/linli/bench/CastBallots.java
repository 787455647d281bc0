package org.linli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.casting.CommitSize;
import org.linli.decisions.roll.VoteClock;
import org.linli.platform.postgres.OwnPostgres;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ballots acknowledged through HTTP after a durable commit, from 64 connections of distinct signed-in owners who have the ballot open,
 * against the same endpoint with a transaction for each ballot, an empty page behind the same security chain, and pgbench.
 */
final class CastBallots {

    private static final int USUAL_BALLOTS = 2_000;
    private static final int MOST_BALLOTS = 20_000;
    private static final int CLIENTS = 64;
    private static final int WARM_UPS = 3;

    /**
     * So often each ballot is sent again and each page asked before a round is measured: a voting day is not a first minute. A ballot
     * sent again is answered with its receipt, which warms all but the seal and the insert; those are warmed by the fresh votes alone.
     */
    private static final int WARM_REPEATS = 4;

    private static final int ROUNDS = 3;
    private static final int PACE = 200;
    private static final int PGBENCH_SECONDS = 5;
    private static final Pattern ENTRY = Pattern.compile("/my/votes/[0-9-]+/([0-9a-f]{32})\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Installation linli;
    private final List<SignedInOwners.Owner> owners;
    private final Crowd crowd;

    private CastBallots(Installation linli, List<SignedInOwners.Owner> owners) {
        this.linli = linli;
        this.owners = owners;
        this.crowd = new Crowd(linli.port(), CLIENTS);
    }

    static Report run(String argument, Consumer<String> progress) throws Exception {
        int ballots = BenchRefused.count(argument, USUAL_BALLOTS, MOST_BALLOTS);
        Pgbench pgbench = Pgbench.find();
        try (Installation linli = Installation.demo(progress)) {
            SignedInOwners community = SignedInOwners.of(linli, ballots, progress);
            Path script = script(linli);
            Rates rates = new Rates();
            Times paced = new Times(ballots);
            for (int round = 1; round <= WARM_UPS; round++) {
                progress.accept("Warming up, " + round + " of " + WARM_UPS);
                new CastBallots(linli, community.signIn()).warmUp(community, round == WARM_UPS);
            }
            for (int round = 1; round <= ROUNDS; round++) {
                progress.accept("Round " + round + " of " + ROUNDS);
                CastBallots all = new CastBallots(linli, community.signIn());
                double together = all.rush(all.open(community), CommitSize.USUAL);
                double single = all.rush(all.open(community), 1);
                double nothing = all.nothing();
                Quiet.await();
                rates.add(together, single, nothing, pgbench.run(linli, script, CLIENTS, PGBENCH_SECONDS));
                if (round == ROUNDS) {
                    progress.accept("Casting " + PACE + " a second");
                    List<Crowd.Act> atAPace = all.open(community);
                    Quiet.await();
                    paced = all.crowd.pace(atAPace, PACE);
                }
            }
            return rates.report(paced, ballots)
                    .value(
                            "one commit after another",
                            Unit.PER_SECOND.text(pgbench.run(linli, script, 1, PGBENCH_SECONDS)));
        }
    }

    /** What each round measured, a second. */
    private record Rates(List<Double> together, List<Double> single, List<Double> nothing, List<Double> plain) {

        private Rates() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(double castTogether, double castSingly, double pages, double inserts) {
            together.add(castTogether);
            single.add(castSingly);
            nothing.add(pages);
            plain.add(inserts);
        }

        Report report(Times paced, int ballots) {
            Report report = new Report();
            for (int round = 0; round < ROUNDS; round++) {
                report.value("ballots, round " + (round + 1), Unit.PER_SECOND.text(together.get(round)));
            }
            double ours = Times.median(together);
            return report.atLeastTimes("median", ours, "one a transaction", Times.median(single), 2.5)
                    .atLeastTimes("median", ours, "an empty page", Times.median(nothing), 0.9)
                    .atLeastTimes("median", ours, "pgbench", Times.median(plain), 1.0)
                    .atMost("99 of 100 at " + PACE + "/s", paced.percentileMs(99), 100, Unit.MILLISECONDS)
                    .value("half of them", Unit.MILLISECONDS.text(paced.medianMs()))
                    .note(String.format(
                            Locale.ROOT,
                            "%,d ballots a round, %d connections, fsync on, commitments and proofs made while the ballot was read;"
                                    + " each began when the notices of the one before were out;"
                                    + " clients and server share this machine, pgbench has it for itself.",
                            ballots,
                            CLIENTS));
        }
    }

    private void warmUp(SignedInOwners community, boolean singly) throws InterruptedException {
        List<Crowd.Act> ballots = open(community);
        rush(ballots, CommitSize.USUAL);
        for (int time = 0; time < WARM_REPEATS; time++) {
            crowd.rush(ballots);
            crowd.rush(pages());
        }
        if (singly) {
            rush(open(community), 1);
        }
    }

    private double rush(List<Crowd.Act> ballots, int inOneCommit) throws InterruptedException {
        CommitSize size = linli.bean(CommitSize.class);
        size.limit(inOneCommit);
        Quiet.await();
        try {
            return crowd.rush(ballots);
        } finally {
            size.limit(CommitSize.USUAL);
        }
    }

    /** Asked twice, the second time measured: the last access of a session, stored once a minute, is then stored already, as for ballots. */
    private double nothing() throws InterruptedException {
        crowd.rush(pages());
        Quiet.await();
        return crowd.rush(pages());
    }

    private List<Crowd.Act> pages() {
        return owners.stream()
                .map(owner -> (Crowd.Act) wire -> expect(wire.send(owner.nothing()), 200))
                .toList();
    }

    /** A fresh vote that every owner has open on the phone. @return the act of casting, one for each */
    private List<Crowd.Act> open(SignedInOwners community) throws InterruptedException {
        Vote vote = openVote(community);
        List<Crowd.Act> reads = new ArrayList<>();
        List<Crowd.Act> casts = new ArrayList<>();
        for (SignedInOwners.Owner owner : owners) {
            reads.add(wire -> {
                String own = "/my/votes/" + vote.id();
                String entry = find(ENTRY, expect(wire.send(owner.get(own)), 200));
                String ballot = own + "/" + entry;
                Wire.Answer opened = expect(wire.send(owner.get(ballot)), 200);
                String csrf = find(CSRF, opened);
                byte[] cast = owner.with(opened.cookies())
                        .post("/my/ballots", "_csrf=" + csrf + "&vote=" + vote.id() + "&entry=" + entry + "&d1=AGREE");
                synchronized (casts) {
                    casts.add(sent -> {
                        Wire.Answer answer = expect(sent.send(cast), 303);
                        if (!answer.location().endsWith("/receipt")) {
                            throw new IllegalStateException("no receipt: " + answer);
                        }
                    });
                }
            });
        }
        crowd.rush(reads);
        return casts;
    }

    private Vote openVote(SignedInOwners community) {
        Votes votes = linli.bean(Votes.class);
        Vote vote = BigCommunity.vote(linli, community.id());
        TransactionTemplate transaction = linli.bean(TransactionTemplate.class);
        for (VoteState next : List.of(VoteState.REVIEW, VoteState.NOTICED)) {
            Vote now = votes.find(vote.id(), RowScope.everything()).orElseThrow();
            transaction.executeWithoutResult(status -> votes.step(now, now.state(), next, BigCommunity.CLERK, ""));
        }
        BusinessTime time = linli.bean(BusinessTime.class);
        VoteClock clock = linli.bean(VoteClock.class);
        clock.advance(vote.id());
        time.follow(Clock.offset(
                Clock.systemUTC(),
                Duration.between(
                        Clock.systemUTC().instant(), vote.terms().opensAt().plusSeconds(60))));
        clock.advance(vote.id());
        Vote open = votes.find(vote.id(), RowScope.everything()).orElseThrow();
        if (open.state() != VoteState.OPEN) {
            throw new IllegalStateException("the vote is " + open.state());
        }
        return open;
    }

    private static Path script(Installation linli) throws Exception {
        linli.asOwner(
                "create schema bench",
                "create table bench.ballot (ballot_no bigint generated always as identity primary key, entry int not null,"
                        + " leaf bytea not null)",
                "grant usage on schema bench to " + OwnPostgres.APP,
                "grant insert on bench.ballot to " + OwnPostgres.APP);
        int bytes = leafBytes(linli);
        Path script = linli.folder().resolve("cast.sql");
        Files.writeString(script, """
                \\set entry random(1, 1000000)
                insert into bench.ballot (entry, leaf) values (:entry, decode(repeat('5a', %d), 'hex'));
                """.formatted(bytes));
        return script;
    }

    /** pgbench writes as many bytes a row as a ballot's leaf has. */
    private static int leafBytes(Installation linli) {
        return linli.bean(JdbcClient.class)
                .sql("select coalesce(max(octet_length(content)), 0) from linli.ledger_leaf where kind = 'BALLOT'")
                .query(Integer.class)
                .single();
    }

    private static Wire.Answer expect(Wire.Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("answered " + answer);
        }
        return answer;
    }

    private static String find(Pattern mark, Wire.Answer answer) {
        Matcher found = mark.matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException("no " + mark + " in " + answer.body());
        }
        return found.group(1);
    }
}
