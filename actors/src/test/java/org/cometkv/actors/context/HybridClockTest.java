package org.cometkv.actors.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.actors.requests.Replicas;
import org.cometkv.aso.Version;
import org.junit.jupiter.api.Test;

class HybridClockTest {

    private final HybridClock clock = new HybridClock(Replicas.node(1).id());

    @Test
    void next_isAlwaysNewer_whateverTheWallClockDoes() {
        Version first = clock.next(1_000);
        Version second = clock.next(1_000);
        Version third = clock.next(900);

        assertThat(second.isNewerThan(first)).isTrue();
        assertThat(third.isNewerThan(second)).isTrue();
        assertThat(third.millis()).isEqualTo(1_000);
    }

    @Test
    void next_isNewerThanWhatWasObserved() {
        Version seen =
                new Version(5_000L << Version.COUNTER_BITS, Replicas.node(2).id());
        assertThat(clock.observe(seen.clock(), 1_000, 60_000)).isTrue();

        assertThat(clock.next(1_000).isNewerThan(seen)).isTrue();
    }

    @Test
    void observe_atTheBoundPasses_oneOverIsRefused() {
        assertThat(clock.observe(61_000L << Version.COUNTER_BITS, 1_000, 60_000))
                .isTrue();
        assertThat(clock.observe(61_001L << Version.COUNTER_BITS, 1_000, 60_000))
                .isFalse();
        assertThat(clock.last()).isEqualTo(61_000L << Version.COUNTER_BITS);
    }

    @Test
    void next_followsTheWallClock() {
        clock.next(1_000);

        assertThat(clock.next(2_000).millis()).isEqualTo(2_000);
    }
}
