package org.linli.decisions.casting;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.RecountVote;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.ledger.Bytes;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.Opening;
import org.linli.people.People;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.web.Texts;
import org.linli.publishing.ledger.Records;
import org.linli.registry.claims.ProvedHomes;
import org.linli.testing.LinliTest;
import org.linli.testing.PrintedCode;
import org.linli.testing.SentCodes;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a receipt's code says to anybody, and what the own ballot says to its owner. */
@LinliTest
class ReceiptsTests {

    private static final AtomicInteger PHONES = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Ballots ballots;

    @Autowired
    Denials denials;

    @Autowired
    Records records;

    @Autowired
    People people;

    @Autowired
    Outbox outbox;

    @Autowired
    MessageSource messages;

    VoteFixtures fixtures;

    @BeforeEach
    void begin() {
        fixtures = VoteFixtures.in(context);
    }

    @AfterEach
    void end() {
        fixtures.restoreTime();
    }

    @Test
    void everyKindOfLeafHasItsTextInBothLanguages() {
        List<String> kinds = Arrays.stream(Leaf.class.getPermittedSubclasses())
                .map(kind -> kind.getSimpleName()
                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                        .toUpperCase(Locale.ROOT))
                .toList();

        assertThat(kinds).contains("OPEN", "PAPER_RETURNED").hasSize(8);
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            Texts texts = new Texts(messages, locale);
            assertThat(kinds)
                    .allSatisfy(kind -> assertThat(texts.t("casting.leaf." + kind, "12", "20:15"))
                            .contains("12", "20:15"));
        }
    }

    @Test
    void everyLeafOfARecordHasAPageForAnybody() {
        Vote vote = RecountVote.open(context, fixtures, 3).agreed(2).vote();
        String entry = entry(vote, 1);
        int denial = denials.deny(vote.id(), entry, 1, Denials.Kind.NOT_ME, "不是我", 8L, "王**");
        denials.rule(
                vote, denials.find(vote.id(), denial, RowScope.everything()).orElseThrow(), true, "签名不符", "街道", 9L);
        List<Records.Stored> leaves = records.leaves(GroupCommit.record(vote.id()), Long.MAX_VALUE);

        assertThat(leaves).extracting(Records.Stored::kind).contains("ROLL", "OPEN", "BALLOT", "ANNULMENT");
        try (Visitor anybody = new Visitor(port)) {
            assertNothingIsShownBeforeItIsPublic(anybody, vote, leaves.size());
            records.publishHead(GroupCommit.record(vote.id()));
            for (Records.Stored leaf : leaves) {
                var page = anybody.get("/votes/" + vote.id() + "/leaves/" + leaf.place());
                assertThat(page.statusCode()).as(leaf.kind()).isEqualTo(200);
                assertThat(page.body()).contains("第 " + leaf.place() + " 号");
            }
            assertThat(leafOf(anybody, vote, entry)).contains("这张票经裁定撤销，没有计入结果");
            assertThat(leafOf(anybody, vote, entry(vote, 2))).contains("这张票有效，等待计票");
        }
    }

    /** The last leaf and one that is not there read alike, on the page and for machines. */
    private static void assertNothingIsShownBeforeItIsPublic(Visitor anybody, Vote vote, int leaves) {
        String page = "/votes/" + vote.id() + "/leaves/";
        String last = anybody.get(page + (leaves - 1)).body();

        assertThat(last).contains("会在下一次公开时显示").doesNotContain("有效", "撤销");
        assertThat(withoutPlace(anybody.get(page + (leaves + 7)).body())).isEqualTo(withoutPlace(last));
        assertThat(anybody.get("/api/v1" + page + (leaves - 1)).statusCode()).isEqualTo(404);
    }

    private static String withoutPlace(String page) {
        return page.replaceAll("记录第 \\d+ 号", "").replaceAll("leaves(/|%2F)\\d+", "");
    }

    private String leafOf(Visitor anybody, Vote vote, String entry) {
        long place = Objects.requireNonNull(ballots.cast(vote.id()).get(entry)).leafNo();
        return anybody.get("/votes/" + vote.id() + "/leaves/" + place).body();
    }

    @Test
    void theCodeOfAReceiptSaysToAnybodyThatTheBallotWasCounted() throws ReaderException {
        RecountVote recount = RecountVote.open(context, fixtures, 10).agreed(8);
        try (Visitor owner = ownerOfTheFirstHome(recount.vote());
                Visitor anybody = new Visitor(port)) {
            String receipt = owner.get(mine(recount.vote()) + "/receipt").body();
            String address = URI.create(PrintedCode.read(receipt)).getPath();

            assertThat(receipt).contains(address).doesNotContain("同意");
            records.publishHead(GroupCommit.record(recount.vote().id()));
            assertThat(anybody.get(address).body()).contains("这张票有效，等待计票");
            recount.closed().counted();
            assertThat(anybody.get(address).body()).contains("这张票已计入结果").doesNotContain("同意");
        }
    }

    @Test
    void theOwnerOpensTheOwnLeafAndKeepsTheOpening() {
        RecountVote recount = RecountVote.open(context, fixtures, 10).agreed(8);
        Vote vote = recount.vote();
        try (Visitor owner = ownerOfTheFirstHome(vote);
                Visitor anybody = new Visitor(port)) {
            assertThat(owner.get(mine(vote) + "/receipt?choice=true").body()).contains("同意", "封存的正是上面的选择");
            var file = owner.get(mine(vote) + "/opening");

            assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment");
            assertOpens(vote, JsonMapper.shared().readTree(file.body()));
            assertThat(anybody.get(mine(vote) + "/opening").statusCode()).isNotEqualTo(200);
            String another = "/my/votes/" + vote.id() + "/" + entry(vote, 2);
            assertThat(owner.get(another + "/opening").statusCode()).isEqualTo(404);
        }
    }

    /** As docs/recount.md 9.3 says: each commitment of the file stands in the leaf, and is what its opening says. */
    private void assertOpens(Vote vote, JsonNode file) {
        Leaf.Ballot leaf = (Leaf.Ballot) Leaves.decode(
                Records.SUITE,
                records.leaf(GroupCommit.record(vote.id()), file.get("leaf").asLong())
                        .orElseThrow()
                        .content());
        assertThat(file.get("vote").asString()).isEqualTo(vote.key());
        assertThat(file.get("entry").asString()).isEqualTo(leaf.entry().toString());
        assertThat(file.get("columns").size()).isEqualTo(3);
        for (JsonNode column : file.get("columns")) {
            Bytes commitment = leaf.parts()
                    .getFirst()
                    .options()
                    .get(column.get("column").asInt() - 1)
                    .commitment();
            Opening opening = new Opening(
                    column.get("heads").asLong(),
                    column.get("areaDm2").asLong(),
                    Bytes.parse(column.get("blinding").asString()));
            assertThat(column.get("commitment").asString()).isEqualTo(commitment.toString());
            assertThat(opening.opens(Records.SUITE, commitment)).isTrue();
        }
    }

    private String mine(Vote vote) {
        return "/my/votes/" + vote.id() + "/" + entry(vote, 1);
    }

    private String entry(Vote vote, int home) {
        return context.getBean(Rolls.class)
                .current(vote.id())
                .ofHome(home)
                .orElseThrow()
                .id();
    }

    /** Signed in by phone, with the first home proved. */
    private Visitor ownerOfTheFirstHome(Vote vote) {
        String phone = "1371400%04d".formatted(PHONES.incrementAndGet());
        long account = people.createPhoneUser("业主", "+86" + phone, false);
        people.grantUnchecked(
                account, Role.OWNER, new Scope.OfCommunity(vote.id().community()), LocalDate.of(2023, 1, 1));
        new ProvedHomes(context, vote.id().community()).prove(account, "1幢", "1", "101", Homestead.person(1));
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        visitor.post("/sign-in/phone", "phone", phone);
        visitor.get("/sign-in/code");
        visitor.post("/sign-in/code", "code", SentCodes.latest(outbox, "+86" + phone));
        return visitor;
    }
}
