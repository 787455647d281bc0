package org.linli.decisions.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.PublicRecord;
import org.linli.decisions.editions.EditionResult.Problem;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.testing.RecountVote;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.ledger.AreaOpening;
import org.linli.ledger.Bytes;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.Opening;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.BundleReader;
import org.linli.people.People;
import org.linli.platform.files.FileStore;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LinliTest
class EditionsTests {

    private static final String ORDER = "（2024）浙1002行初7号";
    private static final String COURT = "椒江区人民法院";

    @Autowired
    ApplicationContext context;

    @Autowired
    Editions editions;

    @Autowired
    PublicRecord record;

    @Autowired
    FileStore files;

    @Autowired
    Rolls rolls;

    @Autowired
    Ballots ballots;

    @Autowired
    Outbox outbox;

    @Autowired
    People people;

    @Autowired
    RealTime real;

    @Autowired
    BusinessTime time;

    @LocalServerPort
    int port;

    VoteFixtures fixtures;
    RecountVote recount;

    @BeforeEach
    void aCountedVote() {
        fixtures = VoteFixtures.in(context);
        recount = RecountVote.open(context, fixtures, 10).agreed(8).closed().counted();
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void isMadeOnlyWhenSomebodyElseConfirms() throws Exception {
        Vote vote = recount.vote();
        Viewer clerk = recount.viewer(Role.STREET);
        Viewer other = recount.viewer(Role.COUNTY);
        assertThat(editions.request(vote, " ", COURT, clerk)).isEqualTo(EditionResult.refused(Problem.ORDER_MISSING));
        assertThat(editions.request(vote, ORDER, "", clerk))
                .isEqualTo(EditionResult.refused(Problem.AUTHORITY_MISSING));
        assertThat(editions.request(vote, ORDER, COURT, clerk)).isEqualTo(new EditionResult.Done(1));

        assertThat(editions.confirm(vote, edition(), clerk)).isEqualTo(EditionResult.refused(Problem.SAME_PERSON));
        assertThat(editions.download(vote, edition(), clerk)).isEmpty();
        Edition asked = edition();
        assertThat(editions.confirm(vote, asked, other)).isEqualTo(new EditionResult.Done(1));
        assertThat(editions.confirm(vote, asked, other)).isEqualTo(EditionResult.refused(Problem.CONFIRMED_BEFORE));

        assertThat(editions.download(vote, edition(), clerk)).isPresent();
        String hash = editions.download(vote, edition(), other).orElseThrow();
        assertThat(editions.download(vote, edition(), recount.viewer(Role.STREET)))
                .as("a third person")
                .isEmpty();
        assertThat(edition().made()).extracting(Edition.Made::downloads).isEqualTo(2);
        Map<String, byte[]> contents = contents(hash);
        assertThat(contents)
                .containsOnlyKeys("bundle.zip", "roll.json", "ballots.json", "ballots.pdf", "manifest.json");
        BundleReader.read(new ByteArrayInputStream(contents.get("bundle.zip")));
        for (String name : new String[] {"roll.json", "ballots.json", "manifest.json"}) {
            assertThat(new String(contents.get(name), StandardCharsets.UTF_8))
                    .as(name)
                    .contains(ORDER, COURT, clerk.name(), other.name());
        }
        fixtures.now(time.now().plus(java.time.Duration.ofDays(14)));
        assertThat(editions.download(vote, edition(), clerk))
                .as("a fortnight later")
                .isEmpty();
    }

    /** Every page says for whom it was made, across the text and at its foot; every ballot stands there in words. */
    @Test
    void theReadableListIsWatermarkedOnEveryPage() throws Exception {
        byte[] pdf = contents(made()).get("ballots.pdf");

        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper text = new PDFTextStripper();
            String all = text.getText(document);
            for (int home = 1; home <= 8; home++) {
                assertThat(all).contains("记录第 " + leafOf(home) + " 号");
            }
            assertThat(all).contains("共 8 张", "议题 1：同意");
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(document).split(ORDER, -1).length - 1)
                        .as("marks on page %d", page)
                        .isGreaterThan(3);
            }
        }
    }

    private long leafOf(int home) {
        Vote vote = recount.vote();
        String entry = rolls.current(vote.id()).ofHome(home).orElseThrow().id();
        return ballots.standing(vote.id(), entry).orElseThrow().leafNo();
    }

    /** What the edition opens ballot by ballot comes to what the public bundle opens in sum. */
    @Test
    void opensWhatTheBundleOpensInSum() throws Exception {
        JsonNode ballots = JsonMapper.shared()
                .readTree(contents(made()).get("ballots.json"))
                .get("ballots");

        long heads = 0;
        long area = 0;
        for (JsonNode ballot : ballots) {
            JsonNode agree = ballot.get("openings").get(0);
            heads += agree.get("heads").asLong();
            area += agree.get("areaDm2").asLong();
        }
        var opening = record.of(recount.vote())
                .openings()
                .decisions()
                .getFirst()
                .columns()
                .getFirst()
                .opening();
        assertThat(ballots.size()).isEqualTo(8);
        assertThat(heads).isEqualTo(opening.heads());
        assertThat(area).isEqualTo(opening.areaDm2());
    }

    /** Column by column, and entry by entry of the roll: each opening opens its commitment in the bundle beside it. */
    @Test
    void opensEachCommitmentOfTheBundle() throws Exception {
        Map<String, byte[]> edition = contents(made());
        Bundle bundle = BundleReader.read(new ByteArrayInputStream(edition.get("bundle.zip")));
        JsonNode ballots =
                JsonMapper.shared().readTree(edition.get("ballots.json")).get("ballots");
        JsonNode roll = JsonMapper.shared().readTree(edition.get("roll.json")).get("entries");

        assertThat(ballots.size()).isEqualTo(8);
        for (JsonNode ballot : ballots) {
            assertThat(ballot.get("openings").size()).isEqualTo(3);
            for (JsonNode opened : ballot.get("openings")) {
                Bytes commitment = column(bundle, ballot, opened);
                Bytes blinding = Bytes.parse(opened.get("blinding").asString());
                assertThat(opening(opened, blinding).opens(bundle.suite(), commitment))
                        .isTrue();
                assertThat(opening(opened, altered(blinding)).opens(bundle.suite(), commitment))
                        .as("one blinding wrong")
                        .isFalse();
            }
        }
        assertThat(roll.size()).isEqualTo(10);
        for (JsonNode entry : roll) {
            JsonNode opened = entry.get("openings").get(0);
            Bytes published = published(bundle, entry);
            Bytes blinding = Bytes.parse(opened.get("blinding").asString());
            long areaDm2 = opened.get("areaDm2").asLong();
            assertThat(new AreaOpening(areaDm2, blinding).opens(bundle.suite(), published))
                    .isTrue();
            assertThat(new AreaOpening(areaDm2, altered(blinding)).opens(bundle.suite(), published))
                    .as("one blinding wrong")
                    .isFalse();
        }
    }

    private static Bytes column(Bundle bundle, JsonNode ballot, JsonNode opened) {
        byte[] leaf = bundle.leaves().leaf(ballot.get("leaf").asInt());
        Leaf.Ballot sealed = (Leaf.Ballot) Leaves.decode(bundle.suite(), leaf);
        return sealed.parts().stream()
                .filter(part -> part.decision() == opened.get("decision").asInt())
                .findFirst()
                .orElseThrow()
                .options()
                .get(opened.get("column").asInt() - 1)
                .commitment();
    }

    private static Bytes published(Bundle bundle, JsonNode entry) {
        return bundle.rolls().getFirst().entries().stream()
                .filter(one -> one.id().toString().equals(entry.get("entry").asString()))
                .findFirst()
                .orElseThrow()
                .commitment();
    }

    private static Opening opening(JsonNode opened, Bytes blinding) {
        return new Opening(opened.get("heads").asLong(), opened.get("areaDm2").asLong(), blinding);
    }

    private static Bytes altered(Bytes blinding) {
        byte[] bytes = blinding.bytes();
        bytes[bytes.length - 1] ^= 1;
        return Bytes.of(bytes);
    }

    @Test
    void tellsTheOwnersAndTheVotesPage() throws Exception {
        made();

        assertThat(outbox.listLatest(2_000))
                .anyMatch(sent ->
                        sent.subject().startsWith("表决记录出具了完整版") && sent.body().contains(COURT));
        assertThat(new Visitor(port).get("/votes/" + recount.vote().id()).body())
                .contains("已应" + COURT + "书面要求出具完整版")
                .doesNotContain(ORDER);
    }

    @Test
    void isForTheDeskOfItsStreetAlone() {
        String path = "/desk/votes/" + recount.vote().id() + "/editions";
        Visitor street = staff(Role.STREET, RecountVote.STREET);
        assertThat(street.post(path, "order", ORDER, "authority", COURT).statusCode())
                .isEqualTo(303);
        assertThat(street.get(path).body()).contains(ORDER, "等另一人复核").doesNotContain("复核并生成");
        assertThat(street.post(path + "/1/confirmation").body()).contains("申请人不能复核自己的申请。");

        Visitor second = staff(Role.STREET, RecountVote.STREET);
        assertThat(second.post(path + "/1/confirmation").statusCode()).isEqualTo(303);
        var file = second.get(path + "/1/file");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(staff(Role.STREET, RecountVote.STREET).get(path + "/1/file").statusCode())
                .isEqualTo(404);
        assertThat(staff(Role.COMMUNITY_WORKER, RecountVote.STREET).get(path).statusCode())
                .isEqualTo(403);
        assertThat(staff(Role.STREET, new DivisionCode("331003001")).get(path).statusCode())
                .isEqualTo(404);
        assertThat(staff(Role.AGENCY, RecountVote.STREET).get(path).statusCode())
                .as("another authority asks the street or the department, on paper")
                .isEqualTo(403);
    }

    /** Signed in, with a page before its eyes from which a form can be sent. */
    private Visitor staff(Role role, DivisionCode division) {
        Visitor visitor = new StaffMember(people, real, role, new Scope.OfDivision(division)).signedIn(port);
        visitor.get("/desk/votes/" + recount.vote().id() + "/editions");
        return visitor;
    }

    private Edition edition() {
        return editions.list(recount.vote()).getFirst();
    }

    private String made() {
        Viewer clerk = recount.viewer(Role.STREET);
        editions.request(recount.vote(), ORDER, COURT, clerk);
        editions.confirm(recount.vote(), edition(), recount.viewer(Role.STREET));
        return editions.download(recount.vote(), edition(), clerk).orElseThrow();
    }

    private Map<String, byte[]> contents(String hash) throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        try (FileStore.Copy copy = files.open(hash)) {
            try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(copy.path()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    contents.put(entry.getName(), zip.readAllBytes());
                }
            }
            try (ZipFile zip = new ZipFile(copy.path().toFile())) {
                assertThat(zip.getComment()).contains(ORDER, COURT);
            }
        }
        return contents;
    }
}
