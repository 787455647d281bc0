package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.HUANGYAN;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.people.People;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.RealTime;
import org.linli.registry.claims.ClaimGround;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LinliTest
class HomeSearchTests {

    private static final Viewer CLERK = ClaimGround.viewer(9_200_001, Role.CITY, "3310");

    @Autowired
    ClaimGround ground;

    @Autowired
    HomeSearch search;

    @Autowired
    AccessLog log;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @LocalServerPort
    int port;

    CommunityId id;

    @BeforeEach
    void twoHomes() {
        id = ground.community();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-2-102", "１－２－１０２", "1幢2单元102室", "一幢二单元一〇二室", "1号楼2-102", "2单元102", "102室", "102"})
    void aRoomIsFoundHoweverItIsWritten(String typed) {
        assertThat(search.byRoom(id, typed, CITY)).extracting(HomeLine::room).containsExactly("102");
    }

    @Test
    void aBuildingFindsItsHomesAndAnotherScopeFindsNone() {
        assertThat(search.byRoom(id, "1幢", CITY)).hasSize(2);
        assertThat(search.byRoom(id, "3幢", CITY)).isEmpty();
        assertThat(search.byRoom(id, "1幢", HUANGYAN)).isEmpty();
    }

    @Test
    void aPersonIsFoundByNameNumberPhoneAndTitleAndEachSearchIsLogged() {
        assertThat(rooms(HomeSearch.Key.NAME, "李 秀英")).containsExactly("101");
        assertThat(rooms(HomeSearch.Key.NAME, "李")).isEmpty();
        assertThat(rooms(HomeSearch.Key.ID_NUMBER, ClaimGround.ZHAO)).containsExactly("102");
        assertThat(rooms(HomeSearch.Key.PHONE, "138 0000 5502")).containsExactly("101");
        assertThat(rooms(HomeSearch.Key.PHONE, "139 0000 5502")).isEmpty();
        assertThat(rooms(HomeSearch.Key.CERTIFICATE, ClaimGround.CERTIFICATE)).containsExactly("101");

        List<AccessLog.Act> acts = log.list(Long.MAX_VALUE, null, CLERK.accountId(), 6).stream()
                .map(AccessLog.Entry::act)
                .toList();
        assertThat(acts).hasSize(6).allMatch(act -> act.verb().equals("owner.search"));
        assertThat(acts.getFirst())
                .returns("DISPUTE CERTIFICATE", AccessLog.Act::reason)
                .returns(id.toString(), AccessLog.Act::objectId);
    }

    private List<String> rooms(HomeSearch.Key key, String typed) {
        return search.byPerson(id, key, typed, HomeSearch.Reason.DISPUTE, CLERK, CITY).stream()
                .map(HomeLine::room)
                .toList();
    }

    @Test
    void aNumberOrPhoneIsFoundAcrossTheScopeAndANameIsNot() {
        CommunityId other = ground.community();

        assertThat(search.everywhere(
                        HomeSearch.Key.ID_NUMBER, ClaimGround.ZHAO, HomeSearch.Reason.AUTHORITY, CLERK, CITY))
                .extracting(HomeSearch.Hit::community)
                .contains(id, other);
        assertThat(search.everywhere(HomeSearch.Key.PHONE, "+8613800005501", HomeSearch.Reason.AUTHORITY, CLERK, CITY))
                .extracting(HomeSearch.Hit::community)
                .contains(id, other);
        assertThat(search.everywhere(
                        HomeSearch.Key.ID_NUMBER, ClaimGround.ZHAO, HomeSearch.Reason.AUTHORITY, CLERK, HUANGYAN))
                .isEmpty();
        assertThatThrownBy(
                        () -> search.everywhere(HomeSearch.Key.NAME, "赵一鸣", HomeSearch.Reason.AUTHORITY, CLERK, CITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePagesAnswerWithMaskedHomesAndAskForAReason() {
        try (Visitor street = new StaffMember(
                        people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331002002")))
                .signedIn(port)) {
            String path = "/registry/communities/" + id + "/homes/search";
            assertThat(street.get("/registry/communities/" + id + "?tab=homes").body())
                    .contains(path);
            assertThat(street.get(path + "?room=102").body()).contains("赵**").doesNotContain("赵一鸣", "/homes/1\"");
            assertThat(street.post(path, "by", "NAME", "who", "赵一鸣").statusCode())
                    .isEqualTo(422);
            assertThat(street.post(path, "by", "NAME", "who", "赵一鸣", "why", "ROLL")
                            .body())
                    .contains("赵**", "/homes/2\"");
            assertThat(street.post("/registry/owner-search", "by", "NAME", "who", "赵一鸣", "why", "ROLL")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(street.post("/registry/owner-search", "by", "ID_NUMBER", "who", ClaimGround.ZHAO, "why", "ROLL")
                            .body())
                    .contains("/registry/communities/" + id + "/homes/2\"");
        }
    }
}
