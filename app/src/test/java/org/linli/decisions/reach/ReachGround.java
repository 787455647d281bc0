package org.linli.decisions.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.CastRequest;
import org.linli.decisions.reach.assistance.Assistance;
import org.linli.decisions.reach.assistance.Session;
import org.linli.decisions.reach.assistance.VotingPoint;
import org.linli.decisions.reach.assistance.VotingPoints;
import org.linli.decisions.reach.paper.Paper;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.reach.proxies.Instructions;
import org.linli.decisions.reach.proxies.Proxies;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.divisions.Divisions;
import org.linli.people.People;
import org.linli.people.Phone;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.registry.Companies;
import org.linli.registry.Engagements;
import org.linli.registry.Registered;
import org.linli.testing.StaffMember;
import org.springframework.context.ApplicationContext;

/** An open vote of twelve homes, ten in one building and two in another, and the acts that bring its ballots to owners and back. */
final class ReachGround {

    static final Actor WORKER = new Actor(901, "社区甲", Role.COMMUNITY_WORKER);
    static final Actor OTHER = new Actor(902, "社区乙", Role.COMMUNITY_WORKER);
    static final Actor STREET = new Actor(903, "街道丙", Role.STREET);
    static final DivisionCode BAIYUN = new DivisionCode("331002002");

    private static final AtomicInteger PHONES = new AtomicInteger();

    final VoteFixtures fixtures;
    final Homestead area;

    /** The open vote; a test may ask about another one. */
    Vote vote;

    private final ApplicationContext context;
    private final PaperBallots papers;
    private final Proxies proxies;
    private final VotingPoints points;
    private final Assistance assistance;
    private final RollViews rolls;
    private final Ballots box;
    private final People people;
    private final RealTime real;

    ReachGround(ApplicationContext context) {
        this.context = context;
        papers = context.getBean(PaperBallots.class);
        proxies = context.getBean(Proxies.class);
        points = context.getBean(VotingPoints.class);
        assistance = context.getBean(Assistance.class);
        rolls = context.getBean(RollViews.class);
        box = context.getBean(Ballots.class);
        people = context.getBean(People.class);
        real = context.getBean(RealTime.class);
        fixtures = VoteFixtures.in(context);
        area = Homestead.of(context, 10)
                .building("2幢")
                .flat(8_050L, Homestead.person(1))
                .flat(7_777L, Homestead.person(11));
        vote = fixtures.aVote(area.id()).open();
    }

    Act register(StaffMember one, StaffMember two) {
        return points.register(
                vote, VotingPoint.Kind.POINT, "社区服务中心", "每天 9 至 17 时", one.username(), two.username(), STREET);
    }

    Act open(Actor by) {
        return assistance.open(vote, 1, 7, owner(7), Session.IdentityPaper.RESIDENT_ID, by);
    }

    StaffMember staff(Role role) {
        return new StaffMember(people, real, role, new Scope.OfDivision(BAIYUN));
    }

    Act grant(int home, Phone phone) {
        return proxies.grantOnPaper(
                vote, home, owner(home), phone, new Instructions(agree(), new TreeSet<>()), photo(), WORKER);
    }

    static Phone phone() {
        return new Phone("+86138777" + String.format("%05d", PHONES.incrementAndGet()));
    }

    int issue(int home) {
        return ((Act.Done) papers.issue(vote, home, WORKER)).number();
    }

    int returned(int home) {
        int number = issue(home);
        assertThat(papers.takeBack(vote, number, "", WORKER)).isEqualTo(new Act.Done(number));
        return number;
    }

    void scan(int number) {
        assertThat(papers.addScan(vote, number, photo(), WORKER)).isInstanceOf(Act.Done.class);
    }

    Paper paper(int number) {
        return papers.find(vote, number).orElseThrow();
    }

    void vote(int home) {
        vote(home, new byte[] {(byte) home}, vote.terms().opensAt());
    }

    void vote(int home, byte[] device, Instant at) {
        box.cast(new CastRequest(
                vote.id(),
                entry(home),
                agree(),
                CastRequest.Channel.PHONE,
                home,
                owner(home),
                7L,
                device,
                null,
                null,
                at));
    }

    RollView roll() {
        return rolls.find(vote.id()).orElseThrow();
    }

    String entry(int home) {
        return roll().ofHome(home).orElseThrow().id();
    }

    int owner(int home) {
        return roll().ofHome(home).orElseThrow().owners().getFirst();
    }

    static SortedMap<Integer, Answer> agree() {
        return new TreeMap<>(Map.of(1, Answer.of(Answer.Kind.AGREE)));
    }

    static SortedMap<Integer, Answer> oppose() {
        return new TreeMap<>(Map.of(1, Answer.of(Answer.Kind.OPPOSE)));
    }

    static InputStream photo() {
        return new ByteArrayInputStream("%PDF-1.7 a photo".getBytes(StandardCharsets.US_ASCII));
    }

    static void assertRefused(Act act, Problem problem) {
        assertThat(act).isInstanceOf(Act.Refused.class);
        assertThat(((Act.Refused) act).problem()).isEqualTo(problem);
    }

    /** The project's manager, and the office of the company that serves the community. */
    List<StaffMember> companyStaff() {
        String code = Registered.company(context.getBean(Companies.class), context.getBean(Divisions.class));
        Engagements engagements = context.getBean(Engagements.class);
        Registered.sign(engagements, area.id(), Registered.terms(code, Registered.DAY));
        Registered.start(engagements, area.id());
        return List.of(
                new StaffMember(people, real, Role.PROJECT_MANAGER, new Scope.OfCommunity(area.id())),
                new StaffMember(people, real, Role.COMPANY, new Scope.OfCompany(new CompanyCode(code))));
    }
}
