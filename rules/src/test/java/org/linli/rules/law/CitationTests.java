package org.linli.rules.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CitationTests {
    @Test
    void eachKindCarriesItsMark() {
        assertThat(Citation.read(LawSource.CIVIL_CODE, "278"))
                .isEqualTo(new Citation(LawSource.CIVIL_CODE, "278", Confidence.READ));
        assertThat(Citation.known(LawSource.GUIDING_RULES, "25").confidence()).isEqualTo(Confidence.KNOWN);
        assertThat(Citation.model(LawSource.MODEL_REGULATIONS, "杭州 20").confidence())
                .isEqualTo(Confidence.DEFAULT);
        assertThat(Citation.ownDefault()).isEqualTo(new Citation(LawSource.OWN_DEFAULT, "", Confidence.DEFAULT));
    }

    @Test
    void aSourceHasItsTitlesAndFile() {
        assertThat(LawSource.TAIZHOU_REGULATION.chinese()).isEqualTo("台州市物业管理条例");
        assertThat(LawSource.TAIZHOU_REGULATION.english()).isEqualTo("Taizhou property management regulation");
        assertThat(LawSource.TAIZHOU_REGULATION.file()).isEqualTo("taizhou-regulation");
    }
}
