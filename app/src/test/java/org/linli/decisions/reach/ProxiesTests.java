package org.linli.decisions.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.linli.decisions.reach.ReachGround.STREET;
import static org.linli.decisions.reach.ReachGround.WORKER;
import static org.linli.decisions.reach.ReachGround.agree;
import static org.linli.decisions.reach.ReachGround.assertRefused;
import static org.linli.decisions.reach.ReachGround.oppose;
import static org.linli.decisions.reach.ReachGround.phone;
import static org.linli.decisions.reach.ReachGround.photo;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Denials;
import org.linli.decisions.reach.assistance.VotingPoint;
import org.linli.decisions.reach.assistance.VotingPoints;
import org.linli.decisions.reach.proxies.Instructions;
import org.linli.decisions.reach.proxies.Proxies;
import org.linli.decisions.reach.proxies.ProxyBallots;
import org.linli.decisions.testing.Homestead;
import org.linli.people.People;
import org.linli.people.Phone;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.registry.claims.ClaimDesk;
import org.linli.registry.claims.ClaimGround;
import org.linli.registry.claims.ClaimId;
import org.linli.registry.claims.OwnClaims;
import org.linli.registry.claims.ProvedHomes;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who may stand for an owner, for how many, and with how much freedom. */
@LinliTest
class ProxiesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Proxies proxies;

    @Autowired
    ProxyBallots proxyBallots;

    @Autowired
    VotingPoints points;

    @Autowired
    People people;

    @Autowired
    OwnClaims own;

    @Autowired
    ClaimDesk claimDesk;

    @Autowired
    Denials denials;

    ReachGround ground;

    @BeforeEach
    void anOpenVoteOfTwelveHomes() {
        ground = new ReachGround(context);
    }

    @AfterEach
    void restored() {
        ground.fixtures.restoreTime();
    }

    @Test
    void aProxyStandsForThreeAndActsAsInstructed() {
        Phone phone = phone();
        long account = people.createPhoneUser("受托人", phone.e164(), false);
        Actor proxy = new Actor(account, "受托人", Role.OCCUPANT);
        for (int home = 2; home <= 4; home++) {
            assertThat(ground.grant(home, phone)).isEqualTo(new Act.Done(home - 1));
        }

        assertRefused(ground.grant(5, phone), Problem.PROXY_REFUSED);
        assertThat(((Act.Refused) ground.grant(5, phone)).details()).containsExactly("reach.proxy-problem.CAP_REACHED");
        assertThat(((Act.Refused) ground.grant(2, phone)).details()).contains("reach.proxy-problem.ALREADY_GRANTED");
        assertRefused(proxyBallots.cast(ground.vote, 1, oppose(), proxy), Problem.ANSWER_MISSING);
        assertThat(proxyBallots.cast(ground.vote, 1, new TreeMap<>(), proxy)).isEqualTo(new Act.Done(1));
        assertThat(((Act.Refused) proxyBallots.cast(ground.vote, 1, new TreeMap<>(), proxy)).details())
                .containsExactly("reach.proxy-problem.ALREADY_USED");
        assertRefused(proxies.withdraw(ground.vote, 1, WORKER), Problem.HAS_VOTED);
        ground.vote(3);
        assertThat(((Act.Refused) proxyBallots.cast(ground.vote, 2, new TreeMap<>(), proxy)).details())
                .containsExactly("reach.proxy-problem.OWNER_VOTED");
        assertThat(ground.grant(5, phone))
                .as("the one whose owner voted no longer counts")
                .isEqualTo(new Act.Done(4));
    }

    /** Whoever claimed a home falsely gave no proxy that stands. */
    @Test
    void aBallotOfAProxyIsContestedOnceTheGrantorsClaimIsRuledFalse() {
        Vote vote = ground.vote;
        Phone proxyPhone = phone();
        Actor proxy = new Actor(people.createPhoneUser("受托人", proxyPhone.e164(), false), "受托人", Role.OCCUPANT);
        long claimant = people.createPhoneUser("业主7号", phone().e164(), false);
        new ProvedHomes(context, vote.id().community()).prove(claimant, "1幢", "1", "203", Homestead.person(7));
        Actor grantor = new Actor(claimant, "业主7号", Role.OWNER);
        assertThat(proxies.grantOnline(vote, 7, proxyPhone, new Instructions(agree(), new TreeSet<>()), grantor))
                .isEqualTo(new Act.Done(1));
        assertThat(proxies.answer(vote, 1, true, proxy)).isEqualTo(new Act.Done(1));
        assertThat(proxyBallots.cast(vote, 1, new TreeMap<>(), proxy)).isEqualTo(new Act.Done(1));
        ground.vote(6);
        assertThat(denials.contestedEntries(vote.id())).isEmpty();
        ClaimId claim = own.list(new OwnClaims.Who(claimant, "业主7号")).getFirst().id();
        Viewer worker = ClaimGround.viewer(9_200_001, Role.COMMUNITY_WORKER, "331002002");
        Viewer street = ClaimGround.viewer(9_200_002, Role.STREET, "331002002");

        claimDesk.objectAtCounter(worker, claim, "不认识此人");
        assertThat(denials.contestedEntries(vote.id())).containsExactly(ground.entry(7));
        claimDesk.rule(street, claim, false, "冒用身份证");

        assertThat(denials.contestedEntries(vote.id())).containsExactly(ground.entry(7));
        assertThat(denials.list(vote.id(), RowScope.everything()))
                .extracting(Denials.Denial::entry, Denials.Denial::place, Denials.Denial::isOpen)
                .containsExactly(tuple(ground.entry(7), Denials.Place.CLAIM, true));
    }

    @Test
    void nobodyOfTheCompanyIsAProxyOrHelps() {
        Phone phone = phone();
        long account = people.createPhoneUser("项目经理", phone.e164(), false);
        people.grantUnchecked(
                account,
                Role.PROJECT_MANAGER,
                new Scope.OfCommunity(ground.vote.id().community()),
                LocalDate.of(2023, 1, 1));

        assertThat(((Act.Refused) ground.grant(2, phone)).details()).contains("reach.proxy-problem.COMPANY_STAFF");
        StaffMember worker = ground.staff(Role.COMMUNITY_WORKER);
        for (StaffMember theirs : ground.companyStaff()) {
            for (VotingPoint.Kind kind : VotingPoint.Kind.values()) {
                assertRefused(
                        points.register(ground.vote, kind, "物业中心", "每天", worker.username(), theirs.username(), STREET),
                        Problem.COMPANY_STAFF);
            }
        }
    }

    @Test
    void discretionNeedsARuleThatAllowsIt() {
        Phone phone = phone();
        people.createPhoneUser("受托人", phone.e164(), false);
        Instructions open = new Instructions(new TreeMap<>(), new TreeSet<>(Set.of(1)));

        Act act = proxies.grantOnPaper(ground.vote, 2, ground.owner(2), phone, open, photo(), WORKER);

        assertThat(((Act.Refused) act).details()).containsExactly("reach.proxy-problem.DISCRETION_NOT_ALLOWED");
    }
}
