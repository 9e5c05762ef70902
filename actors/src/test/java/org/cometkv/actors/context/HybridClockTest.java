package org.cometkv.actors.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.aso.Version;
import org.junit.jupiter.api.Test;

class HybridClockTest {

    /** What a wall clock and a process show, which a test moves on. */
    private final QuietNode.StandingClock time = new QuietNode.StandingClock() {
        @Override
        public long nanos() {
            return millis * 1_000_000;
        }

        @Override
        public long wallMillis() {
            return 0;
        }
    };

    private long millis;
    private final HybridClock clock = new HybridClock(Replicas.node(1).id(), time, Duration.ofSeconds(60));

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
    void wallClockAnHourAheadForAMoment_leavesVersionsAtMostAMinuteAhead_andTimeCatchesUp() {
        millis = 10_000;
        assertThat(clock.next(3_610_000).millis()).isEqualTo(70_000);
        assertThat(clock.observe(200_000L << Version.COUNTER_BITS, 3_610_000, 60_000))
                .as("another one's, which only the wrong wall clock would take")
                .isFalse();
        millis = 20_000;
        assertThat(clock.next(3_620_000).millis()).isEqualTo(80_000);

        millis = 30_000;
        Version back = clock.next(30_000);
        assertThat(back.millis()).isEqualTo(80_000);
        millis = 90_000;
        assertThat(clock.next(90_000).millis()).isEqualTo(90_000);
    }

    @Test
    void wallClockThatJumpsWithinTheBound_isFollowed_andOneThatGoesBackToo() {
        assertThat(clock.next(60_000).millis()).isEqualTo(60_000);
        assertThat(clock.next(120_000).millis()).isEqualTo(120_000);

        clock.next(1_000);
        assertThat(clock.observe(61_001L << Version.COUNTER_BITS, 1_000, 60_000))
                .as("the clock was set back")
                .isFalse();
        assertThat(clock.next(200_000).millis()).as("a jump ahead from there").isEqualTo(120_000);
    }

    @Test
    void wallClockThatStaysAhead_wasSetRight_andIsFollowedAfterAWhile() {
        clock.next(3_600_000);
        millis = WallFence.LASTING_MILLIS - 1;
        assertThat(clock.next(3_600_000 + millis).millis()).isEqualTo(60_000 + millis);

        millis = WallFence.LASTING_MILLIS;
        assertThat(clock.next(3_600_000 + millis).millis()).isEqualTo(3_600_000 + millis);
    }

    @Test
    void next_followsTheWallClock() {
        clock.next(1_000);

        assertThat(clock.next(2_000).millis()).isEqualTo(2_000);
    }

    @Test
    void clockThatGoesOn_isAboveItsMark() {
        long mark = 8_000L << Version.COUNTER_BITS;
        List<Long> reserved = new ArrayList<>();
        clock.goOn(mark, reserved::add);

        assertThat(clock.next(1_000).clock()).isGreaterThan(mark);
        assertThat(reserved).singleElement().satisfies(upTo -> assertThat(upTo).isGreaterThan(mark));
    }

    @Test
    void versions_areReservedLongBeforeTheyAreGiven() {
        List<Long> reserved = new ArrayList<>();
        clock.goOn(0, reserved::add);
        for (int i = 0; i < 600; i++) {
            millis += 100;
            long given = clock.next(millis).clock();
            long upTo = reserved.get(reserved.size() - 1);
            assertThat(upTo - given).isGreaterThan(4_000L << Version.COUNTER_BITS);
        }
        assertThat(reserved).hasSizeLessThan(15);
    }
}
