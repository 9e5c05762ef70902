package org.cometkv.actors.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cometkv.testkit.world.NodeClock;
import org.cometkv.testkit.world.WorkCost;
import org.cometkv.testkit.world.World;
import org.cometkv.testkit.world.WorldGuards;
import org.junit.jupiter.api.Test;

class DeadlineTaskTest {

    private final World world =
            new World(1, World.Order.FIFO, new WorkCost(0), new WorldGuards(1_000, Duration.ofMinutes(1)));
    private final NodeClock clock = new NodeClock(world, world.domain("node"), 1, Duration.ZERO);
    private int runs;
    private final DeadlineTask task = new DeadlineTask(clock, Duration.ofMillis(10), () -> runs++);

    @Test
    void withoutADeadline_thereIsNoTask() {
        task.set(DeadlineTask.NEVER);
        task.ran(DeadlineTask.NEVER);

        assertThat(world.due()).isZero();
    }

    @Test
    void deadline_isMet_andNotAMillisecondBefore() {
        task.set(250);

        advance(249);
        assertThat(runs).isZero();
        advance(1);
        assertThat(runs).isOne();
        assertThat(world.due()).isZero();
    }

    @Test
    void earlierDeadline_movesTheTask_andALaterOneDoesNot() {
        task.set(250);
        task.set(100);
        task.set(400);
        assertThat(world.due()).isOne();

        advance(100);

        assertThat(runs).isOne();
        task.ran(400);
        advance(299);
        assertThat(runs).isOne();
        advance(1);
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void deadlineThatIsPast_isDueAtOnce_andWhatWasTooMuchAfterAPause() {
        advance(500);
        task.set(100);
        advance(0);
        assertThat(runs).isOne();

        task.ran(100);
        advance(9);
        assertThat(runs).isOne();
        advance(1);
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void cancelled_doesNotRun_andCanBeSetAgain() {
        task.set(100);
        task.cancel();
        assertThat(world.due()).isZero();

        task.set(200);
        advance(200);
        assertThat(runs).isOne();
    }

    private void advance(long millis) {
        world.advance(Duration.ofMillis(millis));
    }
}
