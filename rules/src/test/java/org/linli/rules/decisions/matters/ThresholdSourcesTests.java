package org.linli.rules.decisions.matters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThresholdSourcesTests {
    @Test
    void aCityAddsItsOwnArticleToTheCivilCode() {
        RulePack taizhou = RulePacks.TAIZHOU_2021;
        RulePack elsewhere = new RulePack("elsewhere", "3301", taizhou.inForceFrom(), taizhou.entries());

        assertThat(ThresholdSources.codes(taizhou))
                .containsExactly("CIVIL_CODE 278", "CIVIL_CODE 1259", "TAIZHOU_REGULATION 16");
        assertThat(ThresholdSources.codes(elsewhere)).containsExactly("CIVIL_CODE 278", "CIVIL_CODE 1259");
    }
}
