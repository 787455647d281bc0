package org.linli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.linli.platform.settings.Settings;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LinliTest
class DemoGuardTests {

    @Autowired
    DemoGuard guard;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theDemoIsNeverShownAsARealCity() {
        assertThatCode(() -> guard.check(true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> guard.check(false)).hasMessageContaining("holds the demo city");
    }

    @Test
    void aRealCityIsNeverFilledWithTheDemo() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            settings.set(DemoGuard.BEGUN_AS, "REAL");
            assertThatThrownBy(() -> guard.check(true)).hasMessageContaining("begun without the demo city");
            assertThatCode(() -> guard.check(false)).doesNotThrowAnyException();
        });
    }

    @Test
    void aDatabaseInUseThatNeverLoadedTheDemoIsARealCity() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("update platform.setting set name = name || ' gone' where name in ('demo.loaded', :begun)")
                    .param("begun", DemoGuard.BEGUN_AS)
                    .update();
            assertThatThrownBy(() -> guard.check(true)).hasMessageContaining("begun without the demo city");
        });
    }

    @Test
    void aRehearsalAndTheLoadingOfDivisionsDecideNothing() {
        assertThat(DemoGuard.isForGood("rehearse")).isFalse();
        assertThat(DemoGuard.isForGood("divisions")).isFalse();
        assertThat(DemoGuard.isForGood("up", "--empty")).isTrue();
        assertThat(DemoGuard.isForGood()).isTrue();
    }
}
