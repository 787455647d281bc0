package org.linli.decisions.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Initiator;
import org.linli.decisions.NoticeStep;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.VoteTerms;
import org.linli.decisions.VoteWriter;
import org.linli.decisions.Votes;
import org.linli.decisions.roll.VoteClock;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.linli.rules.decisions.counting.BlankRule;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.linli.rules.decisions.matters.Matter;
import org.linli.rules.decisions.roll.RollTerms.OwnerSetRule;
import org.linli.rules.decisions.roll.RollTerms.ParkingRule;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Votes with valid defaults, as far along as a test needs them, and the business time that goes with them.
 *
 * <p>{@code fixtures.aVote(community).asking(yesNo(1, Matter.OTHER_MAJOR, "…")).noticed()}. Call {@link #restoreTime} in {@code @AfterEach}: the
 * context is shared by all tests.
 */
public final class VoteFixtures {

    /** The day of the notice unless the test says otherwise; opens 15 days later, for 14 days. */
    public static final LocalDate NOTICE = LocalDate.of(2024, 3, 1);

    public static final LocalDate OPENS = LocalDate.of(2024, 3, 16);
    public static final LocalDate LAST_DAY = LocalDate.of(2024, 3, 29);

    private static final Votes.By CLERK = new Votes.By("测试员", 1L);

    private final ApplicationContext context;
    private final Votes votes;
    private final VoteWriter writer;
    private final TransactionTemplate transaction;
    private final BusinessTime time;
    private final Duration offset;

    private VoteFixtures(ApplicationContext context) {
        this.context = context;
        this.votes = context.getBean(Votes.class);
        this.writer = context.getBean(VoteWriter.class);
        this.transaction = context.getBean(TransactionTemplate.class);
        this.time = context.getBean(BusinessTime.class);
        this.offset = Duration.between(Instant.now(Clock.systemUTC()), time.now());
    }

    public static VoteFixtures in(ApplicationContext context) {
        return new VoteFixtures(context);
    }

    /** From now on it is this day, 09:00 in China and running. */
    public void today(LocalDate day) {
        now(day.atTime(LocalTime.of(9, 0)).atZone(BusinessTime.ZONE).toInstant());
    }

    /** From now on it is this instant, and running. */
    public void now(Instant instant) {
        time.follow(Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(Clock.systemUTC()), instant)));
    }

    /** Back to the time that ran when the fixtures were made. */
    public void restoreTime() {
        time.follow(Clock.offset(Clock.systemUTC(), offset));
    }

    /** The vote as it stands now. */
    public Vote get(VoteId id) {
        return votes.find(id, RowScope.everything()).orElseThrow();
    }

    /** Records a step at the business time now, as its slice would. */
    public Vote step(Vote vote, VoteState to) {
        transaction.executeWithoutResult(status -> votes.step(vote, vote.state(), to, CLERK, ""));
        return get(vote.id());
    }

    /** Agree, oppose or abstain, on the roll of the whole area. */
    public static DecisionItem yesNo(int number, Matter matter, String wording) {
        return new DecisionItem(
                number, 1, matter, DecisionKind.YES_NO, wording, "", 1, false, List.of(), List.of(), List.of());
    }

    /** One company among several. */
    public static DecisionItem choice(int number, String... options) {
        return new DecisionItem(
                number,
                1,
                Matter.PROPERTY_COMPANY,
                DecisionKind.CHOICE,
                "选聘哪一家物业服务企业？",
                "",
                1,
                false,
                List.of(),
                options(options),
                List.of());
    }

    /** Up to so many of the candidates. */
    public static DecisionItem election(int number, int seats, String... candidates) {
        return new DecisionItem(
                number,
                1,
                Matter.COMMITTEE,
                DecisionKind.ELECTION,
                "选举业主委员会委员",
                "",
                seats,
                false,
                List.of(),
                options(candidates),
                List.of());
    }

    /** The same question, on a roll of some buildings. */
    public static DecisionItem inBuildings(DecisionItem item, int rollNo, Integer... buildings) {
        return new DecisionItem(
                item.number(),
                rollNo,
                item.matter(),
                item.kind(),
                item.wording(),
                item.explanation(),
                item.seats(),
                item.byElection(),
                List.of(buildings),
                item.options(),
                item.annexes());
    }

    private static List<DecisionItem.Option> options(String... labels) {
        List<DecisionItem.Option> options = new ArrayList<>();
        for (String label : labels) {
            options.add(new DecisionItem.Option(options.size() + 1, label, "", null, null, ""));
        }
        return options;
    }

    /** A vote of a community: one yes-or-no decision of matter D9 by default. */
    public Draft aVote(CommunityId community) {
        return new Draft(community);
    }

    /** A vote being made up. Everything has a default. */
    public final class Draft {
        private final CommunityId community;
        private final List<DecisionItem> items = new ArrayList<>();
        private LocalDate noticeOn = NOTICE;
        private VotingWindow window = new VotingWindow(OPENS, LAST_DAY);
        private ParkingRule parking = ParkingRule.OUT;
        private OwnerSetRule ownerSets = OwnerSetRule.SAME_SET;
        private BlankRule blanks = BlankRule.ABSTAIN;
        private DeemedPolicy deemed = DeemedPolicy.NONE;
        private boolean reducesEven;
        private boolean alternates;
        private boolean proxyDiscretion;
        private boolean rehearsal;

        private Draft(CommunityId community) {
            this.community = community;
        }

        public Draft asking(DecisionItem... more) {
            items.addAll(List.of(more));
            return this;
        }

        public Draft on(LocalDate notice, LocalDate opens, LocalDate lastDay) {
            noticeOn = notice;
            window = new VotingWindow(opens, lastDay);
            return this;
        }

        public Draft parking(ParkingRule rule) {
            parking = rule;
            return this;
        }

        public Draft ownerSets(OwnerSetRule rule) {
            ownerSets = rule;
            return this;
        }

        public Draft blanks(BlankRule rule) {
            blanks = rule;
            return this;
        }

        public Draft deemed(DeemedPolicy policy) {
            deemed = policy;
            return this;
        }

        public Draft reducesEven() {
            reducesEven = true;
            return this;
        }

        public Draft alternates() {
            alternates = true;
            return this;
        }

        public Draft proxyDiscretion() {
            proxyDiscretion = true;
            return this;
        }

        public Draft rehearsal() {
            rehearsal = true;
            return this;
        }

        /** Stored as a draft, at the business time now. */
        public Vote drafted() {
            if (items.isEmpty()) {
                items.add(yesNo(1, Matter.OTHER_MAJOR, "是否同意在小区北门增设人行出入口？"));
            }
            VoteId id = transaction.execute(status -> writer.create(
                    new VoteWriter.NewVote(community, "taizhou-2021", Initiator.COMMITTEE, rehearsal, null),
                    terms(),
                    items,
                    CLERK));
            return VoteFixtures.this.get(java.util.Objects.requireNonNull(id));
        }

        /** Noticed on its notice day, which is today from then on; what other slices do on the notice is done (the roll). */
        public Vote noticed() {
            today(noticeOn);
            Vote vote = step(drafted(), VoteState.REVIEW);
            transaction.executeWithoutResult(status -> {
                votes.step(vote, VoteState.REVIEW, VoteState.NOTICED, CLERK, "");
                Vote noticed = VoteFixtures.this.get(vote.id());
                context.getBeanProvider(NoticeStep.class).orderedStream().forEach(next -> next.onNoticed(noticed));
            });
            return VoteFixtures.this.get(vote.id());
        }

        /** Noticed, and open since 00:00 of its first day, which is today from then on. */
        public Vote open() {
            Vote vote = noticed();
            today(window.opensOn());
            context.getBean(VoteClock.class).advance(vote.id());
            return VoteFixtures.this.get(vote.id());
        }

        private VoteTerms terms() {
            return new VoteTerms(
                    1,
                    "测试表决",
                    "各位业主：现就下列事项征求意见。",
                    noticeOn,
                    window,
                    parking,
                    ownerSets,
                    blanks,
                    blanks == BlankRule.ABSTAIN ? null : "议事规则第二十条",
                    deemed,
                    deemed == DeemedPolicy.NONE ? null : "议事规则第二十一条",
                    reducesEven,
                    alternates,
                    proxyDiscretion,
                    "小区物业用房一楼");
        }
    }
}
