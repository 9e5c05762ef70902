package org.cometkv.node.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schedule of faults: a function of the settings, seed included. */
class FaultEventTest {

    @ParameterizedTest
    @EnumSource(Fault.class)
    void schedule_isOrdered_andEndsBeforeTheLoadDoes(Fault fault) {
        ChaosSettings settings = ChaosSettings.of(fault, false).withSeconds(300).complete();
        List<FaultEvent> schedule = FaultEvent.schedule(settings);

        assertThat(settings.mistake()).isEmpty();
        assertThat(schedule)
                .isNotEmpty()
                .isSortedAccordingTo((one, other) -> Long.compare(one.atMillis(), other.atMillis()));
        assertThat(schedule).allSatisfy(event -> {
            assertThat(event.atMillis()).isBetween(0L, 300_000L);
            assertThat(event.nodes())
                    .isNotEmpty()
                    .allSatisfy(node -> assertThat(node).isBetween(0, 4));
        });
        assertThat(FaultEvent.schedule(settings)).isEqualTo(schedule);
    }

    @Test
    void killedNode_isStartedFiveSecondsLater() {
        List<FaultEvent> schedule = FaultEvent.schedule(ChaosSettings.of(Fault.KILL, false));

        assertThat(schedule).extracting(FaultEvent::atMillis).containsExactly(20_000L, 25_000L, 40_000L, 45_000L);
        assertThat(schedule.get(0).action()).isEqualTo(FaultEvent.Action.KILL);
        assertThat(schedule.get(1).action()).isEqualTo(FaultEvent.Action.START);
        assertThat(schedule.get(1).nodes()).isEqualTo(schedule.get(0).nodes());
    }

    @Test
    void cuts_leaveAMajority() {
        for (long seed = 0; seed < 100; seed++) {
            ChaosSettings settings =
                    ChaosSettings.of(Fault.PARTITION, false).withSeed(seed).withSeconds(300);
            assertThat(FaultEvent.schedule(settings))
                    .as("seed " + seed)
                    .allSatisfy(event ->
                            assertThat(event.nodes()).hasSizeBetween(1, 2).doesNotHaveDuplicates());
        }
    }

    @Test
    void rollingRestart_takesEachNodeOnce() {
        ChaosSettings settings = ChaosSettings.of(Fault.ROLLING, false).complete();

        assertThat(FaultEvent.schedule(settings))
                .extracting(event -> event.nodes().get(0))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    void otherSeed_hitsOthers() {
        ChaosSettings settings = ChaosSettings.of(Fault.KILL, false).withSeconds(300);

        assertThat(FaultEvent.schedule(settings.withSeed(2))).isNotEqualTo(FaultEvent.schedule(settings));
    }
}
