package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... arguments) throws Exception {
        return Bench.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @Test
    void listsEveryBenchmarkWhenNoneIsNamed() throws Exception {
        assertThat(run()).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "pages ",
                        "homes-import [ROWS] ",
                        "roll-freeze [HOMES] ",
                        "proofs [OWNERS] ",
                        "record [LINES] ",
                        "divisions ",
                        "start [ROUNDS] ",
                        "insert [SECONDS] ");
    }

    @Test
    void answersAnUnknownNameWithTheListAndTwo() throws Exception {
        assertThat(run("speed")).isEqualTo(2);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("unknown benchmark 'speed'", "homes-import");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000", "many", "1.5"})
    void refusesACountThatIsNone(String count) {
        assertThatThrownBy(() -> run("homes-import", count))
                .isInstanceOfSatisfying(
                        BenchRefused.class,
                        refused -> assertThat(refused.isUsage()).isTrue());
    }

    @Test
    void refusesAnArgumentThatABenchmarkDoesNotTake() {
        assertThatThrownBy(() -> run("pages", "3")).hasMessage("pages takes no argument");
    }
}
