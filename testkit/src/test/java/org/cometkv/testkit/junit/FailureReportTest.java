package org.cometkv.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.Test;

class FailureReportTest {

    /** A test of a user's. */
    static final class Sample {

        void counts(CometTestKit kit) {
            kit.put("counter", Aso.script("""
                    aso.n = 0
                    function onGet() return aso.n end
                    function aso:onUpdate(caller, value) self.n = self.n + value return self end
                    """));
            kit.update("counter", Value.of(2));
            kit.pause(2);
            assertThat(kit.get("counter")).isNull();
        }

        void assertsInACallback(CometTestKit kit) {
            kit.put("greeting", "hello");
            kit.node(0)
                    .comet()
                    .get("greeting")
                    .thenAccept(reply -> assertThat(reply).isNull());
            kit.awaitQuiet();
        }

        void goesRound(CometTestKit kit) {
            Runnable again = new Runnable() {
                @Override
                public void run() {
                    kit.world().execute(this);
                }
            };
            again.run();
            kit.awaitQuiet();
        }
    }

    @Test
    void failure_tellsTheSeed_howToRepeatIt_theTimelineAndTheReplicas() {
        assertThatThrownBy(() -> fail("counts"))
                .isInstanceOf(SeedFailure.class)
                .hasMessageContaining("expected: null")
                .hasMessageContaining("seed 77 of Sample#counts, at 0.")
                .hasMessageContaining("-Dtest=Sample#counts -Dcomet.test.seed=77")
                .hasMessageContaining("counter onUpdate completed")
                .hasMessageContaining("kit pause 2")
                .hasMessageContaining("the replicas:")
                .hasMessageContaining("counter node-0 version ")
                .hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void assertionInACallback_failsTheTest() {
        assertThatThrownBy(() -> fail("assertsInACallback"))
                .isInstanceOf(SeedFailure.class)
                .hasMessageContaining("an assertion failed in a callback")
                .hasMessageContaining("seed 77 of Sample#assertsInACallback");
    }

    @Test
    void endlessWork_isToldWithItsSeed() {
        assertThatThrownBy(() -> fail("goesRound"))
                .isInstanceOf(SeedFailure.class)
                .hasMessageContaining("something goes round for ever: 1000 steps at one instant")
                .hasMessageContaining("-Dcomet.test.seed=77");
    }

    private static void fail(String name) throws NoSuchMethodException {
        Method method = Sample.class.getDeclaredMethod(name, CometTestKit.class);
        try (CometTestKit kit = CometTestKit.builder().seed(77).stepsMax(1_000).build()) {
            new TestCall(method, new Sample(), List.of(Optional.empty())).run(kit);
        }
    }
}
