package org.linli.decisions.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Initiator;
import org.linli.decisions.NoticeStep;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.VoteTerms;
import org.linli.decisions.VoteWriter;
import org.linli.decisions.Votes;
import org.linli.decisions.Votes.By;
import org.linli.decisions.counting.Counting;
import org.linli.decisions.counting.Finals;
import org.linli.decisions.roll.VoteClock;
import org.linli.people.People;
import org.linli.platform.home.Progress;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.settings.Settings;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.linli.rules.decisions.counting.BlankRule;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.linli.rules.decisions.matters.RulePacks;
import org.linli.rules.decisions.roll.RollTerms;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The votes that 41 communities held in 2023 with 148 decisions, as the city published: each with notice, roll, ballots, record,
 * count and witnesses, by the ordinary acts. They go through their days together, so that the clock is set once a day.
 */
@Component
@Order(40)
class DemoVotes implements ApplicationRunner {

    static final int COMMUNITIES = 41;
    static final int DECISIONS = 148;
    private static final int OF_A_FIRST_VOTE = 3;
    private static final int OF_A_SECOND_VOTE = 2;
    private static final int WINDOW_DAYS = 10;
    private static final int NOTICE_DAYS = 15;
    private static final int LAST_STEPS_AFTER_DAYS = 12;
    private static final String MADE = "demo.votes";
    private static final LocalDate FIRST = LocalDate.of(2023, 3, 6);
    private static final LocalDate SECOND = LocalDate.of(2023, 8, 21);

    private final Portal portal;
    private final Settings settings;
    private final Votes votes;
    private final VoteWriter writer;
    private final List<NoticeStep> onNotice;
    private final VoteClock clock;
    private final DemoBallots ballots;
    private final Counting counting;
    private final Finals finals;
    private final People people;
    private final BusinessTime time;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Progress progress;

