package org.linli.rules.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTextTests {
    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "枫叶府（东区）, 枫叶府（东区）",
        "枫叶府(东区), 枫叶府（东区）",
        "枫叶府 (东 区), 枫叶府（东区）",
        "'星光新村 ', 星光新村",
        "星 光 新 村, 星光新村",
        "Ａ座 公寓, A座公寓",
        "Green Park 花园, Green Park 花园",
        "'', ''"
    })
    void cleansNames(String name, String clean) {
        assertThat(NameText.clean(name)).isEqualTo(clean);
    }

    @ParameterizedTest(name = "{0} and {1} share a key: {2}")
    @CsvSource({
        "枫叶府（东区）, 枫叶府东区, true",
        "枫叶府【东区】, 枫叶府(东区), true",
        "星光 新村, 星光新村, true",
        "星光·新村, 星光新村, true",
        "Green Park, greenpark, true",
        "星光住宅小区, 星光小区, true",
        "星光居住区, 星光小区, true",
        "星光小区, 星光, false",
        "星光花园, 星光, false",
        "星光花园, 星光小区, false",
        "星光第一期, 星光1期, true",
        "星光一期, 星光第1期, true",
        "星光十期, 星光10期, true",
        "星光二区, 星光2区, true",
        "星光一期, 星光二期, false",
        "第一人家, 1人家, false"
    })
    void likelyDuplicatesShareAKey(String a, String b, boolean same) {
        assertThat(NameText.key(a).equals(NameText.key(b))).isEqualTo(same);
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "abc, '', 3",
        "星光新村, 星光新村, 0",
        "星光新村, 星光新邨, 1",
        "星光新村, 星光村, 1",
        "星光新村, 光星新村, 1",
        "ca, abc, 2",
        "kitten, sitting, 3",
        "a cat, an abct, 3",
        "𠮷田, 吉田, 1"
    })
    void countsEdits(String a, String b, int distance) {
        assertThat(NameText.distance(a, b)).isEqualTo(distance);
        assertThat(NameText.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void distanceIsAMetric() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            String a = word(random);
            String b = word(random);
            String c = word(random);
            int ab = NameText.distance(a, b);

            assertThat(ab == 0).as("seed %d, %s, %s", seed, a, b).isEqualTo(a.equals(b));
            assertThat(ab).as("seed %d, %s, %s", seed, a, b).isEqualTo(NameText.distance(b, a));
            assertThat(NameText.distance(a, c))
                    .as("seed %d, %s, %s, %s", seed, a, b, c)
                    .isLessThanOrEqualTo(ab + NameText.distance(b, c));
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(7);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }
}
