package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.bench.Timeline.Phase;

class TimelineTests {

    private static Map<Phase, Double> everySecond() {
        Map<Phase, Double> ends = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            ends.put(phase, phase.ordinal() + 1.0);
        }
        return ends;
    }

    @Test
    void splitsTheWholeIntoItsPhases() {
        Map<Phase, Double> ends = everySecond();
        ends.put(Phase.PAGE, 9.5);
        Timeline timeline = new Timeline(ends);

        assertThat(timeline.total()).isEqualTo(9.5);
        assertThat(timeline.seconds(Phase.JVM)).isEqualTo(1);
        assertThat(timeline.seconds(Phase.PAGE)).isEqualTo(3.5);
    }

    @Test
    void refusesAPhaseThatIsMissingOrEndsBeforeTheOneBeforeIt() {
        Map<Phase, Double> without = everySecond();
        without.remove(Phase.BEANS);
        Map<Phase, Double> swapped = everySecond();
        swapped.put(Phase.DATABASE, 0.5);

        assertThatIllegalArgumentException().isThrownBy(() -> new Timeline(without));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timeline(swapped));
    }
}
