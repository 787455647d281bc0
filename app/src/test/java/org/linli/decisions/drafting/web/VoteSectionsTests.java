package org.linli.decisions.drafting.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Votes stand on the pages where people look for them; drafts and rehearsals only on the desk of those who make them. */
@LinliTest
class VoteSectionsTests {

    private static final Scope STREET = new Scope.OfDivision(new DivisionCode("331002002"));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    private VoteFixtures fixtures;
    private CommunityId community;

    @BeforeEach
    void made() {
        fixtures = VoteFixtures.in(context);
        community = Homestead.of(context, 2).id();
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void anOpenVoteStandsOnTheHomePageAndOnItsCommunitysPage() {
        try (Visitor anybody = new Visitor(port)) {
            assertThat(anybody.get("/communities/" + community).body()).contains("近一年没有业主表决");

            Vote vote = fixtures.aVote(community).open();

            assertThat(anybody.get("/communities/" + community).body())
                    .contains("href=\"/votes/" + vote.id() + "\"", vote.terms().title(), "2024-03-16")
                    .doesNotContain("近一年没有业主表决");
            assertThat(anybody.get("/").body())
                    .contains("正在表决", "href=\"/votes/" + vote.id() + "\"", "href=\"/votes\"");
        }
    }

    @Test
    void draftsAndRehearsalsShowInTheFileAndNotInPublic() {
        Vote draft = fixtures.aVote(community).drafted();
        Vote rehearsal = fixtures.aVote(community).rehearsal().noticed();

        try (Visitor anybody = new Visitor(port);
                Visitor street = new StaffMember(people, time, Role.STREET, STREET).signedIn(port)) {
            assertThat(anybody.get("/communities/" + community).body()).contains("近一年没有业主表决");
            assertThat(street.get("/registry/communities/" + community).body())
                    .contains("href=\"/desk/votes/" + draft.id() + "\"", "href=\"/desk/votes/" + rehearsal.id() + "\"")
                    .contains("演练", "href=\"/desk/votes/new?community=" + community + "\"");
            assertThat(street.get("/desk/votes/new?community=" + community).body())
                    .contains("name=\"community\" value=\"" + community + "\" checked");
        }
    }

    @Test
    void theFileShowsASpecialistWhatAnybodySees() {
        Vote draft = fixtures.aVote(community).drafted();
        Vote noticed = fixtures.aVote(community).noticed();

        try (Visitor specialist =
                new StaffMember(people, time, Role.SPECIALIST, new Scope.OfCommunity(community)).signedIn(port)) {
            assertThat(specialist.get("/registry/communities/" + community).body())
                    .contains("href=\"/votes/" + noticed.id() + "\"")
                    .doesNotContain("/votes/" + draft.id() + "\"", "/desk/votes/new");
        }
    }

    @Test
    void anElectionProposesTheTermThatIsRecorded() {
        String known = "?kind=COMMITTEE&decided_on=2024-04-07&term_from=2024-04-07&agreed_size=5&reason=x";

        try (Visitor street = new StaffMember(people, time, Role.STREET, STREET).signedIn(port)) {
            assertThat(street.get("/registry/communities/" + community + "/committees/new" + known)
                            .body())
                    .containsPattern("name=\"decided_on\"[^>]*value=\"2024-04-07\"")
                    .containsPattern("name=\"agreed_size\"[^>]*value=\"5\"");
        }
    }
}
