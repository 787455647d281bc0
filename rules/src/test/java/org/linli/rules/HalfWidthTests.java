package org.linli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfWidthTests {
    @Test
    void everyFullWidthFormHasItsAsciiTwin() {
        for (char ascii = '!'; ascii <= '~'; ascii++) {
            assertThat(HalfWidth.of(String.valueOf((char) (ascii + 0xFEE0)))).isEqualTo(String.valueOf(ascii));
        }
    }

    @Test
    void neighboursOfTheBlockStayAsTheyAre() {
        assertThat(HalfWidth.of("\uFF00\uFF5F、。㎡幢 A1")).isEqualTo("\uFF00\uFF5F、。㎡幢 A1");
    }

    @ParameterizedTest
    @ValueSource(
            chars = {' ', '\t', '\n', '\u3000', '\u00A0', '\u202F', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF'})
    void spacesAndZeroWidthMarksAreSpaces(char c) {
        assertThat(HalfWidth.isSpace(c)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(chars = {'a', '0', '-', '一', '\u200E', '\u2061', '\uFEFE'})
    void inkIsNoSpace(char c) {
        assertThat(HalfWidth.isSpace(c)).isFalse();
    }

    @Test
    void anOrdinarySpaceTakesRoom() {
        assertThat(HalfWidth.isZeroWidth(' ')).isFalse();
        assertThat(HalfWidth.isZeroWidth('\u200A')).isFalse();
    }
}
