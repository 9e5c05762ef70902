package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.FakeCluster.await;
import static org.cometkv.actors.FakeCluster.value;

import java.time.Duration;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node sleeps until something is due: what is set with the clock is for a deadline, and for nothing else. */
class IdleNodeTest {

    private final FakeCluster cluster = new FakeCluster(3);
    private final Comet comet = cluster.comet(0);

    @BeforeEach
    void greet() {
        // The greetings were due again after a second, until they were answered.
        cluster.clock.advance(Duration.ofSeconds(1));
        expectTasks(0);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void requestsThatWereAnswered_leaveNoTask_onceTheirDeadlinesArePast() {
        for (int i = 0; i < 20; i++) {
            await(comet.put("key-" + i, "x"));
            value(await(cluster.comet(1).get("key-" + i)));
        }
        // Each node's deadline was set at its first request, and is found to be that of nothing when it comes; the
        // answers that are kept for retries have one more.
        cluster.clock.advance(Duration.ofSeconds(30));
        expectTasks(3);
        cluster.clock.advance(Duration.ofMillis(1));

        expectTasks(0);
    }

    @Test
    void timedObjects_setOneTaskOnEachNode() {
        for (int i = 0; i < 20; i++) {
            await(comet.put("timed-" + i, Aso.script("aso.timer = 3600 function onTimer() end")));
        }
        cluster.clock.advance(Duration.ofSeconds(31));

        expectTasks(3);
    }

    @Test
    void timedObject_firesAtItsTime() {
        await(comet.put("timed", Aso.script("""
                function onGet()
                  if not aso.fired then
                    aso.fired = 0
                    comet.after("soon", 60)
                  end
                  return aso.fired
                end
                function onTimer() aso.fired = aso.fired + 1 end
                """)));
        assertThat(value(await(comet.get("timed")))).isEqualTo(Value.of(0));

        cluster.clock.advance(Duration.ofMillis(59_999));
        assertThat(value(await(comet.get("timed")))).isEqualTo(Value.of(0));
        // To the timer's time and a tick of the wheel, and no further.
        cluster.clock.advance(Duration.ofMillis(11));
        cluster.eventually(() -> {
            cluster.clock.advance(Duration.ZERO);
            assertThat(value(await(comet.get("timed")))).isEqualTo(Value.of(1));
        });
    }

    private void expectTasks(int count) {
        cluster.eventually(() -> assertThat(cluster.clock.tasks()).isEqualTo(count));
    }
}
