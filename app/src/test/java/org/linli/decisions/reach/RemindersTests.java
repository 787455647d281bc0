package org.linli.decisions.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.reach.ReachGround.WORKER;
import static org.linli.decisions.reach.ReachGround.assertRefused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.reach.delivery.Reminders;
import org.linli.decisions.reach.delivery.Wording;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.platform.time.BusinessTime;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Reminders are few, go to those who have not voted, and never at night, on a Sunday or on a holiday. */
@LinliTest
class RemindersTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Reminders reminders;

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
    void aFourthReminderIsRefusedAndASecondOnOneDay() {
        for (int day : List.of(0, 2, 3)) {
            ground.fixtures.today(VoteFixtures.OPENS.plusDays(day));
            assertThat(reminders.remindHome(ground.vote, 2, Wording.OPEN, WORKER))
                    .isEqualTo(new Act.Done(1));
            assertRefused(
                    reminders.remindHome(ground.vote, 2, Wording.HOW, WORKER),
                    day == 3 ? Problem.REMINDED_ENOUGH : Problem.REMINDED_TODAY);
        }
        ground.fixtures.today(VoteFixtures.OPENS.plusDays(5));

        assertRefused(reminders.remindHome(ground.vote, 2, Wording.CLOSES, WORKER), Problem.REMINDED_ENOUGH);
        ground.vote(3);
        assertRefused(reminders.remindHome(ground.vote, 3, Wording.OPEN, WORKER), Problem.HAS_VOTED);
        assertThat(reminders.remindAll(ground.vote, 0, Wording.OPEN, WORKER).sent())
                .isEqualTo(9);
    }

    /** 2024-03-31 and 04-07 are Sundays, the second one worked in exchange for the holiday that begins on Thursday 04-04. */
    @Test
    void noReminderGoesOutOnASundayOrAPublicHoliday() {
        ground.vote = ground.fixtures
                .aVote(Homestead.of(context, 2).id())
                .on(LocalDate.of(2024, 3, 15), LocalDate.of(2024, 3, 30), LocalDate.of(2024, 4, 12))
                .open();

        for (String quiet : List.of("2024-03-31", "2024-04-04", "2024-04-05")) {
            ground.fixtures.today(LocalDate.parse(quiet));
            assertThat(reminders.remindAll(ground.vote, 0, Wording.OPEN, WORKER).skipped())
                    .as(quiet)
                    .containsExactly(Map.entry(Problem.QUIET_DAY, 2));
        }
        ground.fixtures.today(LocalDate.of(2024, 4, 7));
        assertThat(reminders.remindAll(ground.vote, 0, Wording.OPEN, WORKER).sent())
                .isEqualTo(2);
    }

    @Test
    void ofARehearsalNobodyIsReminded() {
        ground.vote =
                ground.fixtures.aVote(Homestead.of(context, 1).id()).rehearsal().open();

        assertRefused(reminders.remindHome(ground.vote, 1, Wording.OPEN, WORKER), Problem.REHEARSAL);
    }

    @Test
    void noReminderGoesOutAtNight() {
        ground.fixtures.now(
                VoteFixtures.OPENS.atTime(21, 0).atZone(BusinessTime.ZONE).toInstant());

        assertRefused(reminders.remindHome(ground.vote, 2, Wording.OPEN, WORKER), Problem.QUIET_HOURS);
    }
}
