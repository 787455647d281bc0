package org.linli.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.DecisionKind;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.BundleReport;
import org.linli.ledger.bundle.Figure;
import org.linli.ledger.bundle.Finding;
import org.linli.ledger.bundle.Topic;
import org.linli.rules.decisions.Verdict;

/** The answer for people, line by line: each topic with what was found, then whatever does not hold, by name and place. */
final class VerifySheet {
    private static final int MOST_FINDINGS = 40;

    private final Bundle bundle;
    private final Verification verification;
    private final Words words;
    private final List<String> lines = new ArrayList<>();

    VerifySheet(Bundle bundle, Verification verification, Words words) {
        this.bundle = bundle;
        this.verification = verification;
        this.words = words;
    }

    String text() {
        BallotPaper paper = bundle.paper();
        lines.add(words.text(
                "verify.vote",
                Words.plain(paper.community()),
                Words.plain(paper.title()),
                paper.voteKey().toString(),
                String.valueOf(bundle.suite().number())));
        topic(Topic.RULES, rules(paper.rulePack()));
        topic(Topic.ROLL, "");
        verification.report().rolls().forEach(this::roll);
        topic(Topic.RECORD, record());
        BundleReport.Summary summary = verification.report().recordSummary();
        topic(Topic.HEADS, words.text("verify.heads.seen", text(summary.heads()), text(summary.seen())));
        lines.add(words.text("verify.key", bundle.heads().fingerprint()));
        topic(Topic.BALLOTS, text(summary.ballots()));
        topic(Topic.COUNT, text(summary.counted()));
        topic(Topic.OUTCOME, "");
        verification.outcomes().forEach(this::decision);
        lines.add(words.text(
                verification.holds() ? "verify.holds" : "verify.fails",
                text(verification.findings().size())));
        return String.join("\n", lines);
    }

    private void topic(Topic topic, String facts) {
        List<Finding> findings = verification.on(topic);
        lines.add((findings.isEmpty() ? "✓ " : "✗ ") + words.text(topic, facts).strip());
        findings.stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> lines.add(words.text(
                        "verify.finding",
                        finding.fault().name(),
                        words.text(finding.fault()),
                        place(finding.place()))));
        if (findings.size() > MOST_FINDINGS) {
            lines.add(words.text("verify.more", text(findings.size() - MOST_FINDINGS)));
        }
    }

    private String rules(BallotPaper.Pack pack) {
        String articles = pack.articles().stream().map(this::article).collect(Collectors.joining(words.text("comma")));
        return words.text("verify.pack", Words.plain(pack.code()), Words.plain(pack.noticedOn()), articles);
    }

    /** The law's name where we know it, else what the file says. */
    private String article(String code) {
        String[] parts = code.split(" ", 2);
        boolean isKnown = parts.length == 2 && words.has("article." + parts[0]);
        return isKnown ? words.text("article." + parts[0], Words.plain(parts[1])) : Words.plain(code);
    }

    private void roll(BundleReport.Roll roll) {
        Figure total = roll.total();
        lines.add(words.text(
                "verify.roll",
                text(roll.rollNo()),
                roll.root().hash().toString(),
                words.text(
                        "heads", String.format(Locale.ROOT, "%,d", roll.root().entries())),
                total == null ? words.text("none") : area(total)));
    }

    private String record() {
        BundleReport.Summary summary = verification.report().recordSummary();
        return words.text(
                "verify.record",
                text(summary.leaves()),
                summary.root().toString(),
                text(summary.ballots()),
                text(summary.papers()),
                text(summary.annulled()));
    }

    private void decision(DecisionResult result) {
        BallotPaper.Question question = result.question();
        lines.add(words.text(
                "verify.decision",
                text(question.spec().number()),
                Words.plain(question.title()),
                heads(result.figures().voted()),
                area(result.figures().voted())));
        for (int i = 0; i < result.verdicts().size(); i++) {
            verdict(question, result, i);
        }
        if (question.spec().kind() != DecisionKind.YES_NO && result.chosen().isPresent()) {
            String chosen = result.chosen().get().stream()
                    .map(number -> Words.plain(question.options().get(number - 1)))
                    .collect(Collectors.joining(words.text("comma")));
            lines.add(words.text("verify.chosen", chosen.isEmpty() ? words.text("none") : chosen));
        }
    }

    private void verdict(BallotPaper.Question question, DecisionResult result, int i) {
        Verdict verdict = result.verdicts().get(i);
        Figure agreed = result.figures().agreed().get(i);
        String option = question.options().isEmpty()
                ? words.text("agree")
                : Words.plain(question.options().get(i));
        lines.add(words.text("verify.option", option, heads(agreed), area(agreed), words.text(verdict.outcome())));
        verdict.fractions().forEach(fraction -> lines.add("  " + CountSheet.line(fraction, words)));
    }

    private String place(String place) {
        String[] parts = place.isEmpty() ? new String[0] : place.split("/", -1);
        List<String> named = new ArrayList<>();
        for (int i = 0; i + 1 < parts.length; i += 2) {
            named.add(words.text("place." + parts[i], parts[i + 1]));
        }
        return named.isEmpty() ? words.text("place.whole") : String.join(words.text("comma"), named);
    }

    private String heads(Figure figure) {
        return words.text("heads", String.format(Locale.ROOT, "%,d", figure.heads()));
    }

    private String area(Figure figure) {
        long areaDm2 = figure.areaDm2();
        return words.text("area", String.format(Locale.ROOT, "%,d.%02d", areaDm2 / 100, areaDm2 % 100));
    }

    private static String text(int number) {
        return String.valueOf(number);
    }
}
