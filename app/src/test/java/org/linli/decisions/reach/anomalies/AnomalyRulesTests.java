package org.linli.decisions.reach.anomalies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.decisions.casting.CastRequest.Channel;
import org.linli.decisions.reach.BallotsIn.Line;

/** Each kind at its limit and one below it. */
class AnomalyRulesTests {

    private static final AnomalyLimits LIMITS = new AnomalyLimits(3, 4, 2, 5, 10, 3, 2);
    private static final Instant NOON = Instant.parse("2023-10-12T04:00:00Z");

    private final List<Line> ballots = new ArrayList<>();
    private final Map<String, Instant> registered = new HashMap<>();
    private final Map<String, String> collectors = new HashMap<>();

    @Test
    void manyFromADeviceAtAVotingPointAreNotOddFromItsRegistrationOn() {
        registered.put("aaaa11112222", hour(1));
        cast(Channel.PHONE, 1L, "aaaa11112222", hour(0));
        cast(Channel.PHONE, 2L, "aaaa11112222", hour(1));
        cast(Channel.PHONE, 3L, "aaaa11112222", hour(2));
        cast(Channel.PHONE, 4L, "aaaa11112222", hour(3));
        assertThat(kinds()).isEmpty();

        registered.put("aaaa11112222", hour(3));
        assertThat(found())
                .singleElement()
                .satisfies(device -> assertThat(device.leaves()).containsExactly(0L, 1L, 2L));
    }

    @Test
    void manyFromOneDevice() {
        cast(Channel.PHONE, 1L, "aaaa11112222", hour(0));
        cast(Channel.PHONE, 2L, "aaaa11112222", hour(1));
        assertThat(kinds()).isEmpty();
        cast(Channel.PHONE, 3L, "aaaa11112222", hour(2));
        cast(Channel.PHONE, 4L, "bbbb", hour(3));

        assertThat(found()).singleElement().satisfies(device -> {
            assertThat(device.kind()).isEqualTo(Anomaly.Kind.DEVICE);
            assertThat(device.subject()).isEqualTo("aaaa1111");
            assertThat(device.leaves()).containsExactly(0L, 1L, 2L);
            assertThat(device.from()).isEqualTo(hour(0));
            assertThat(device.until()).isEqualTo(hour(2));
        });
    }

    @Test
    void manyFromOneAccountOnThePhoneAlone() {
        for (int i = 0; i < 3; i++) {
            cast(Channel.PHONE, 7L, "device" + i, hour(i));
        }
        cast(Channel.ASSISTED, 7L, null, hour(3));
        assertThat(kinds()).isEmpty();
        cast(Channel.PHONE, 7L, "device4", hour(4));

        assertThat(kinds()).containsExactly(Anomaly.Kind.ACCOUNT);
    }

    @Test
    void manyByOneCollectorAndNoneOfThoseThatOwnersBrought() {
        paper("01", "李四", hour(0));
        paper("02", null, hour(1));
        paper("03", null, hour(2));
        assertThat(kinds()).isEmpty();
        paper("04", "李四", hour(3));

        assertThat(found()).singleElement().satisfies(collector -> {
            assertThat(collector.kind()).isEqualTo(Anomaly.Kind.COLLECTOR);
            assertThat(collector.ballots()).isEqualTo(2);
        });
    }

    @Test
    void manyByOneProxy() {
        cast(Channel.PROXY, 9L, null, hour(0));
        cast(Channel.PROXY, 9L, null, hour(1));
        assertThat(kinds()).isEmpty();
        cast(Channel.PROXY, 9L, null, hour(2));

        assertThat(kinds()).containsExactly(Anomaly.Kind.PROXY);
    }

    @Test
    void aBurstIsOneRunHoweverLong() {
        for (int i = 0; i < 5; i++) {
            cast(
                    Channel.PHONE,
                    (long) i,
                    null,
                    NOON.plus(Duration.ofMinutes(i).multipliedBy(10).dividedBy(4)));
        }
        assertThat(kinds()).containsExactly(Anomaly.Kind.BURST); // exactly ten minutes
        cast(Channel.PHONE, 5L, null, NOON.plus(Duration.ofMinutes(11)));
        cast(Channel.PHONE, 6L, null, NOON.plus(Duration.ofHours(3)));

        assertThat(found())
                .singleElement()
                .satisfies(run -> assertThat(run.leaves()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L));
    }

    @Test
    void fiveInMoreThanTheMinutesAreNoBurstNorAreFivePapersEnteredAtOnce() {
        for (int i = 0; i < 5; i++) {
            cast(Channel.PHONE, (long) i, null, NOON.plus(Duration.ofSeconds(151L * i)));
            paper("0" + i, null, NOON.plusSeconds(i));
        }

        assertThat(kinds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-10-12T14:59:59Z, false", // 22:59:59 in China
        "2023-10-12T15:00:00Z, true", // 23:00
        "2023-10-12T21:59:59Z, true", // 05:59:59
        "2023-10-12T22:00:00Z, false" // 06:00
    })
    void theNightIsFromElevenToSix(Instant second, boolean odd) {
        cast(Channel.PHONE, 1L, null, Instant.parse("2023-10-12T16:30:00Z"));
        assertThat(kinds()).isEmpty();
        cast(Channel.PHONE, 2L, null, second);

        assertThat(kinds().contains(Anomaly.Kind.NIGHT)).isEqualTo(odd);
    }

    @Test
    void twoNightsAreCountedEachForItself() {
        cast(Channel.PHONE, 1L, null, Instant.parse("2023-10-12T16:30:00Z"));
        cast(Channel.PHONE, 2L, null, Instant.parse("2023-10-13T16:30:00Z"));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void noLimitCallsASingleBallotOdd() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AnomalyLimits(3, 4, 2, 5, 10, 3, 1));
    }

    private List<Anomaly> found() {
        return AnomalyRules.find(ballots, registered, collectors, LIMITS);
    }

    private List<Anomaly.Kind> kinds() {
        return found().stream().map(Anomaly::kind).toList();
    }

    private static Instant hour(int hours) {
        return NOON.plus(Duration.ofMinutes(20L * hours));
    }

    private void cast(Channel channel, long account, @Nullable String device, Instant at) {
        ballots.add(new Line("entry" + ballots.size(), 1, ballots.size(), channel, account, device, null, at));
    }

    private void paper(String serial, @Nullable String collector, Instant at) {
        if (collector != null) {
            collectors.put(serial, collector);
        }
        ballots.add(new Line("entry" + ballots.size(), 1, ballots.size(), Channel.PAPER, 1L, null, serial, at));
    }
}
