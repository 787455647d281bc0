package org.linli.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.ledger.bundle.BundleCheck;
import org.linli.ledger.bundle.BundleReader;
import org.linli.ledger.bundle.BundleReport;
import org.linli.ledger.bundle.DecisionFigures;
import org.linli.ledger.bundle.Figure;
import org.linli.rules.decisions.DoubleMajority;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Weight;
import org.linli.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** The notice on paper, the API and the bundle of one vote, compared figure by figure. */
final class ResultAgreement {

    private final Visitor api;
    private final Vote vote;

    ResultAgreement(Visitor api, Vote vote) {
        this.api = api;
        this.vote = vote;
    }

    void assertHolds(Path notice, Path bundle) throws IOException {
        String paper = text(notice);
        BundleReport report = report(bundle);
        assertThat(report.holds()).as(report.toString()).isTrue();
        assertThat(report.recordSummary().papers()).isEqualTo(2);
        assertThat(report.recordSummary().annulled()).isEqualTo(1);
        assertThat(report.recordSummary().counted()).isEqualTo(7);
        for (DecisionItem item : vote.items()) {
            JsonNode decision = api.json("/api/v1/decisions/" + vote.id() + "-" + item.number());
            assertThat(paper).contains(item.wording());
            DecisionFigures figures = report.decisions().stream()
                    .filter(one -> one.decision() == item.number())
                    .findFirst()
                    .orElseThrow();
            Weight total = weight(figures.total());
            Weight voted = weight(figures.voted());
            assertThat(figures.agreed().stream()
                            .map(agreed -> DoubleMajority.decide(
                                            item.decisionClass(), new Tally(total, voted, weight(agreed)))
                                    .outcome()
                                    .name()))
                    .contains(decision.get("outcome").asString());
            for (JsonNode fraction : decision.get("fractions")) {
                assertSame(fraction, figures, paper);
            }
        }
    }

    private static void assertSame(JsonNode fraction, DecisionFigures figures, String paper) {
        boolean area = fraction.get("axis").asString().equals("AREA");
        boolean quorum = fraction.get("step").asString().equals("QUORUM");
        long part = fraction.get("part").asLong();
        long whole = fraction.get("whole").asLong();
        assertThat(paper).contains(number(part, area) + "/" + number(whole, area));
        assertThat(whole).isEqualTo(of(quorum ? figures.total() : figures.voted(), area));
        assertThat(part)
                .isIn(
                        quorum
                                ? List.of(of(figures.voted(), area))
                                : figures.agreed().stream()
                                        .map(one -> of(one, area))
                                        .toList());
    }

    private static Weight weight(Figure figure) {
        return new Weight(figure.areaDm2(), Math.toIntExact(figure.heads()));
    }

    private static long of(Figure figure, boolean area) {
        return area ? figure.areaDm2() : figure.heads();
    }

    private static String number(long value, boolean area) {
        return area
                ? String.format(Locale.ROOT, "%,d.%02d", value / 100, value % 100)
                : String.format(Locale.ROOT, "%,d", value);
    }

    /** The words of a PDF without any space. */
    static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static BundleReport report(Path zip) throws IOException {
        try (InputStream content = Files.newInputStream(zip)) {
            return BundleCheck.check(BundleReader.read(content), List.of());
        }
    }
}
