package org.linli.decisions.scrutiny;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LotTests {

    private static final String SEED = "00112233445566778899aabbccddeeff";
    private static final List<Integer> PAPERS =
            IntStream.rangeClosed(1, 100).boxed().toList();

    /** The numbers were drawn by {@code sha256sum} in a shell, not by this code. */
    @Test
    void anybodyDrawsTheSame() {
        assertThat(Lot.draw(SEED, "4631", PAPERS, 5)).containsExactly(32, 63, 24, 17, 73);
        assertThat(Lot.draw(SEED, "4631", PAPERS.reversed(), 5)).containsExactly(32, 63, 24, 17, 73);
    }

    @Test
    void otherDigitsDrawOthersAndNoPaperTwice() {
        assertThat(Lot.draw(SEED, "4632", PAPERS, 5)).isNotEqualTo(Lot.draw(SEED, "4631", PAPERS, 5));
        assertThat(Lot.draw(SEED, "4631", PAPERS, 500)).containsExactlyInAnyOrderElementsOf(PAPERS);
    }
}
