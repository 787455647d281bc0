package org.linli.decisions.casting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.messages.Outbox;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.OwnerChange;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whose home voted is told so, whoever else cannot be reached. */
@LinliTest
class BallotNoticesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    BallotNotices notices;

    @Autowired
    Ballots ballots;

    @Autowired
    Rolls rolls;

    @Autowired
    Outbox outbox;

    @Autowired
    People people;

    @Autowired
    BusinessTime time;

    private VoteFixtures fixtures;

    @BeforeEach
    void fixtures() {
        fixtures = VoteFixtures.in(context);
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void anOwnerWithoutPhoneKeepsNobodyElseFromBeingTold() {
        OwnerChange.Person silent =
                new OwnerChange.Person(OwnerChange.Kind.PERSON, "某", OwnerChange.IdKind.RESIDENT_ID, idNumber(), null);
        Vote vote = fixtures.aVote(Homestead.empty(context)
                        .flat(10_000L, silent)
                        .flat(10_000L, Homestead.person(2))
                        .id())
                .open();

        List<FrozenRoll.Entry> entries = rolls.current(vote.id()).entries();
        entries.forEach(entry -> assertThat(ballots.cast(ballot(vote, entry))).isInstanceOf(CastResult.Cast.class));
        notices.tell();

        assertThat(outbox.listLatest(2_000))
                .filteredOn(sent -> "+8613800010002".equals(sent.phone()))
                .anyMatch(sent -> sent.body().contains("您名下房屋已有一张表决票投入"));
    }

    @Test
    void everyOwnerOfTodayIsToldCoOwnersTooAndWhoSoldIsNot() {
        Homestead area = Homestead.empty(context)
                .flat(10_000L, Homestead.person(931), Homestead.person(932))
                .flat(10_000L, Homestead.person(933));
        Vote vote = fixtures.aVote(area.id()).open();
        area.sell(2, VoteFixtures.OPENS, Homestead.person(934), Homestead.person(935));
        long account = people.createPhoneUser("业主931号", "+8613700930007", false);

        rolls.current(vote.id()).entries().forEach(entry -> ballots.cast(ballot(vote, entry, account)));
        notices.tell();

        assertThat(told("+861380001093"))
                .containsExactlyInAnyOrder("+8613800010931", "+8613800010932", "+8613800010934", "+8613800010935");
        assertThat(outbox.listLatest(2_000))
                .anyMatch(sent -> Long.valueOf(account).equals(sent.account()));
    }

    @Test
    void ofABallotOfARehearsalNobodyIsTold() {
        Vote vote = fixtures.aVote(Homestead.empty(context)
                        .flat(10_000L, Homestead.person(941))
                        .id())
                .rehearsal()
                .open();

        rolls.current(vote.id()).entries().forEach(entry -> ballots.cast(ballot(vote, entry)));
        notices.tell();

        assertThat(ballots.listAfter(vote.id(), -1)).hasSize(1);
        assertThat(told("+8613800010941")).isEmpty();
    }

    private List<String> told(String phones) {
        return outbox.listLatest(300).stream()
                .map(Outbox.Sent::phone)
                .filter(phone -> phone != null && phone.startsWith(phones))
                .toList();
    }

    private static String idNumber() {
        return String.valueOf(Homestead.person(901).idNumber());
    }

    private CastRequest ballot(Vote vote, FrozenRoll.Entry entry) {
        return ballot(vote, entry, 7L);
    }

    private CastRequest ballot(Vote vote, FrozenRoll.Entry entry, long account) {
        TreeMap<Integer, Answer> answers = new TreeMap<>();
        answers.put(1, Answer.of(Answer.Kind.AGREE));
        return new CastRequest(
                vote.id(),
                entry.id(),
                answers,
                CastRequest.Channel.PHONE,
                entry.parts().getFirst().homeNo(),
                entry.owners().getFirst(),
                account,
                new byte[] {4, 5, 6},
                null,
                null,
                time.now());
    }
}
