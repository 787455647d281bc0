package org.linli.journeys;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.decisions.Vote;
import org.linli.decisions.counting.CountedVotes;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Anybody reads what a vote decided: outcome, four bars, candidates, what follows. */
@LinliTest
class AnybodyReadsAResultIT {

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private VoteFixtures fixtures;

    @BeforeEach
    void fixtures() {
        fixtures = VoteFixtures.in(context);
    }

    @AfterEach
    void restoreTime() {
        fixtures.restoreTime();
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"390, zh", "1280, zh", "390, en", "1280, en"})
    void seesOutcomeBarsCandidatesAndDays(int width, String language) {
        boolean chinese = language.equals("zh");
        Vote vote = CountedVotes.ofEachKind(context, fixtures);
        try (Pages pages = new Pages(port, width, language)) {
            pages.open("/votes/" + vote.id() + "/result")
                    .assertText(chinese ? "通过" : "Passed")
                    .assertText("210 / 300")
                    .assertText(chinese ? "当选" : "Elected")
                    .assertText(chinese ? "选定：甲物业服务有限公司" : "Adopted: 甲物业服务有限公司")
                    .assertText("2024-04-07")
                    .picture("result-" + width + "-" + language);
            pages.open("/decisions/" + vote.id() + "-2")
                    .assertText(chinese ? "查看本次表决的全部 3 项议题" : "See all 3 decisions of this vote")
                    .picture("decision-" + width + "-" + language);
            pages.open("/figures/online-decisions")
                    .assertText(chinese ? "一项决定是一个议题" : "One decision is one item put to the vote");
        }
    }
}
