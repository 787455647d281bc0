package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportTests {

    private static String printed(Report report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysWhetherALimitIsKept() {
        Report report = new Report()
                .atMost("exact", 50, 50, Unit.MILLISECONDS)
                .atMost("above", 50.1, 50, Unit.MILLISECONDS)
                .atMostTimes("grown", 3, "city", 1, 3, Unit.SECONDS)
                .atMostTimes("overgrown", 3.1, "city", 1, 3, Unit.SECONDS);

        assertThat(printed(report).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "what measured peer or limit ratio verdict",
                        "exact 50.0 ms at most 50.0 ms 1.00 within",
                        "above 50.1 ms at most 50.0 ms 1.00 OVER",
                        "grown 3.00 s city 1.00 s, at most 3 times 3.00 within",
                        "overgrown 3.10 s city 1.00 s, at most 3 times 3.10 OVER");
    }

    @Test
    void alignsItsColumnsAndEndsWithNotes() {
        Report report =
                new Report().against("load", 10, "COPY", 4, Unit.SECONDS).note("Once.");

        assertThat(printed(report)).isEqualTo("""
                what  measured  peer or limit  ratio  verdict
                load  10.00 s   COPY 4.00 s    2.50   -
                Once.
                """);
    }
}
