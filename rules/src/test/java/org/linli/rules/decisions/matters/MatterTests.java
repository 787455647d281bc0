package org.linli.rules.decisions.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.law.LawSource;

class MatterTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D1 | ORDINARY | CIVIL_CODE | 278 ¶1(1)",
                "D2 | ORDINARY | CIVIL_CODE | 278 ¶1(2)",
                "D3 | ORDINARY | CIVIL_CODE | 278 ¶1(3)",
                "D4 | ORDINARY | CIVIL_CODE | 278 ¶1(4)",
                "D5 | ORDINARY | CIVIL_CODE | 278 ¶1(5)", // using the fund
                "D6 | SPECIAL | CIVIL_CODE | 278 ¶1(6)", // raising it
                "D7 | SPECIAL | CIVIL_CODE | 278 ¶1(7)",
                "D8 | SPECIAL | CIVIL_CODE | 278 ¶1(8)",
                "D9 | ORDINARY | CIVIL_CODE | 278 ¶1(9)",
                "D9a-revenue | ORDINARY | TAIZHOU_REGULATION | 45",
                "D9a-committee-funds | ORDINARY | TAIZHOU_REGULATION | 23, 26",
                "D9a-supervision | ORDINARY | TAIZHOU_REGULATION | 29",
                "D9a-area | ORDINARY | TAIZHOU_REGULATION | 12",
                "D9a-fee | ORDINARY | CIVIL_CODE | 278 ¶1(9)",
                "D9a-parking | ORDINARY | TAIZHOU_REGULATION | 48",
                "D9a-audit | ORDINARY | TAIZHOU_REGULATION | 23",
                "D9a-self-management | ORDINARY | CIVIL_CODE | 278 ¶1(9), 284"
            })
    void eachMatterHasItsClassAndArticle(String code, DecisionClass expected, LawSource source, String articles) {
        Matter matter = Matter.findByCode(code).orElseThrow();

        assertThat(matter.code()).isEqualTo(code);
        assertThat(matter.admission())
                .isEqualTo(new Admission.Vote(expected, org.linli.rules.law.Citation.read(source, articles)));
    }

    @Test
    void turningAHouseIntoAShopIsNoMatterForAVote() {
        Matter matter = Matter.findByCode("DX").orElseThrow();

        assertThat(matter.admission()).isInstanceOf(Admission.NoVote.class);
        assertThat(matter.admission().citation().articles()).isEqualTo("279");
    }

    @Test
    void anUnknownCodeIsNoMatter() {
        assertThat(Matter.findByCode("D10")).isEmpty();
    }

    @Test
    void committeeRulesAndCovenantAreFiledAndNothingElse() {
        assertThat(Arrays.stream(Matter.values()).filter(Matter::isFiled))
                .containsExactlyInAnyOrder(Matter.COMMITTEE, Matter.RULES_OF_PROCEDURE, Matter.COVENANT);
    }
}
