package org.linli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What fails is logged with its cause, and neither names a person, a telephone or an identity number. */
@LinliTest
class LogPrivacyTests {

    private static final Logger LOG = LoggerFactory.getLogger(LogPrivacyTests.class);
    private static final Pattern PHONE = Pattern.compile("(?<![0-9A-Za-z.])(?:\\+?86)?1[3-9]\\d{9}(?![0-9A-Za-z.])");
    private static final Pattern IDENTITY =
            Pattern.compile("(?<![0-9A-Za-z])[1-9]\\d{5}(?:19|20)\\d{9}[0-9X](?![0-9A-Za-z])");
    private static final List<String> PERSONAL = List.of("欧阳明月", "13812345678", "331002199001011234");

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRowThatTheDatabaseRefusesIsNotQuoted() throws IOException {
        Throwable refused = catchThrowable(() -> {
            for (int twice = 0; twice < 2; twice++) {
                jdbc.sql("insert into platform.setting (name, value) values (:name, 'x')")
                        .param("name", String.join(" ", PERSONAL))
                        .update();
            }
        });
        jdbc.sql("update platform.setting set name = 'test of the log' where name = :name")
                .param("name", String.join(" ", PERSONAL))
                .update();

        LOG.error("incident {}", "LOGTEST1", refused);

        String line = lines().stream()
                .filter(logged -> logged.contains("LOGTEST1"))
                .findFirst()
                .orElseThrow();
        assertThat(line).contains("duplicate key").doesNotContain(PERSONAL);
    }

    @Test
    void noLineSoFarHoldsAPhoneOrAnIdentityNumber() throws IOException {
        LOG.error("incident {}", "LOGTEST2");

        assertThat(lines())
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line).doesNotContainPattern(PHONE).doesNotContainPattern(IDENTITY));
    }

    @Test
    void thePatternsWouldFindThem() {
        assertThat("of 13812345678 ").containsPattern(PHONE);
        assertThat("+8613812345678").containsPattern(PHONE);
        assertThat("\"331002199001011234\"").containsPattern(IDENTITY);
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(file());
    }

    /** The file that the running application logs to. */
    private static Path file() {
        var root = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Iterable<Appender<ILoggingEvent>> appenders = root::iteratorForAppenders;
        return StreamSupport.stream(appenders.spliterator(), false)
                .filter(FileAppender.class::isInstance)
                .map(appender -> Path.of(((FileAppender<?>) appender).getFile()))
                .findFirst()
                .orElseThrow();
    }
}
