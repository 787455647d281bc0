package org.linli.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.linli.ledger.DecisionSpec;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.Openings;
import org.linli.ledger.Serial;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.BundleCheck;
import org.linli.ledger.bundle.BundleReader;
import org.linli.ledger.bundle.BundleReport;
import org.linli.ledger.bundle.BundleWriter;
import org.linli.ledger.bundle.UnreadableBundleException;

/** A record of a million lines without proofs: papers given out and back. Read from its archive and checked line by line. */
final class LongRecord {

    private static final int USUAL_LEAVES = 1_000_000;
    private static final int MOST_LEAVES = 10_000_000;
    private static final int ENTRIES = 1_000;
    private static final int OTHER_LEAVES = 3;
    private static final double LIMIT_SECONDS = 10;

    private LongRecord() {}

    static Report run(String argument, Consumer<String> progress)
            throws GeneralSecurityException, IOException, UnreadableBundleException {
        int leaves = Math.max(OTHER_LEAVES, BenchRefused.count(argument, USUAL_LEAVES, MOST_LEAVES));
        progress.accept("Making a record of " + leaves + " lines");
        SealedVote vote = new SealedVote(ENTRIES, DecisionSpec.yesNo(1, 1));
        Bundle made = vote.bundle(lines(vote, leaves), Openings.of(vote.sealer, List.of()));
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        BundleWriter.write(made, archive);
        byte[] bytes = archive.toByteArray();
        progress.accept("Reading and verifying it");
        long begin = System.nanoTime();
        Bundle read = BundleReader.read(new ByteArrayInputStream(bytes));
        double reading = Times.secondsSince(begin);
        BundleReport report = BundleCheck.check(read, List.of());
        double whole = Times.secondsSince(begin);
        if (!report.findings().isEmpty()) {
            throw new IllegalStateException(
                    "does not hold: " + report.findings().getFirst());
        }
        double hashed = SealedVote.hashing(made.leaves().bytes());
        return new Report()
                .value("lines", String.format(Locale.ROOT, "%,d", leaves))
                .value("archive read", Unit.SECONDS.text(reading))
                .atMost("read and verified", whole, LIMIT_SECONDS * leaves / USUAL_LEAVES, Unit.SECONDS)
                .against("read and verified", whole, "hashing its lines", hashed, Unit.SECONDS)
                .note(
                        "Papers given out and back, no ballots; each line is hashed into the tree, which hashes once more a line.");
    }

    private static List<byte[]> lines(SealedVote vote, int leaves) {
        List<byte[]> lines = new ArrayList<>(leaves);
        lines.add(vote.rollLeaf());
        lines.add(vote.openLeaf());
        for (int i = 0; lines.size() < leaves - 1; i++) {
            Serial serial = new Serial(1, i);
            lines.add(Leaves.encode(new Leaf.PaperIssued(vote.key, serial, vote.entry(i % ENTRIES))));
            if (lines.size() < leaves - 1) {
                lines.add(Leaves.encode(new Leaf.PaperReturned(vote.key, serial)));
            }
        }
        lines.add(vote.closeLeaf());
        return lines;
    }
}
