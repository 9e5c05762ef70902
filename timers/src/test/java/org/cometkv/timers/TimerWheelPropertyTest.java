package org.cometkv.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The wheel against a map from timer to deadline. */
class TimerWheelPropertyTest {

    private static final int TIMERS = 60;

    @Property(tries = 2_000)
    void randomCommands_fireEachArmedTimerOnceAndInTime(
            @ForAll @LongRange(min = 1, max = 100) long tick,
            @ForAll @IntRange(max = 6) int slotsLog,
            @ForAll long start,
            @ForAll long seed) {
        new Run(tick, 1 << slotsLog, start >> 2, new Random(seed)).commands(300);
    }

    @Property(tries = 300)
    void limitedPolls_fireAllWhileTimeJumpsByWholeRounds(
            @ForAll @IntRange(max = 6) int slotsLog,
            @ForAll @IntRange(min = 1, max = 5) int rounds,
            @ForAll long seed) {
        int slots = 1 << slotsLog;
        Random random = new Random(seed);
        TimerWheel wheel = new TimerWheel(1, slots, 0);
        List<Integer> fired = new ArrayList<>();
        for (int i = 0; i < TIMERS; i++) {
            wheel.arm(wheel.add(), 1 + random.nextInt(3 * slots));
        }
        // One expiry a poll, and time jumps between polls: rounds are skipped while a bucket is half swept.
        long now = 3L * slots;
        for (int poll = 0; poll < 2 * TIMERS; poll++) {
            wheel.poll(now, 1, fired::add);
            now += (long) rounds * slots;
        }
        assertThat(fired).hasSize(TIMERS).doesNotHaveDuplicates();
    }

    /** One random run: the wheel and the model get the same commands. */
    private static final class Run {
        private final Random random;
        private final TimerWheel wheel;
        private final long tick;
        private final int slots;
        private final long start;
        private final Map<Integer, Long> deadlines = new TreeMap<>();
        /** Timer to the time at which it must have fired, if the wheel is polled then. */
        private final Map<Integer, Long> latest = new TreeMap<>();

        private final List<Integer> idle = new ArrayList<>();
        private long now;

        Run(long tick, int slots, long start, Random random) {
            this.tick = tick;
            this.slots = slots;
            this.start = start;
            this.random = random;
            wheel = new TimerWheel(tick, slots, start);
            now = start;
        }

        void commands(int count) {
            for (int i = 0; i < count; i++) {
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> armNewOrIdle();
                    case 3 -> rearm();
                    case 4 -> cancelOrFree();
                    case 5, 6 -> {
                        pass(random.nextLong(2 * tick * slots));
                        poll(1 + random.nextInt(5));
                    }
                    default -> {
                        pass(random.nextInt(4) == 0 ? random.nextLong(1L << 40) : random.nextLong(4 * tick));
                        pollUntilCaughtUp();
                    }
                }
                assertThat(wheel.armed()).isEqualTo(deadlines.size());
                assertThat(latest.values())
                        .as("next due, at %s", now)
                        .allMatch(by -> Math.max(by, now) >= wheel.nextDue());
            }
            pass(1L << 50);
            pollUntilCaughtUp();
            assertThat(wheel.armed()).isZero();
        }

        private void pass(long millis) {
            now += millis;
        }

        private void armNewOrIdle() {
            if (idle.size() + deadlines.size() >= TIMERS && idle.isEmpty()) {
                return;
            }
            int id = idle.isEmpty() ? wheel.add() : idle.remove(random.nextInt(idle.size()));
            assertThat(deadlines).doesNotContainKey(id);
            arm(id);
        }

        private void rearm() {
            if (!deadlines.isEmpty()) {
                arm(anyArmed());
            }
        }

        private void arm(int id) {
            long deadline = switch (random.nextInt(8)) {
                case 0 -> now - random.nextLong(1_000);
                case 1 -> now + random.nextLong(1L << 40);
                case 2 -> now + tick * slots * (1 + random.nextInt(3));
                default -> now + random.nextLong(2 * tick * slots);
            };
            wheel.arm(id, deadline);
            deadlines.put(id, deadline);
            long intoTick = (now - start) % tick;
            latest.put(id, Math.max(deadline + tick - 1, now - intoTick + tick));
        }

        private void cancelOrFree() {
            if (deadlines.isEmpty()) {
                return;
            }
            int id = anyArmed();
            disarmed(id);
            if (random.nextBoolean()) {
                assertThat(wheel.cancel(id)).isTrue();
                assertThat(wheel.cancel(id)).isFalse();
                idle.add(id);
            } else {
                wheel.free(id);
            }
        }

        private void disarmed(int id) {
            deadlines.remove(id);
            latest.remove(id);
        }

        private int anyArmed() {
            List<Integer> armed = List.copyOf(deadlines.keySet());
            return armed.get(random.nextInt(armed.size()));
        }

        private int poll(int limit) {
            Set<Integer> fired = new HashSet<>();
            boolean isNothingDue = now < wheel.nextDue();
            int count = wheel.poll(now, limit, id -> {
                assertThat(fired.add(id)).as("timer %s fires once", id).isTrue();
                assertThat(deadlines.get(id))
                        .as("deadline of %s, at %s", id, now)
                        .isNotNull()
                        .isLessThanOrEqualTo(now);
                disarmed(id);
                idle.add(id);
            });
            assertThat(count).isEqualTo(fired.size()).isLessThanOrEqualTo(limit);
            assertThat(isNothingDue && count > 0)
                    .as("nothing was due at %s", now)
                    .isFalse();
            return count;
        }

        private void pollUntilCaughtUp() {
            while (wheel.isBehind(now)) {
                poll(1 + random.nextInt(3));
            }
            assertThat(latest.values()).as("timers still armed at %s", now).allMatch(by -> by > now);
        }
    }
}
