package org.linli.rules.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTests {
    @Test
    void bringsATextIntoOneForm() {
        assertThat(Texts.normalise("\uFEFF　星光新村 \t\n 二期（Ａ区）\u00A0")).isEqualTo("星光新村 二期(A区)");
        assertThat(Texts.normalise("１\u200B２")).isEqualTo("12");
        assertThat(Texts.normalise(" \u3000")).isEmpty();
        assertThat(Texts.normalise("a b")).isEqualTo("a b");
        assertThat(Texts.compact(" a b　c ")).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "无", "/", "／", "-", "－", "--", "—", "——", "\\", "没有", " 暂无 ", "无物业"})
    void knowsHowNothingIsWritten(String text) {
        assertThat(Texts.saysNone(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "无锡物业", "有", "//"})
    void takesNothingElseForNothing(String text) {
        assertThat(Texts.saysNone(text)).isFalse();
    }
}
