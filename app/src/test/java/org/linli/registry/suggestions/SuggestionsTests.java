package org.linli.registry.suggestions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.DAY;
import static org.linli.registry.Registered.HUANGYAN;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.messages.Inbox;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.registry.Clerk;
import org.linli.registry.Communities;
import org.linli.registry.CommunityBase;
import org.linli.registry.CommunityFile;
import org.linli.registry.FieldError;
import org.linli.registry.Fields;
import org.linli.registry.HistoryEntry;
import org.linli.registry.Homes;
import org.linli.registry.Outcome;
import org.linli.registry.OwnerAmendments;
import org.linli.registry.OwnerChange;
import org.linli.registry.claims.ClaimGround;
import org.linli.registry.claims.ProvedHomes;
import org.linli.testing.LinliTest;
import org.linli.testing.SentCodes;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class SuggestionsTests {

    private static final int WANG = 1;
    private static final Clerk STREET = new Clerk(9_100_001, "街道员", CITY, false);
    private static final Clerk STRANGER = new Clerk(9_100_002, "外人", HUANGYAN, false);

    @Autowired
    ApplicationContext context;

    @Autowired
    ClaimGround ground;

    @Autowired
    Suggestions suggestions;

    @Autowired
    SuggestionRulings rulings;

    @Autowired
    Communities communities;

    @Autowired
    Divisions divisions;

    @Autowired
    OwnerAmendments owners;

    @Autowired
    Homes homes;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @Autowired
    Inbox inbox;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    CommunityId id;
    Clerk specialist;

    @BeforeEach
    void aCommunityWithItsSpecialist() {
        id = ground.community();
        specialist = new Clerk(
                people.createPhoneUser("小专", "+86" + ClaimGround.phone(), false),
                "小专",
                new RowScope("", new Long[] {id.value()}),
                false);
    }

    private CommunityFile file() {
        return communities.find(id, AsOf.day(DAY), CITY).orElseThrow();
    }

    private SuggestionId suggested(String field, String value) {
        Outcome outcome = suggestions.suggest(file(), field, value, "现场清点", specialist);
        assertThat(outcome).isInstanceOf(Outcome.Stored.class);
        return SuggestionId.parse(((Outcome.Stored) outcome).key()).orElseThrow();
    }

    /** Said by somebody who sees the file as it is now. */
    private SuggestionRulings.Word word(boolean accepted, String reason) {
        return new SuggestionRulings.Word(accepted, reason, "", false, file().version());
    }

    @Test
    void anAcceptedProposalIsACorrectionByTheStreetAndNamesTheProposer() {
        SuggestionId proposal = suggested("lifts", "12");
        assertThat(file().base().lifts()).isNull();
        assertThat(suggestions.countOpen(STREET.scope())).isPositive();

        assertThat(rulings.rule(proposal, word(true, "已核对"), STREET)).isInstanceOf(Outcome.Stored.class);

        assertThat(file().base().lifts()).isEqualTo(12);
        assertThat(communities.history(id, CITY).getFirst())
                .returns("CORRECTION", HistoryEntry::act)
                .returns("街道员", HistoryEntry::recordedBy)
                .returns("采纳更正建议 " + proposal + "（包小专小专提出）：已核对", HistoryEntry::reason);
        assertThat(inbox.listThread(specialist.accountId(), "suggestion:" + proposal, Long.MAX_VALUE, 5))
                .singleElement()
                .satisfies(told -> assertThat(told.body()).contains("已采纳", "已核对"));
        assertThat(rulings.rule(proposal, word(false, "再想想"), STREET)).isInstanceOf(Outcome.Overtaken.class);
    }

    @Test
    void whoAgreedToAnotherFileThanThereIsNowLooksAgain() {
        SuggestionId proposal = suggested("lifts", "12");
        SuggestionRulings.Word seen = word(true, "已核对");
        Map<String, String> typed = new HashMap<>(file().base().typed());
        typed.put("lifts", "14");
        Fields fields = new Fields(typed);
        communities.correct(
                id, file().version(), file().rowVersion(), CommunityBase.read(fields, divisions), "电梯检验报告", STREET);

        assertThat(keys(rulings.rule(proposal, seen, STREET))).containsExactly("suggestions.refused.changed");

        assertThat(file().base().lifts()).isEqualTo(14);
        assertThat(suggestions.find(proposal, CITY).orElseThrow().isOpen()).isTrue();
        assertThat(rulings.rule(proposal, word(true, "以现场为准"), STREET)).isInstanceOf(Outcome.Stored.class);
        assertThat(file().base().lifts()).isEqualTo(12);
    }

    @Test
    void aRefusalNeedsItsReasonAndChangesNothing() {
        SuggestionId proposal = suggested("lifts", "12");

        assertThat(keys(rulings.rule(proposal, word(false, " "), STREET))).containsExactly("registry.refused.required");
        assertThat(rulings.rule(proposal, word(false, "与竣工图不符"), STREET)).isInstanceOf(Outcome.Stored.class);

        assertThat(file().base().lifts()).isNull();
        assertThat(suggestions.find(proposal, CITY).orElseThrow().ruling())
                .isNotNull()
                .returns(false, Suggestion.Ruling::accepted)
                .returns("与竣工图不符", Suggestion.Ruling::reason);
    }

    @Test
    void whatCannotStandOnTheFileIsNotProposed() {
        assertThat(keys(suggestions.suggest(file(), "year_built", "明年", "错了", specialist)))
                .isNotEmpty();
        assertThat(keys(suggestions.suggest(file(), "year_built", "2001", "错了", specialist)))
                .containsExactly("registry.refused.nothing-different");
        assertThat(keys(suggestions.suggest(file(), "year_built", "2003", " ", specialist)))
                .containsExactly("registry.refused.required");
        assertThat(keys(suggestions.suggest(file(), "year_built", "2030", "错了", specialist)))
                .containsExactly("registry.refused.built-too-late");
        suggested("lifts", "3");
        assertThat(keys(suggestions.suggest(file(), "lifts", "4", "又看了", specialist)))
                .containsExactly("suggestions.refused.waits");
        assertThat(suggestions.suggest(file(), "name", "别的名字", "错了", specialist))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(suggestions.suggest(file(), "lifts", "3", "错了", STRANGER)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void nobodyDecidesOnTheirOwnProposalOrBeyondTheirScope() {
        SuggestionId proposal = suggested("lifts", "12");

        assertThat(keys(rulings.rule(proposal, word(true, "好"), specialist)))
                .containsExactly("suggestions.refused.own");
        assertThat(rulings.rule(proposal, word(true, "好"), STRANGER)).isInstanceOf(Outcome.Unknown.class);
        assertThat(suggestions.find(proposal, HUANGYAN)).isEmpty();
    }

    @Test
    void theSpecialistProposesOnThePageAndTheStreetAnswersOnTheDesk() {
        Visitor field = new StaffMember(people, time, Role.SPECIALIST, new Scope.OfCommunity(id)).signedIn(port);
        String path = "/registry/communities/" + id;
        assertThat(field.get(path).body()).contains(path + "/suggestions?field=households");
        assertThat(field.get(path + "/suggestions?field=households").body()).contains("name=\"value\" value=\"240\"");
        assertThat(field.post(path + "/suggestions", "field", "households", "value", "二百", "reason", "清点")
                        .statusCode())
                .isEqualTo(422);
        assertThat(field.post(path + "/suggestions", "field", "households", "value", "241", "reason", "清点")
                        .statusCode())
                .isEqualTo(303);
        assertThat(field.get("/registry/suggestions").body()).contains("户数");

        Visitor street = new StaffMember(people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331002002")))
                .signedIn(port);
        String one = "/registry/suggestions/" + id + "-1";
        assertThat(street.get(path).body()).contains(one);
        assertThat(street.get(one).body()).contains("240", "241", "清点", "id=\"moved\"");
        assertThat(street.post(one + "/ruling", "accepted", "true", "reason", "已核对")
                        .body())
                .contains("刚被别人改过");
        String version = Integer.toString(file().version());
        assertThat(street.post(one + "/ruling", "accepted", "true", "reason", "已核对", "version", version)
                        .statusCode())
                .isEqualTo(303);
        assertThat(file().base().households()).isEqualTo(241);
        assertThat(field.get(path + "/suggestions").body()).contains("已采纳");
        assertThat(field.get(one).statusCode()).isEqualTo(403);
    }

    @Test
    void anOwnerChangesThePhoneByACodeAndAsksForTheRightName() {
        String phone = ClaimGround.phone();
        long account = people.createPhoneUser("王女士", "+86" + phone, false);
        people.grantUnchecked(account, Role.OWNER, new Scope.OfCommunity(id), LocalDate.of(2023, 1, 1));
        new ProvedHomes(context, id)
                .prove(
                        account,
                        "1幢",
                        "2",
                        "101",
                        new OwnerChange.Person(
                                OwnerChange.Kind.PERSON,
                                "王建国",
                                OwnerChange.IdKind.RESIDENT_ID,
                                ClaimGround.WANG,
                                null));
        String claim = jdbc.sql(
                        "select community_id || '-' || claim_no from linli.ownership_claim where account_id = :account")
                .param("account", account)
                .query(String.class)
                .single();
        try (Visitor owner = new Visitor(port)) {
            owner.get("/sign-in");
            owner.post("/sign-in/phone", "phone", phone);
            owner.get("/sign-in/code");
            owner.post("/sign-in/code", "code", SentCodes.latest(outbox, "+86" + phone));
            String data = "/my/claims/" + claim + "/data";
            assertThat(owner.get("/my").body()).contains(data);
            assertThat(owner.get(data).body()).contains("138****5501").doesNotContain("王建国", ClaimGround.WANG);

            changePhone(owner, "/my/claims/" + claim + "/phone", ClaimGround.phone());
            askForTheName(owner, data);
        }
    }

    private void changePhone(Visitor owner, String path, String wanted) {
        assertThat(owner.post(path, "phone", "12").statusCode()).isEqualTo(422);
        HttpResponse<String> sent = owner.post(path, "phone", wanted);
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body()).contains("name=\"code\"");
        String code = SentCodes.latest(outbox, "+86" + wanted);
        String wrong = code.equals("000000") ? "000001" : "000000";
        assertThat(owner.post(path, "phone", wanted, "code", wrong).statusCode())
                .isEqualTo(422);
        assertThat(phoneOf(WANG)).isEqualTo("+8613800005501");

        assertThat(owner.post(path, "phone", wanted, "code", code).statusCode()).isEqualTo(303);

        assertThat(phoneOf(WANG)).isEqualTo("+86" + wanted);
        assertThat(owners.find(id, WANG, CITY).orElseThrow().history().getFirst())
                .returns("CHANGE", HistoryEntry::act)
                .returns("业主本人", HistoryEntry::recordedBy);
        assertThat(outbox.listLatest(50))
                .anyMatch(message -> "+8613800005501".equals(message.phone())
                        && message.body().contains("更换为另一号码"));
    }

    private String phoneOf(int owner) {
        return String.valueOf(
                homes.disclose(id, owner, "测试", STREET).orElseThrow().phone());
    }

    private void askForTheName(Visitor owner, String data) {
        assertThat(owner.post(data, "owner_name", "王建平", "reason", "登记错字").statusCode())
                .isEqualTo(422);
        assertThat(owner.post(data, "owner_name", "王建平", "reason", "登记错字", "evidence", "身份证")
                        .statusCode())
                .isEqualTo(303);
        SuggestionId asked = new SuggestionId(id, 1);
        assertThat(suggestions.find(asked, CITY).orElseThrow().proposed()).isEqualTo(Map.of("owner_name", "王建平"));
        int seen = owners.find(id, WANG, CITY).orElseThrow().version();
        assertThat(keys(rulings.rule(asked, new SuggestionRulings.Word(true, "已核对", "", false, seen), STREET)))
                .containsExactly("registry.refused.required");
        assertThat(keys(rulings.rule(asked, new SuggestionRulings.Word(true, "已核对", "身份证原件", false, seen - 1), STREET)))
                .containsExactly("suggestions.refused.changed");

        assertThat(rulings.rule(asked, new SuggestionRulings.Word(true, "已核对", "身份证原件", false, seen), STREET))
                .isInstanceOf(Outcome.Stored.class);

        assertThat(homes.disclose(id, WANG, "测试", STREET).orElseThrow().name()).isEqualTo("王建平");
        assertThat(owners.find(id, WANG, CITY).orElseThrow().history().getFirst())
                .returns("CORRECTION", HistoryEntry::act)
                .returns("街道员", HistoryEntry::recordedBy);
    }

    @Test
    void whatIsProposedIsKeptEncrypted() {
        suggestions.suggestOwn(
                id, WANG, Map.of("owner_name", "王建平", "reason", "登记错字", "evidence", "身份证"), 9_100_003, "王女士");

        assertThat(jdbc.sql("select t::text from linli.correction_suggestion t where community_id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains("王建平") || row.contains("登记错字") || row.contains("王女士"));
    }

    private static List<String> keys(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome)
                .errors().stream().map(FieldError::key).toList();
    }
}
