package org.cometkv.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.testkit.CometAssertions.assertThat;

import java.time.Duration;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The replicas of an object in a cluster, by the same assertions as those of a script tester. */
class KitObjectTest {

    private static final String COUNTER = """
            aso.count = 0
            function aso:onUpdate(caller, value) self.count = self.count + value end
            """;

    private final CometTestKit kit = CometTestKit.simulated(1);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void everyReplica_hasTheStateOfAnAcknowledgedUpdate() {
        kit.put("k", Aso.script(COUNTER)).orElseThrow();
        kit.update("k", Value.of(3)).orElseThrow();
        kit.awaitQuiet();

        assertThat(kit.object("k")).hasState("count", 3).isHeldBy(3).usedAtMost(500);
        assertThatThrownBy(() -> assertThat(kit.object("k")).usedAtMost(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("an event on node node-0 used ");
    }

    @Test
    void passiveValue_isHeldWithItsValue() {
        kit.put("v", "text").orElseThrow();
        kit.awaitQuiet();

        assertThat(kit.object("v")).hasState("value", "text").isHeldBy(3).usedAtMost(0);
    }

    @Test
    void removedObject_isGone_andOneThatNeverWas() {
        kit.put("k", Aso.script(COUNTER)).orElseThrow();
        kit.remove("k").orElseThrow();
        kit.awaitQuiet();

        assertThat(kit.object("k")).isGone();
        assertThat(kit.object("other")).isGone();
    }

    @Test
    void nodesThatAreDownOrPaused_areLeftOut() {
        kit.put("k", Aso.script(COUNTER)).orElseThrow();
        kit.awaitQuiet();
        kit.crash(2);
        kit.pause(1);

        assertThat(kit.object("k")).isHeldBy(1);

        kit.resume(1);
        assertThat(kit.object("k")).isHeldBy(2);
    }

    @Test
    void looking_takesNoTime() {
        kit.put("k", Aso.script(COUNTER)).orElseThrow();
        kit.awaitQuiet();
        Duration before = kit.now();

        assertThat(kit.object("k")).isHeldBy(3);

        assertThat(kit.now()).isEqualTo(before);
    }
}
