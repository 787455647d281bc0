package org.linli.decisions.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.reach.ReachGround.WORKER;
import static org.linli.decisions.reach.ReachGround.agree;
import static org.linli.decisions.reach.ReachGround.assertRefused;
import static org.linli.decisions.reach.ReachGround.phone;
import static org.linli.decisions.reach.ReachGround.photo;

import java.time.LocalDate;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.reach.anomalies.Anomalies;
import org.linli.decisions.reach.anomalies.Anomaly;
import org.linli.decisions.reach.assistance.Assistance;
import org.linli.decisions.reach.assistance.Session;
import org.linli.decisions.reach.assistance.VotingDevices;
import org.linli.decisions.reach.delivery.Reminders;
import org.linli.decisions.reach.delivery.Wording;
import org.linli.decisions.reach.proxies.Instructions;
import org.linli.decisions.reach.proxies.Proxies;
import org.linli.decisions.reach.proxies.ProxyBallots;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.people.Phone;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.claims.ClaimGround;
import org.linli.registry.claims.ClaimId;
import org.linli.registry.claims.ClaimResult;
import org.linli.registry.claims.Designations;
import org.linli.registry.claims.OwnClaims;
import org.linli.registry.claims.ProvedHomes;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two helpers of whom neither is the company help an owner, and whoever owns the home today is helped and represented. */
@LinliTest
class AssistanceTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Reminders reminders;

    @Autowired
    Proxies proxies;

    @Autowired
    ProxyBallots proxyBallots;

    @Autowired
    Assistance assistance;

    @Autowired
    VotingDevices devices;

    @Autowired
    Anomalies anomalies;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BusinessTime time;

    @Autowired
    VotingOwners voters;

    @Autowired
    OwnClaims own;

    @Autowired
    Designations designations;

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
    void twoStaffHelpAnOwnerAndTheChoiceIsNotKept() {
        StaffMember one = ground.staff(Role.COMMUNITY_WORKER);
        StaffMember two = ground.staff(Role.COMMUNITY_WORKER);
        Actor first = new Actor(one.account(), "甲", Role.COMMUNITY_WORKER);
        Actor second = new Actor(two.account(), "乙", Role.COMMUNITY_WORKER);
        assertRefused(ground.register(one, one), Problem.TWO_STAFF);
        assertThat(ground.register(one, two)).isEqualTo(new Act.Done(1));

        assertRefused(ground.open(WORKER), Problem.NOT_OF_THIS_POINT);
        assertThat(ground.open(first)).isEqualTo(new Act.Done(1));
        assertRefused(assistance.mark(ground.vote, 1, true, agree(), first), Problem.OTHER_NOT_THERE);
        assertRefused(assistance.join(ground.vote, 1, first), Problem.SAME_PERSON);
        assertThat(assistance.join(ground.vote, 1, second)).isEqualTo(new Act.Done(1));
        assertRefused(assistance.confirm(ground.vote, 1, second), Problem.NOT_CHOSEN_YET);
        assertThat(assistance.mark(ground.vote, 1, true, agree(), first)).isEqualTo(new Act.Done(1));
        Session marked = assistance.find(ground.vote, 1).orElseThrow();
        assertThat(assistance.marked(ground.vote, marked, first)).isEmpty();
        assertThat(assistance.marked(ground.vote, marked, second)).isEqualTo(agree());
        assertRefused(assistance.confirm(ground.vote, 1, first), Problem.SAME_PERSON);
        assertThat(assistance.confirm(ground.vote, 1, second)).isEqualTo(new Act.Done(1));

        assertThat(jdbc.sql("select count(*) from linli.assisted_draft where community_id = :id")
                        .param("id", ground.vote.id().community().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(assistance.receipt(
                        ground.vote, assistance.find(ground.vote, 1).orElseThrow()))
                .isPresent();
        assertRefused(ground.open(first), Problem.HAS_VOTED);
    }

    @Test
    void aDeviceStandsAtAPointOnceOneOfItsTwoStaffSaysSo() {
        StaffMember one = ground.staff(Role.COMMUNITY_WORKER);
        StaffMember two = ground.staff(Role.COMMUNITY_WORKER);
        Actor first = new Actor(one.account(), "甲", Role.COMMUNITY_WORKER);
        assertThat(ground.register(one, two)).isEqualTo(new Act.Done(1));
        byte[] tablet = {7};

        assertRefused(devices.register(ground.vote, 1, tablet, WORKER), Problem.NOT_OF_THIS_POINT);
        assertRefused(devices.register(ground.vote, 2, tablet, first), Problem.NOT_OF_THIS_POINT);
        assertThat(anomalies.atPoints(ground.vote)).isEqualTo(new Anomalies.AtPoints(0, 0, 0));
        assertThat(devices.register(ground.vote, 1, tablet, first)).isEqualTo(new Act.Done(1));
        assertThat(devices.register(ground.vote, 1, tablet, first)).isEqualTo(new Act.Done(1)); // a second click

        assertThat(devices.since(ground.vote)).containsOnlyKeys("07");
        assertThat(anomalies.atPoints(ground.vote)).isEqualTo(new Anomalies.AtPoints(1, 0, 0));
    }

    @Test
    void aDeviceRegisteredByMistakeCountsAsNeverRegistered() {
        StaffMember one = ground.staff(Role.COMMUNITY_WORKER);
        StaffMember two = ground.staff(Role.COMMUNITY_WORKER);
        Actor first = new Actor(one.account(), "甲", Role.COMMUNITY_WORKER);
        Actor second = new Actor(two.account(), "乙", Role.COMMUNITY_WORKER);
        ground.register(one, two);
        byte[] phone = {9};
        devices.register(ground.vote, 1, phone, first);

        assertRefused(devices.withdraw(ground.vote, "09", "登记错了", WORKER), Problem.NOT_OF_THIS_POINT);
        assertRefused(devices.withdraw(ground.vote, "08", "登记错了", second), Problem.NOT_OF_THIS_POINT);
        assertRefused(devices.withdraw(ground.vote, "09", " ", second), Problem.REASON_MISSING);
        assertThat(devices.since(ground.vote)).containsOnlyKeys("09");
        assertThat(devices.withdraw(ground.vote, "09", "登记错了", second)).isEqualTo(new Act.Done(1));
        assertThat(devices.withdraw(ground.vote, "09", "登记错了", second)).isEqualTo(new Act.Done(1)); // a second click

        assertThat(devices.since(ground.vote)).isEmpty();
        assertThat(anomalies.atPoints(ground.vote)).isEqualTo(new Anomalies.AtPoints(0, 0, 1));
        assertRefused(devices.register(ground.vote, 1, phone, first), Problem.DEVICE_WITHDRAWN);
        assertThat(devices.list(ground.vote))
                .singleElement()
                .satisfies(device -> assertThat(device.withdrawal())
                        .satisfies(withdrawal -> assertThat(withdrawal.by()).isEqualTo("乙"))
                        .satisfies(withdrawal -> assertThat(withdrawal.reason()).isEqualTo("登记错了")));
    }

    @Test
    void ballotsOfADeviceRegisteredByMistakeAreLookedAtAgain() {
        StaffMember one = ground.staff(Role.COMMUNITY_WORKER);
        ground.register(one, ground.staff(Role.COMMUNITY_WORKER));
        byte[] phone = {9};
        devices.register(ground.vote, 1, phone, new Actor(one.account(), "甲", Role.COMMUNITY_WORKER));
        for (int home : new int[] {1, 2, 3, 4}) {
            ground.vote(home, phone, time.now());
        }
        assertThat(anomalies.counts(ground.vote)).containsEntry(Anomaly.Kind.DEVICE, 0);

        StaffMember street = ground.staff(Role.STREET);
        assertThat(devices.withdraw(ground.vote, "09", "登记错了", new Actor(street.account(), "街道", Role.STREET)))
                .isEqualTo(new Act.Done(1));

        assertThat(anomalies.atPoints(ground.vote)).isEqualTo(new Anomalies.AtPoints(0, 0, 1));
        assertThat(anomalies.counts(ground.vote)).containsEntry(Anomaly.Kind.DEVICE, 1);
    }

    /** Who changes sides after the voting point was registered helps nobody any more. */
    @Test
    void aHelperWhoJoinsTheCompanyHelpsNobodyAnyMore() {
        StaffMember one = ground.staff(Role.COMMUNITY_WORKER);
        ground.register(one, ground.staff(Role.COMMUNITY_WORKER));
        devices.register(ground.vote, 1, new byte[] {9}, new Actor(one.account(), "甲", Role.COMMUNITY_WORKER));
        people.grantUnchecked(
                one.account(),
                Role.PROJECT_MANAGER,
                new Scope.OfCommunity(ground.vote.id().community()),
                LocalDate.of(2023, 1, 1));

        assertRefused(ground.open(new Actor(one.account(), "甲", Role.COMMUNITY_WORKER)), Problem.COMPANY_STAFF);
        assertRefused(
                devices.withdraw(ground.vote, "09", "登记错了", new Actor(one.account(), "甲", Role.COMMUNITY_WORKER)),
                Problem.COMPANY_STAFF);
    }

    @Test
    void afterASaleTheBuyerIsRemindedHelpedAndRepresentedAndTheSellerIsNot() {
        Phone phone = phone();
        long account = people.createPhoneUser("受托人", phone.e164(), false);
        int seller = ground.owner(7);
        assertThat(ground.grant(7, phone)).isEqualTo(new Act.Done(1));
        ground.area.sell(7, VoteFixtures.OPENS, Homestead.person(707));
        int buyer = voters.ownersOf(ground.vote.id(), 7).getFirst();
        StaffMember one = ground.staff(Role.COMMUNITY_WORKER);
        StaffMember two = ground.staff(Role.COMMUNITY_WORKER);
        Actor helper = new Actor(one.account(), "甲", Role.COMMUNITY_WORKER);
        ground.register(one, two);

        assertRefused(
                proxyBallots.cast(ground.vote, 1, new TreeMap<>(), new Actor(account, "受托人", Role.OCCUPANT)),
                Problem.NO_VOTE);
        assertRefused(grantBy(seller, phone), Problem.NO_VOTE);
        assertThat(grantBy(buyer, phone))
                .as("the seller's proxy is in nobody's way")
                .isEqualTo(new Act.Done(2));
        assertRefused(
                assistance.open(ground.vote, 1, 7, seller, Session.IdentityPaper.RESIDENT_ID, helper), Problem.NO_VOTE);
        assertThat(assistance.open(ground.vote, 1, 7, buyer, Session.IdentityPaper.RESIDENT_ID, helper))
                .isEqualTo(new Act.Done(1));
        assertThat(reminders.remindHome(ground.vote, 7, Wording.OPEN, WORKER)).isEqualTo(new Act.Done(1));
        assertThat(reminders.list(ground.vote))
                .extracting(Reminders.Sent::ownerNo)
                .containsExactly(buyer);
    }

    @Test
    void ofJointOwnersOnlyTheOneWhomAllNamedIsHelpedAndRepresented() {
        ground.fixtures.today(VoteFixtures.NOTICE.minusDays(9));
        Homestead couple = Homestead.empty(context).flat(10_000L, Homestead.person(31), Homestead.person(32));
        long account = people.createPhoneUser("业主31号", phone().e164(), false);
        new ProvedHomes(context, couple.id()).prove(account, "1幢", "1", "101", Homestead.person(31));
        ClaimId claim = own.list(new OwnClaims.Who(account, "业主31号")).getFirst().id();
        assertThat(designations.record(ClaimGround.viewer(903, Role.STREET, "331002002"), claim, 2, "推选书"))
                .isInstanceOf(ClaimResult.Done.class);
        ground.vote = ground.fixtures.aVote(couple.id()).open();
        StaffMember one = ground.staff(Role.COMMUNITY_WORKER);
        ground.register(one, ground.staff(Role.COMMUNITY_WORKER));
        Actor helper = new Actor(one.account(), "甲", Role.COMMUNITY_WORKER);
        Phone phone = phone();
        people.createPhoneUser("受托人", phone.e164(), false);
        Instructions agree = new Instructions(agree(), new TreeSet<>());

        assertRefused(
                assistance.open(ground.vote, 1, 1, 1, Session.IdentityPaper.RESIDENT_ID, helper), Problem.NO_VOTE);
        assertRefused(proxies.grantOnPaper(ground.vote, 1, 1, phone, agree, photo(), WORKER), Problem.NO_VOTE);
        assertThat(assistance.open(ground.vote, 1, 1, 2, Session.IdentityPaper.RESIDENT_ID, helper))
                .isEqualTo(new Act.Done(1));
        assertThat(proxies.grantOnPaper(ground.vote, 1, 2, phone, agree, photo(), WORKER))
                .isEqualTo(new Act.Done(1));
    }

    private Act grantBy(int owner, Phone phone) {
        return proxies.grantOnPaper(
                ground.vote, 7, owner, phone, new Instructions(agree(), new TreeSet<>()), photo(), WORKER);
    }
}
