package org.cometkv.actors.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.RecentUpdates;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;

class UpdateLogTest {

    private static final long KEPT = 45_000;
    private static final long NOW = 1_700_000_000_000L;

    private final UpdateLog log = new UpdateLog(KEPT);

    @Test
    void anUpdateIsRemembered_untilItsAge_andThenTooOldToTell() {
        log.add(version(0), Optional.empty(), NOW);

        log.forgetOld(NOW + KEPT);
        assertThat(log.has(version(0))).isTrue();
        log.forgetOld(NOW + KEPT + 1);
        assertThat(log.has(version(0))).isFalse();
        assertThat(log.mayHaveForgotten(version(0), NOW)).isTrue();
        assertThat(log.mayHaveForgotten(version(1), NOW)).isFalse();
    }

    @Test
    void anUpdateMayBeForgotten_twoSecondsBeforeItIs() {
        assertThat(log.mayHaveForgotten(version(0), NOW + KEPT - 2_000)).isFalse();
        assertThat(log.mayHaveForgotten(version(0), NOW + KEPT - 1_999)).isTrue();
    }

    @Test
    void ofUpdatesAtTheBound_allAreRemembered_andOneMoreForgetsTheOldest() {
        for (int i = 0; i < RecentUpdates.COUNT_MAX; i++) {
            log.add(version(i), Optional.empty(), NOW);
        }
        assertThat(log.has(version(0))).isTrue();
        assertThat(log.recent().forgotten()).isEmpty();

        log.add(version(RecentUpdates.COUNT_MAX), Optional.empty(), NOW);

        assertThat(log.has(version(0))).isFalse();
        assertThat(log.recent().forgotten()).contains(version(0));
        assertThat(log.recent().updates()).hasSize(RecentUpdates.COUNT_MAX);
    }

    @Test
    void valuesAtTheBound_areAllRemembered_andOneMoreForgetsTheOldest() {
        int half = RecentUpdates.BYTES_MAX / 2 - 8;
        log.add(version(0), call(half), NOW);
        log.add(version(1), call(half), NOW);
        assertThat(log.has(version(0))).isTrue();

        log.add(version(2), call(64), NOW);

        assertThat(log.has(version(0))).isFalse();
        assertThat(log.has(version(1))).isTrue();
    }

    @Test
    void aLogThatTravelled_isAsItWas() {
        log.add(version(2), call(4), NOW);
        log.add(version(1), Optional.empty(), NOW);

        UpdateLog arrived = UpdateLog.of(log.recent(), KEPT);

        assertThat(arrived.recent()).isEqualTo(log.recent());
        assertThat(arrived.has(version(1))).isTrue();
    }

    @Test
    void whatIsLacking_canRun_andWasNotForgottenThere() {
        log.add(version(1), call(1), NOW);
        log.add(version(2), Optional.empty(), NOW);
        log.add(version(3), call(1), NOW);
        log.add(version(4), call(1), NOW);
        UpdateLog other = UpdateLog.of(
                new RecentUpdates(
                        List.of(new RecentUpdates.Update(version(3), Optional.empty())), Optional.of(version(1))),
                KEPT);

        assertThat(UpdateLog.lacking(log.recent(), other, NOW))
                .extracting(RecentUpdates.Update::version)
                .containsExactly(version(4));
    }

    private static Version version(long millis) {
        return new Version((NOW + millis) << Version.COUNTER_BITS, NodeId.of("writer"));
    }

    private static Optional<RecentUpdates.Call> call(int bytes) {
        return Optional.of(new RecentUpdates.Call(Replicas.caller(), Value.of("x".repeat(bytes))));
    }
}
