package org.linli.decisions.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.decisions.Initiator;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.VoteWriter;
import org.linli.decisions.Votes;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.rules.decisions.matters.Matter;
import org.linli.testing.LinliTest;
import org.linli.testing.Visitor;
import org.linli.testing.WholeVerifier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What the city published in 2023 comes out of ballots, and anybody can count every vote again. */
@LinliTest
class DemoDecisionsTests {

    private static final String AS_OF = "division=3310&asOf=2023-11-02";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    VoteWriter writer;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DemoVotes demo;

    @Autowired
    JdbcClient jdbc;

    private Visitor anybody;

    @BeforeEach
    void arrive() {
        anybody = new Visitor(port);
    }

    @Test
    void fortyOneCommunitiesTookAHundredAndFortyEightDecisionsOnline() {
        JsonNode figure = anybody.json("/api/v1/figures/online-decisions?" + AS_OF);

        assertThat(figure.get("numerator").asInt()).isEqualTo(148);
        assertThat(figure.get("communities").asInt()).isEqualTo(41);
    }

    /** Ctrl-C while the first start makes the votes. */
    @Test
    void aFirstStartThatWasStoppedIsFinishedByTheNextAndNothingIsCountedTwice() {
        VoteFixtures fixtures = VoteFixtures.in(context);
        Homestead homestead = Homestead.of(context, 2);
        VoteId half = transaction.execute(status -> writer.create(
                new VoteWriter.NewVote(homestead.id(), "taizhou-2021", Initiator.COMMITTEE, false, null),
                DemoVotes.terms("没有做完的表决", LocalDate.of(2023, 3, 6)),
                List.of(VoteFixtures.yesNo(1, Matter.AUDIT, "是否同意审计？")),
                new Votes.By("演示数据", null)));
        int accounts = accounts();

        demo.make();

        assertThat(fixtures.get(half).state()).isEqualTo(VoteState.CANCELLED);
        assertThat(accounts()).isEqualTo(accounts);
        fortyOneCommunitiesTookAHundredAndFortyEightDecisionsOnline();
    }

    private int accounts() {
        return jdbc.sql("select count(*) from platform.account")
                .query(Integer.class)
                .single();
    }

    @Test
    void theListHoldsEveryDecisionOfTheFigure() {
        List<JsonNode> decisions = decisions();

        assertThat(decisions).hasSize(148);
        assertThat(decisions)
                .allMatch(decision -> decision.get("outcome").asString().equals("PASSED"));
    }

    @Test
    void everyVotesBundleHoldsWhenCountedAgain(@TempDir Path folder) throws IOException {
        TreeSet<String> votes = new TreeSet<>();
        decisions().forEach(decision -> votes.add(decision.get("vote").get("id").asString()));
        assertThat(votes).hasSizeGreaterThanOrEqualTo(41);

        try (WholeVerifier verifier = new WholeVerifier(Files.createDirectory(folder.resolve("classes")))) {
            for (String vote : votes) {
                byte[] zip = anybody.bytes("/api/v1/votes/" + vote + "/bundle");
                assertThat(verifier.verify(Files.write(folder.resolve("bundle.zip"), zip)))
                        .as("bundle of %s", vote)
                        .startsWith("0\n")
                        .contains("✓ Outcome: decided anew from the figures", "Passed")
                        .endsWith("Everything holds\n");
            }
        }
    }

    @Test
    void theNoticeOnPaperHoldsTheFiguresOfTheResult() throws IOException {
        JsonNode decision = decisions().stream()
                .filter(line -> line.get("kind").asString().equals("YES_NO"))
                .findFirst()
                .orElseThrow();
        String vote = decision.get("vote").get("id").asString();

        String text = text(anybody.bytes("/votes/" + vote + "/result.pdf")).replaceAll("\\s", "");

        assertThat(text).contains(decision.get("wording").asString().replaceAll("\\s", ""));
        for (JsonNode fraction : decision.get("fractions")) {
            boolean area = fraction.get("axis").asString().equals("AREA");
            assertThat(text)
                    .contains(number(fraction.get("part").asLong(), area) + "/"
                            + number(fraction.get("whole").asLong(), area));
        }
        assertThat(text).contains("通过");
    }

    private static String number(long value, boolean area) {
        return area
                ? String.format(java.util.Locale.ROOT, "%,d.%02d", value / 100, value % 100)
                : String.format(java.util.Locale.ROOT, "%,d", value);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private List<JsonNode> decisions() {
        List<JsonNode> decisions = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = anybody.json("/api/v1/decisions?" + AS_OF + (after.isEmpty() ? "" : "&after=" + after));
            page.get("decisions").forEach(decisions::add);
            after = page.get("next").asString();
        } while (!after.isEmpty());
        return decisions;
    }
}
