package org.linli.divisions;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.linli.platform.home.Progress;
import org.linli.platform.settings.Portal;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the shipped tree of Taizhou on the first start, unless this installation governs another city. */
@Component
@Order(0)
class DivisionSeed implements ApplicationRunner {

    private static final String FILE = "/divisions/taizhou-divisions.csv";
    private static final String TAIZHOU = "3310";

    private final Divisions divisions;
    private final Portal portal;
    private final Progress progress;

    DivisionSeed(Divisions divisions, Portal portal, Progress progress) {
        this.divisions = divisions;
        this.portal = portal;
        this.progress = progress;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!portal.division().equals(TAIZHOU) || divisions.find(portal.home()).isPresent()) {
            return;
        }
        progress.say("Loading the division tree of Taizhou");
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(DivisionSeed.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8)) {
            divisions.load(file, rows -> {});
        }
    }
}
