package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.node.Kits.value;

import java.time.Duration;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node sleeps until something is due: what is set with the clock is for a deadline, and for nothing else. */
class IdleNodeTest {

    /** After the deadline of 30 s of what the repair asks that follows a join, and before the next repair. */
    private static final Duration UNTIL_IDLE = Duration.ofSeconds(40);

    private final CometTestKit kit = Kits.of(3);
    private final Comet comet = kit.node(0).comet();

    @BeforeEach
    void greet() {
        // The greetings were due again after a second, until they were answered.
        kit.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void requestsThatWereAnswered_leaveNoTask_onceTheirDeadlinesArePast() {
        for (int i = 0; i < 20; i++) {
            kit.await(comet.put("key-" + i, "x"));
            value(kit.await(kit.node(1).comet().get("key-" + i)));
        }
        // Each node's deadline was set at its first request, and is found to be that of nothing when it comes; the
        // answers that are kept for retries have one more. The repair that follows the join asks some seconds later.
        kit.advance(UNTIL_IDLE);

        expectTasks(0);
    }

    @Test
    void timedObjects_setOneTaskOnEachNode() {
        for (int i = 0; i < 20; i++) {
            kit.await(comet.put("timed-" + i, Aso.script("aso.timer = 3600 function onTimer() end")));
        }
        kit.advance(UNTIL_IDLE);

        expectTasks(3);
    }

    @Test
    void timedObject_firesAtItsTime() {
        kit.await(comet.put("timed", Aso.script("""
                function onGet()
                  if not aso.fired then
                    aso.fired = 0
                    comet.after("soon", 60)
                  end
                  return aso.fired
                end
                function onTimer() aso.fired = aso.fired + 1 end
                """)));
        assertThat(value(kit.await(comet.get("timed")))).isEqualTo(Value.of(0));

        kit.advance(Duration.ofMillis(59_999));
        assertThat(value(kit.await(comet.get("timed")))).isEqualTo(Value.of(0));
        // To the timer's time and a tick of the wheel, and no further.
        kit.advance(Duration.ofMillis(11));
        assertThat(value(kit.await(comet.get("timed")))).isEqualTo(Value.of(1));
    }

    /** So many beside two of each node: the beat that notices its pauses, and its next repair. */
    private void expectTasks(int count) {
        assertThat(kit.world().due()).isEqualTo(2 * kit.nodes().size() + count);
    }
}
