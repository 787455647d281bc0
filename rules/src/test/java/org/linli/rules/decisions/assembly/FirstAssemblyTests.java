package org.linli.rules.decisions.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstAssemblyTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "60 % at once,                      6000, 10000, 2023-11-01, true",
        "a hundredth of a square metre less, 5999, 10000, 2023-11-01, false",
        "60 % without a day,                6000, 10000, ,           true",
        "30 % on the day two years after,   3000, 10000, 2021-11-02, true",
        "30 % a day earlier,                3000, 10000, 2021-11-03, false",
        "less than 30 %,                    2999, 10000, 2010-01-01, false",
        "30 % without a day,                3000, 10000, ,           false",
        "nothing built,                     0,    0,     2010-01-01, false",
        "thirds are not rounded,            1999, 3333,  2023-11-01, false",
        "nor here,                          2000, 3333,  2023-11-01, true"
    })
    void isDueBySoldAreaAndTime(
            String name, long delivered, long total, @Nullable LocalDate firstDelivery, boolean due) {
        assertThat(FirstAssembly.isDue(delivered, total, firstDelivery, LocalDate.of(2023, 11, 2)))
                .isEqualTo(due);
    }

    @Test
    void refusesMoreDeliveredThanThereIs() {
        LocalDate today = LocalDate.of(2023, 11, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> FirstAssembly.isDue(2, 1, null, today));
        assertThatIllegalArgumentException().isThrownBy(() -> FirstAssembly.isDue(-1, 1, null, today));
    }
}
