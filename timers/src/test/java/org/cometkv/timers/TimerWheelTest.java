package org.cometkv.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimerWheelTest {

    private static final long TICK = 100;
    private static final int SLOTS = 8;

    private final TimerWheel wheel = new TimerWheel(TICK, SLOTS, 0);
    private final List<Integer> fired = new ArrayList<>();

    @Test
    void deadlineOnATick_firesAtItAndNotAMillisecondBefore() {
        int id = armedAt(300);

        wheel.poll(299, 10, fired::add);
        assertThat(fired).isEmpty();

        wheel.poll(300, 10, fired::add);
        assertThat(fired).containsExactly(id);
        assertThat(wheel.armed()).isZero();
    }

    @Test
    void deadlineBetweenTicks_firesAtTheNextTick() {
        int id = armedAt(201);

        wheel.poll(299, 10, fired::add);
        assertThat(fired).isEmpty();

        wheel.poll(300, 10, fired::add);
        assertThat(fired).containsExactly(id);
    }

    @Test
    void deadlineInThePast_firesAtTheNextTick() {
        wheel.poll(1_000, 10, fired::add);
        int id = armedAt(500);

        wheel.poll(1_099, 10, fired::add);
        assertThat(fired).isEmpty();

        wheel.poll(1_100, 10, fired::add);
        assertThat(fired).containsExactly(id);
    }

    @Test
    void deadlineManyRoundsAhead_staysUntilItsRound() {
        long deadline = 1_000 * SLOTS * TICK;
        int id = armedAt(deadline);

        for (long now = 0; now < deadline; now += TICK) {
            wheel.poll(now, 10, fired::add);
        }
        assertThat(fired).isEmpty();

        wheel.poll(deadline, 10, fired::add);
        assertThat(fired).containsExactly(id);
    }

    @Test
    void deadlineNever_disarms() {
        int id = armedAt(300);

        wheel.arm(id, TimerSchedule.NEVER);

        assertThat(wheel.armed()).isZero();
        wheel.poll(1_000, 10, fired::add);
        assertThat(fired).isEmpty();
    }

    @Test
    void startOfAnyOrigin_countsFromIt() {
        TimerWheel late = new TimerWheel(TICK, SLOTS, Long.MIN_VALUE + 7);
        int id = late.add();
        late.arm(id, Long.MIN_VALUE + 7 + TICK);
        late.arm(late.add(), Long.MAX_VALUE - 1);

        late.poll(Long.MIN_VALUE + 6 + TICK, 10, fired::add);
        assertThat(fired).isEmpty();

        late.poll(Long.MIN_VALUE + 7 + TICK, 10, fired::add);
        assertThat(fired).containsExactly(id);
    }

    @Test
    void armAgain_movesTheDeadline() {
        int id = armedAt(300);

        wheel.arm(id, 700);

        assertThat(wheel.armed()).isOne();
        wheel.poll(699, 10, fired::add);
        assertThat(fired).isEmpty();
        wheel.poll(700, 10, fired::add);
        assertThat(fired).containsExactly(id);
    }

    @Test
    void cancelled_neverFires() {
        int id = armedAt(300);

        assertThat(wheel.cancel(id)).isTrue();
        assertThat(wheel.cancel(id)).isFalse();

        wheel.poll(10_000, 10, fired::add);
        assertThat(fired).isEmpty();
    }

    @Test
    void sameTick_firesInOrderOfArming() {
        List<Integer> armed = IntStream.range(0, 50).mapToObj(i -> armedAt(300)).toList();

        wheel.poll(300, 50, fired::add);

        assertThat(fired).isEqualTo(armed);
    }

    @Test
    void moreDueThanTheLimit_carriesTheRestOver() {
        List<Integer> armed = IntStream.range(0, 25).mapToObj(i -> armedAt(300)).toList();

        assertThat(wheel.poll(300, 10, fired::add)).isEqualTo(10);
        assertThat(wheel.isBehind(300)).isTrue();
        assertThat(wheel.poll(300, 10, fired::add)).isEqualTo(10);
        assertThat(wheel.poll(300, 10, fired::add)).isEqualTo(5);

        assertThat(wheel.isBehind(300)).isFalse();
        assertThat(fired).isEqualTo(armed);
    }

    @Test
    void manyNotDueInOneBucket_areLookedAtOverSeveralPolls() {
        int limit = 2;
        int looks = limit * TimerWheel.LOOKS_PER_EXPIRY;
        IntStream.range(0, 2 * looks + 5).forEach(i -> armedAt(TICK + SLOTS * TICK));
        int due = armedAt(TICK);

        assertThat(wheel.poll(TICK, limit, fired::add)).isZero();
        assertThat(wheel.isBehind(TICK)).isTrue();
        // The timer at which the sweep stands goes away: the sweep stays there.
        wheel.cancel(looks - 1);
        assertThat(wheel.poll(TICK, limit, fired::add)).isZero();
        wheel.poll(TICK, limit, fired::add);

        assertThat(fired).containsExactly(due);
        assertThat(wheel.isBehind(TICK)).isFalse();
    }

    @Test
    void timeJumpsFarAhead_firesAllThatIsDueAndNothingElse() {
        int near = armedAt(300);
        int far = armedAt(1L << 40);
        int farther = armedAt((1L << 50) + 1);

        wheel.poll(1L << 50, 10, fired::add);

        assertThat(fired).containsExactlyInAnyOrder(near, far);
        wheel.poll((1L << 50) + TICK, 10, fired::add);
        assertThat(fired).endsWith(farther);
    }

    @Test
    void timeRunsBackwards_changesNothing() {
        wheel.poll(1_000, 10, fired::add);
        int id = armedAt(1_200);

        assertThat(wheel.poll(500, 10, fired::add)).isZero();
        assertThat(wheel.isBehind(500)).isFalse();

        wheel.poll(1_200, 10, fired::add);
        assertThat(fired).containsExactly(id);
    }

    @Test
    void callback_mayUseTheWheel() {
        int periodic = armedAt(100);
        int victim = armedAt(100);
        List<Integer> added = new ArrayList<>();

        wheel.poll(100, 100, id -> {
            fired.add(id);
            wheel.arm(id, 200);
            wheel.cancel(victim);
            IntStream.range(0, 200).forEach(i -> added.add(armedAt(200)));
        });

        assertThat(fired).containsExactly(periodic);
        fired.clear();
        wheel.poll(200, 1_000, fired::add);
        assertThat(fired).hasSize(201).startsWith(periodic).containsAll(added);
    }

    @Test
    void nextDue_isTheTickOfTheNextTimer_andNeverWithoutOne() {
        assertThat(wheel.nextDue()).isEqualTo(Long.MAX_VALUE);
        int later = armedAt(500);
        int sooner = armedAt(201);
        assertThat(wheel.nextDue()).isEqualTo(300);

        wheel.poll(300, 10, fired::add);
        assertThat(wheel.nextDue()).isEqualTo(500);
        wheel.cancel(later);

        assertThat(wheel.nextDue()).isEqualTo(Long.MAX_VALUE);
        wheel.arm(sooner, 700);
        assertThat(wheel.nextDue()).isEqualTo(700);
    }

    @Test
    void pollingOnlyWhenSomethingIsDue_firesEachTimerAtItsTick_andPassesEmptyRoundsInOne() {
        long far = 50 * SLOTS * TICK;
        armedAt(150);
        armedAt(far);
        armedAt(far + 350);
        List<Long> instants = new ArrayList<>();
        int polls = 0;
        for (long now = wheel.nextDue(); now != Long.MAX_VALUE; now = wheel.nextDue()) {
            long at = now;
            wheel.poll(now, 10, id -> instants.add(at));
            polls++;
        }

        assertThat(instants).containsExactly(200L, far, far + 400);
        assertThat(polls).isLessThanOrEqualTo(3 + 51);
    }

    @Test
    void nextDue_afterManyThatAreNot_isWhereToLookFurther() {
        int limit = 2;
        long far = 100 * SLOTS * TICK + TICK;
        IntStream.range(0, limit * TimerWheel.LOOKS_PER_EXPIRY + 1).forEach(i -> armedAt(far));
        armedAt(TICK);
        wheel.poll(TICK, limit, fired::add);

        wheel.poll(TICK, limit, fired::add);

        assertThat(wheel.nextDue()).isEqualTo(TICK + SLOTS * TICK);
    }

    @Test
    void timerThatMeetsABug_leavesTheOthersDueAtOnce() {
        armedAt(300);
        armedAt(300);

        assertThatIllegalStateException()
                .isThrownBy(() -> wheel.poll(300, 10, id -> {
                    throw new IllegalStateException("a bug");
                }));

        assertThat(wheel.nextDue()).isLessThanOrEqualTo(300);
        wheel.poll(300, 10, fired::add);
        assertThat(fired).hasSize(1);
    }

    @Test
    void freedId_isUsedAgainAndDoesNotFire() {
        int id = armedAt(300);

        wheel.free(id);

        assertThat(wheel.add()).isEqualTo(id);
        wheel.poll(1_000, 10, fired::add);
        assertThat(fired).isEmpty();
    }

    @Test
    void manyTimers_growTheWheelAndKeepTheirDeadlines() {
        int count = 100_000;
        int[] firedAt = new int[count];
        for (int i = 0; i < count; i++) {
            assertThat(wheel.add()).isEqualTo(i);
            wheel.arm(i, (i % 1_000 + 1) * TICK);
        }
        for (int tick = 1; tick <= 1_000; tick++) {
            int now = tick;
            while (wheel.isBehind(tick * TICK)) {
                wheel.poll(tick * TICK, 1_000, id -> firedAt[id] = now);
            }
        }
        assertThat(IntStream.range(0, count)).allMatch(id -> firedAt[id] == id % 1_000 + 1);
    }

    @Test
    void unknownOrFreedId_isRefused() {
        int id = wheel.add();
        wheel.free(id);

        assertThatIllegalStateException().isThrownBy(() -> wheel.arm(id, 1)).withMessageContaining("no timer " + id);
        assertThatIllegalStateException().isThrownBy(() -> wheel.cancel(id));
        assertThatIllegalStateException().isThrownBy(() -> wheel.free(id));
        assertThatIllegalStateException().isThrownBy(() -> wheel.arm(1, 1));
        assertThatIllegalStateException().isThrownBy(() -> wheel.arm(-1, 1));
    }

    @Test
    void argumentsOutOfRange_areRefusedWithTheirValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimerWheel(0, SLOTS, 0))
                .withMessageContaining("not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimerWheel(1, 12, 0))
                .withMessageContaining("not 12");
        assertThatIllegalArgumentException().isThrownBy(() -> new TimerWheel(1, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wheel.poll(0, 0, fired::add))
                .withMessageContaining("not 0");
    }

    private int armedAt(long deadline) {
        int id = wheel.add();
        wheel.arm(id, deadline);
        return id;
    }
}
