package org.linli.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.support.GenericApplicationContext;

/** What a start prints can be opened as it is. */
class ReadyAnnouncementTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/linli, http://localhost:0/linli", "/, http://localhost:0", "'', http://localhost:0"})
    void namesTheSubPathInEveryAddress(String path, String address) {
        List<String> said = new ArrayList<>();
        ReadyNote link = at -> List.of(at + "/setup?token=t");

        new ReadyAnnouncement(new Progress(said::add), List.of(link), path)
                .announce(new ApplicationReadyEvent(
                        new SpringApplication(), new String[0], new GenericApplicationContext(), Duration.ZERO));

        assertThat(said).containsExactly("", "Linli is ready: " + address, address + "/setup?token=t");
    }
}
