package org.cometkv.actors.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.requests.Replicas;
import org.junit.jupiter.api.Test;

/** A pause of the process begins a new epoch before anything is done after it. */
class StallWatchTest {

    /** A clock whose process can stand still: time passes, and tasks are late. */
    private static final class PausableClock extends QuietNode.StandingClock {
        private record Entry(long atNanos, Runnable task) {}

        private final List<Entry> due = new ArrayList<>();
        private long nanos = 7;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public ScheduledTask after(Duration delay, Runnable task) {
            Entry entry = new Entry(nanos + delay.toNanos(), task);
            due.add(entry);
            return () -> due.remove(entry);
        }

        void pause(Duration time) {
            nanos += time.toNanos();
        }

        void runDue() {
            List<Entry> now =
                    due.stream().filter(entry -> entry.atNanos <= nanos).toList();
            due.removeAll(now);
            now.forEach(entry -> entry.task.run());
        }

        void go(Duration time) {
            for (long millis = 0; millis < time.toMillis(); millis++) {
                nanos += 1_000_000;
                runDue();
            }
        }
    }

    private final PausableClock clock = new PausableClock();
    private final NodeContext node = QuietNode.of(Replicas.node(0), clock, "");
    private final List<Long> told = new ArrayList<>();
    private final StallWatch watch = new StallWatch(node, told::add);

    @Test
    void nodeThatGoesOn_keepsItsEpoch() {
        watch.start();
        int epoch = node.published().epoch();

        clock.go(Duration.ofSeconds(30));
        watch.check();

        assertThat(node.published().epoch()).isEqualTo(epoch);
        assertThat(told).isEmpty();
    }

    @Test
    void pauseOfTwoSeconds_isNoticed_whenverItBegins() {
        for (int offset = 0; offset <= 1_250; offset += 50) {
            watch.start();
            clock.go(Duration.ofMillis(offset));
            int epoch = node.published().epoch();

            clock.pause(Duration.ofSeconds(2));
            watch.check();

            assertThat(node.published().epoch()).as("at offset %d", offset).isEqualTo(epoch + 1);
            watch.check();
            clock.runDue();
            assertThat(node.published().epoch()).as("once").isEqualTo(epoch + 1);
        }
    }

    @Test
    void pause_isNoticedByTheBeatToo_whoeverComesFirst() {
        watch.start();
        int epoch = node.published().epoch();

        clock.pause(Duration.ofSeconds(3));
        clock.runDue();
        watch.check();

        assertThat(node.published().epoch()).isEqualTo(epoch + 1);
        assertThat(told).containsExactly(3_000L);
    }

    @Test
    void pauseOfThreeEighthsOfTheTime_isNone_whereverItBegins() {
        watch.start();
        int epoch = node.published().epoch();

        clock.go(Duration.ofMillis(1_249));
        clock.pause(Duration.ofMillis(750));
        watch.check();

        assertThat(node.published().epoch()).isEqualTo(epoch);
    }

    @Test
    void stoppedWatch_leavesNoTask() {
        watch.start();
        watch.stop();

        assertThat(clock.due).isEmpty();
    }
}
