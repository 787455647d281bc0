package org.linli.decisions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.Outcome;
import org.linli.rules.decisions.Verdict;

class TallyFormTests {
    @ParameterizedTest
    @CsvSource({
        "ORDINARY, 8000.01, 101, PASSED",
        "ORDINARY, 8000.00, 101, REJECTED",
        "ORDINARY, 8000.01, 100, REJECTED",
        "SPECIAL, 12000, 150, PASSED",
        "SPECIAL, 11999.99, 150, REJECTED",
        "SPECIAL, １２０００㎡, 150人, PASSED" // as a Chinese keyboard writes it
    })
    void answersByTheRulesOfTheRealCount(DecisionClass decisionClass, String area, String heads, Outcome outcome) {
        WouldItPassPage page = TallyForm.answer(decisionClass, typed("24000", "300", "16000", "200", area, heads));

        assertThat(page.isWrong()).isFalse();
        assertThat(Objects.requireNonNull(page.verdict()).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "totalArea, '', BLANK",
        "totalArea, many, NOT_A_NUMBER",
        "totalArea, -1, NEGATIVE",
        "totalArea, 0, NOBODY",
        "totalHeads, 0, NOBODY",
        "votedArea, 24000.01, MORE_VOTED_THAN_MAY_VOTE",
        "votedHeads, 301, MORE_VOTED_THAN_MAY_VOTE",
        "agreedArea, 16000.01, MORE_AGREED_THAN_VOTED",
        "agreedHeads, 201, MORE_AGREED_THAN_VOTED",
        "agreedArea, 8000.001, TOO_PRECISE",
        "agreedHeads, 100.5, TOO_PRECISE",
        "agreedHeads, 99999999999, TOO_LARGE"
    })
    void saysWhatIsWrongBesideTheFieldAndKeepsWhatWasTyped(String field, String text, String problem) {
        Map<String, String> typed = typed("24000", "300", "16000", "200", "8000", "100");
        typed.put(field, text);

        WouldItPassPage page = TallyForm.answer(DecisionClass.ORDINARY, typed);

        assertThat(page.verdict()).isNull();
        assertThat(page.inputs()).allSatisfy(input -> assertThat(input.value()).isEqualTo(typed.get(input.name())));
        assertThat(page.inputs())
                .filteredOn(input -> input.name().equals(field))
                .extracting(WouldItPassPage.Input::problem)
                .containsExactly("decisions.wrong." + problem);
    }

    @Test
    void complainsOfNothingBeforeAnybodyAsked() {
        WouldItPassPage page = TallyForm.answer(DecisionClass.ORDINARY, Map.of());

        assertThat(page.isWrong()).isFalse();
        assertThat(page.verdict()).isNull();
    }

    @Test
    void aBarReachesItsLineOnlyWhenTheThresholdIsMet() {
        @Nullable
        Verdict verdict = TallyForm.answer(DecisionClass.SPECIAL, typed("24000", "300", "15999.99", "200", "0", "0"))
                .verdict();

        assertThat(Objects.requireNonNull(verdict).fractions())
                .extracting(WouldItPassPage::bar, WouldItPassPage::line)
                .containsExactly(tuple(651, 666), tuple(666, 666), tuple(0, 750), tuple(0, 750));
    }

    private static Map<String, String> typed(
            String totalArea, String totalHeads, String votedArea, String votedHeads, String area, String heads) {
        return new HashMap<>(Map.of(
                "totalArea", totalArea,
                "totalHeads", totalHeads,
                "votedArea", votedArea,
                "votedHeads", votedHeads,
                "agreedArea", area,
                "agreedHeads", heads));
    }
}
