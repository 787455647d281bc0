package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.registry.city.City;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@LinliTest
class CityTests {

    private static final LocalDate DAY = LocalDate.of(2023, 11, 2);

    @Autowired
    City city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String before = "";

    @AfterEach
    void restored() {
        RequestContextHolder.resetRequestAttributes();
        rename(before);
    }

    /**
     * A correction is tried out and rolled back to show what it would move. The page that shows it reads the city once more in the same
     * request; the next change of the registry gets the number that the rolled back one had, and must be seen all the same.
     */
    @Test
    void aPreviewThatWasRolledBackHidesNoLaterChange() {
        before = name();
        begin();
        transaction.executeWithoutResult(status -> {
            write("试改名");
            assertThat(name()).isEqualTo("试改名");
            status.setRollbackOnly();
        });
        assertThat(name()).isEqualTo(before);

        rename("真改名");

        begin();
        assertThat(name()).isEqualTo("真改名");
    }

    private static void begin() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    private void rename(String to) {
        transaction.executeWithoutResult(status -> write(to));
    }

    private void write(String name) {
        city.changed();
        jdbc.sql("update linli.community_version set name = :name where community_id = 900 and superseded_at is null")
                .param("name", name)
                .update();
    }

    private String name() {
        return city.on(DAY).find(900).orElseThrow().name();
    }
}