    DemoVotes(
            Portal portal,
            Settings settings,
            Votes votes,
            VoteWriter writer,
            List<NoticeStep> onNotice,
            VoteClock clock,
            DemoBallots ballots,
            Counting counting,
            Finals finals,
            People people,
            BusinessTime time,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Progress progress) {
        this.portal = portal;
        this.settings = settings;
        this.votes = votes;
        this.writer = writer;
        this.onNotice = onNotice;
        this.clock = clock;
        this.ballots = ballots;
        this.counting = counting;
        this.finals = finals;
        this.people = people;
        this.time = time;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.progress = progress;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!portal.demo() || settings.find(MADE).isPresent()) {
            return;
        }
        progress.say("Loading the demo city: votes of " + COMMUNITIES + " communities");
        make();
        settings.set(MADE, "1");
    }

    /** Makes what is missing: a first start that was stopped may have made some of the votes, and left others half made. */
    void make() {
        Duration offset = Duration.between(Clock.systemUTC().instant(), time.now());
        try {
            settleHalfMade();
            List<CommunityId> communities = communities();
            long[] witnesses = {witness("街道监票员（演示）", 11), witness("社区监票员（演示）", 12)};
            List<Call> first = IntStream.range(0, communities.size())
                    .mapToObj(i -> new Call(communities.get(i), i, i % 2 == 0, OF_A_FIRST_VOTE))
                    .toList();
            hold(first, FIRST, witnesses);
            hold(second(communities), SECOND, witnesses);
            nobodyIsTold();
        } finally {
            time.follow(Clock.offset(Clock.systemUTC(), offset));
            clock.timeWasSet();
        }
    }

    /** What was final is filed, as it would have been; what was not is cancelled, and its vote held anew. */
    private void settleHalfMade() {
        jdbc.sql("""
                select t.community_id, t.vote_no from linli.vote t
                where t.created_by = :by and not exists (
                    select 1 from linli.vote_state s
                     where s.community_id = t.community_id and s.vote_no = t.vote_no and s.state in ('FILED', 'CANCELLED'))
                """)
                .param("by", DEMO.name())
                .query((row, n) -> new VoteId(new CommunityId(row.getLong(1)), row.getInt(2)))
                .list()
                .forEach(id -> {
                    if (get(id).state() == VoteState.FINAL) {
                        file(id);
                    } else {
                        cancel(id);
                    }
                });
    }

    /** The clock runs meanwhile and may close a vote whose last day is over, a step or two before this one. */
    private void cancel(VoteId id) {
        for (int tries = 1; ; tries++) {
            try {
                transaction.executeWithoutResult(status -> step(id, VoteState.CANCELLED));
                return;
            } catch (Votes.StepTaken byTheClock) {
                if (tries == VoteState.values().length) {
                    throw byTheClock;
                }
            }
        }
    }

    /** Communities whose vote of that notice is filed. */
    private Set<CommunityId> made(LocalDate notice) {
        return jdbc.sql("""
                select t.community_id from linli.vote t
                join linli.vote_version v on v.community_id = t.community_id and v.vote_no = t.vote_no and v.notice_on = :notice
                join linli.vote_state s on s.community_id = t.community_id and s.vote_no = t.vote_no and s.state = 'FILED'
                where t.created_by = :by
                """)
                .param("by", DEMO.name())
                .param("notice", notice)
                .query((row, n) -> new CommunityId(row.getLong(1)))
                .set();
    }

    /** A vote to be called. @param turn decides what is asked */
    private record Call(CommunityId community, int turn, boolean elects, int decisions) {}

    /** What the first votes leave open of the published number. */
    private static List<Call> second(List<CommunityId> communities) {
        List<Call> calls = new ArrayList<>();
        int left = DECISIONS - COMMUNITIES * OF_A_FIRST_VOTE;
        for (int i = 0; left > 0; i++) {
            int decisions = Math.min(left == OF_A_SECOND_VOTE + 1 ? left : OF_A_SECOND_VOTE, left);
            calls.add(new Call(communities.get(i), COMMUNITIES + i, false, decisions));
            left -= decisions;
        }
        return calls;
    }

    /** Served, registered before 2023, with homes enough to vote and few enough that the first start stays short. */
    private List<CommunityId> communities() {
        return jdbc.sql("""
                select v.community_id from linli.community_version v
                join linli.community_facts f using (community_id)
                where v.superseded_at is null and v.valid_to is null and f.homes >= 4
                  and exists (select 1 from linli.community_version r
                               where r.community_id = v.community_id and r.valid_from < date '2023-01-01')
                  and exists (select 1 from linli.engagement_version e
                               where e.community_id = v.community_id and e.superseded_at is null and e.valid_to is null
                                 and e.kind = 'PROFESSIONAL' and e.service_start_on < date '2023-01-01')
                order by v.households, v.community_id
                limit :count
                """)
                .param("count", COMMUNITIES)
                .query((row, n) -> new CommunityId(row.getLong(1)))
                .list();
    }

    private long witness(String name, int number) {
        String key = "demo.witness." + number;
        return settings.find(key).map(Long::valueOf).orElseGet(() -> {
            long account = people.createPhoneUser(name, "+861390000" + String.format("%04d", number), true);
            settings.set(key, Long.toString(account));
            return account;
        });
    }

    private void hold(List<Call> all, LocalDate notice, long[] witnesses) {
        Set<CommunityId> made = made(notice);
        List<Call> calls =
                all.stream().filter(call -> !made.contains(call.community)).toList();
        at(notice.atTime(LocalTime.of(0, 5)));
        List<VoteId> held = calls.stream().map(call -> call(call, notice)).toList();
        LocalDate opens = notice.plusDays(NOTICE_DAYS);
        at(opens.atTime(LocalTime.of(0, 1)));
        held.parallelStream().forEach(clock::advance);
        at(opens.plusDays(2).atTime(LocalTime.of(19, 30)));
        held.parallelStream().forEach(id -> ballots.cast(get(id)));
        at(opens.plusDays(WINDOW_DAYS).atTime(LocalTime.of(0, 0, 30)));
        held.parallelStream().forEach(clock::advance);
        at(opens.plusDays(WINDOW_DAYS).atTime(LocalTime.of(10, 0)));
        held.parallelStream().forEach(id -> count(id, witnesses));
        at(opens.plusDays(WINDOW_DAYS + LAST_STEPS_AFTER_DAYS).atTime(LocalTime.of(9, 0)));
        held.forEach(this::finish);
    }

    /** Owners of the past are not told of ballots now. */
    private void nobodyIsTold() {
        jdbc.sql("""
                insert into linli.ballot_watch (community_id, vote_no, told_leaf)
                select community_id, vote_no, max(leaf_no) from linli.ballot group by community_id, vote_no
                on conflict do nothing
                """).update();
    }

    private void at(LocalDateTime moment) {
        Instant instant = moment.atZone(BusinessTime.ZONE).toInstant();
        time.follow(Clock.fixed(instant, BusinessTime.ZONE));
        // On a slow machine the heart beats between two of these jumps; without this the demo's votes would be
        // extended.
        clock.timeWasSet();
    }

    private VoteId call(Call call, LocalDate notice) {
        List<DecisionItem> items = DemoQuestions.of(call.turn, call.elects, call.decisions);
        return Objects.requireNonNull(transaction.execute(status -> {
            VoteId id = writer.create(
                    new VoteWriter.NewVote(
                            call.community, RulePacks.TAIZHOU_2021.code(), Initiator.COMMITTEE, false, null),
                    terms(call.elects ? "业主委员会换届及有关事项表决" : "小区事务表决", notice),
                    items,
                    DEMO);
            step(id, VoteState.REVIEW);
            step(id, VoteState.NOTICED);
            onNotice.forEach(next -> next.onNoticed(get(id)));
            return id;
        }));
    }

    private static final By DEMO = new By("演示数据", null);

    static VoteTerms terms(String title, LocalDate notice) {
        LocalDate opens = notice.plusDays(NOTICE_DAYS);
        return new VoteTerms(
                1,
                title,
                "演示数据：本次表决是虚构的。",
                notice,
                new VotingWindow(opens, opens.plusDays(WINDOW_DAYS - 1L)),
                RollTerms.ParkingRule.OUT,
                RollTerms.OwnerSetRule.SAME_SET,
                BlankRule.ABSTAIN,
                null,
                DeemedPolicy.NONE,
                null,
                false,
                false,
                false,
                "社区服务站，工作日 8:30—17:00");
    }

    private void step(VoteId id, VoteState to) {
        Vote vote = get(id);
        votes.step(vote, vote.state(), to, DEMO, "");
    }

    private void count(VoteId id, long[] witnesses) {
        require(counting.count(get(id), DEMO).toString(), id);
        DivisionCode place = new DivisionCode(get(id).division().substring(0, 9));
        require(
                counting.sign(get(id), 1, viewer(witnesses[0], Role.STREET, place))
                        .toString(),
                id);
        require(
                counting.sign(get(id), 1, viewer(witnesses[1], Role.COMMUNITY_WORKER, place))
                        .toString(),
                id);
    }

    private static Viewer viewer(long account, Role role, DivisionCode place) {
        String name = role == Role.STREET ? "街道监票员（演示）" : "社区监票员（演示）";
        return new Viewer(account, name, 0, role, new Scope.OfDivision(place), "");
    }

    private void finish(VoteId id) {
        require(finals.finish(get(id), DEMO).toString(), id);
        file(id);
    }

    private void file(VoteId id) {
        require(finals.file(get(id), "台演备〔2023〕" + id.community() + "号", DEMO).toString(), id);
    }

    /** A demo that a rule refuses is a mistake in the demo. */
    private static void require(String taken, VoteId id) {
        if (!taken.startsWith("Done")) {
            throw new IllegalStateException("demo vote " + id + ": " + taken);
        }
    }

    private Vote get(VoteId id) {
        return votes.find(id, RowScope.everything()).orElseThrow();
    }
}
