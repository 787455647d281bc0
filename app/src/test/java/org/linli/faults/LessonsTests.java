package org.linli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The defects that other voting systems had, as far as they concern owners' votes, and where ours are tested against them. A line
 * whose tests are renamed or gone fails.
 */
class LessonsTests {

    private static final Path SOURCES = Path.of("..");

    /** @param defect what went wrong elsewhere @param source where @param tests class and method of each test against it */
    record Lesson(String defect, String source, List<String> tests) {
        static Lesson of(String defect, String source, String... tests) {
            return new Lesson(defect, source, List.of(tests));
        }

        @Override
        public String toString() {
            return defect + " (" + source + ")";
        }
    }

    static Stream<Lesson> lessons() {
        return Stream.of(
                Lesson.of(
                        "two votes of one person at once, same and different option",
                        "CONSUL #2415, #5539; raven #1995; the-desk #561",
                        "BallotsTests#twoHundredBallotsOfOneOwnerAtOnceAreOne",
                        "BallotsTests#anotherBallotOfTheSameOwnerChangesNothing",
                        "PhoneMeetsPaperTests#exactlyOneStandsAndTheOtherIsToldWhy"),
                Lesson.of(
                        "a vote before the opening and after the close",
                        "HC class",
                        "BallotsTests#nothingIsCastBeforeTheOpening",
                        "BallotsTests#aBallotIsInTimeByWhenItWasReceived",
                        "PaperBallotsTests#aPaperReturnedInTimeIsEnteredAfterTheCloseAndNoneIsTakenBackLater"),
                Lesson.of(
                        "an administrator edits, deletes or votes for somebody",
                        "wuye-vote",
                        "AppendOnlyTests#theApplicationMayOnlyAddAndRead",
                        "OthersFaultsTests#nobodyWhoWorksHereCastsForAnOwner"),
                Lesson.of(
                        "scopes of one request leak into another under load",
                        "yudao #589",
                        "OthersFaultsTests#twoStreetsAtOnceSeeEachTheirOwnVoteOnly"),
                Lesson.of(
                        "of two roles the wider scope holds for both",
                        "yudao #213",
                        "SignInTests#anEndedGrantStopsAtOnceAndTheOtherHatRemains",
                        "ForeignScopeTests#aForeignIdIsNotFoundByAnyMethodOfAnyHandler"),
                Lesson.of("a grant beyond one's own", "CVE-2026-37669", "GrantRulesTests#nobodyGrantsBeyondTheirOwn"),
                Lesson.of(
                        "an upload without signing in",
                        "yudao #1146, #1188; RuoYi-Vue #151",
                        "OthersFaultsTests#nobodyUploadsWithoutSigningIn"),
                Lesson.of(
                        "markup in what people write runs at others'",
                        "multi-tag XSS",
                        "OthersFaultsTests#whatIsWrittenInAVoteIsNeverMarkup"),
                Lesson.of(
                        "one person without a name or phone stops the mail to all",
                        "Helios #197",
                        "BallotNoticesTests#anOwnerWithoutPhoneKeepsNobodyElseFromBeingTold"),
                Lesson.of(
                        "the options' sum exceeds the ballots",
                        "OpenSlides #2554",
                        "CountTests#moreMarksThanSeatsMakeOnlyThatQuestionInvalid",
                        "CheckPageIT#namesATotalThatWasAltered"),
                Lesson.of(
                        "a delegated vote without the delegate's part",
                        "OpenSlides #5745",
                        "OthersFaultsTests#aProxyCastsNothingBeforeAccepting",
                        "ProxiesTests#aProxyStandsForThreeAndActsAsInstructed"),
                Lesson.of(
                        "exactly half is taken for a majority",
                        "Agoric #10274; DAO DAO #996",
                        "DoubleMajorityTests#decidesTheWorkedExamples",
                        "DoubleMajorityTests#agreesWithArithmeticOfAnySize"),
                Lesson.of(
                        "reminders and last days on days off",
                        "probo #1591",
                        "RemindersTests#noReminderGoesOutOnASundayOrAPublicHoliday",
                        "RemindersTests#noReminderGoesOutAtNight",
                        "DecisionCalendarTests#whatFollowsADecisionRunsFromItsDay"),
                Lesson.of(
                        "an outage inside the window is the voters' loss",
                        "Decidim #9044",
                        "VoteClockTests#anOutageOfMoreThanAnHourMovesTheEndByWholeDaysAndOnlyOnce",
                        "VoteClockTests#anOutageAcrossTheDeadlineIsNotTakenFromTheOwners"),
                Lesson.of(
                        "a crash or a full disk loses what was acknowledged",
                        "our own",
                        "KilledWhileCastingIT#losesNoAcknowledgedBallotAndDoublesNone",
                        "DiskFullTests#nothingAcknowledgedIsLostAndCastingGoesOnWhenThereIsRoomAgain"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lessons")
    void isTestedAgainst(Lesson lesson) throws IOException {
        for (String test : lesson.tests()) {
            String[] parts = test.split("#", -1);
            assertThat(source(parts[0])).as(test).contains(" " + parts[1] + "(");
        }
    }

    private static String source(String type) throws IOException {
        try (Stream<Path> files = Stream.of("app", "rules", "ledger")
                .map(module -> SOURCES.resolve(module).resolve("src/test/java"))
                .flatMap(LessonsTests::walk)) {
            Path file = files.filter(path -> path.getFileName().toString().equals(type + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no test class " + type));
            return Files.readString(file);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
