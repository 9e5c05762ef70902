package org.cometkv.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.testkit.CometAssertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Value;
import org.cometkv.testkit.observed.ObservedObject;
import org.cometkv.testkit.observed.ObservedReplica;
import org.cometkv.testkit.script.ScriptOutcome;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

/** What an assertion says when it fails; that they pass is seen in all other tests. */
class CometAssertionsTest {

    private static final ObservedObject TWO = () -> List.of(
            new ObservedReplica("a", Value.table(Map.of("count", Value.of(3))), 10),
            new ObservedReplica("b", Value.table(Map.of("count", Value.of(2))), 600));

    private static final ScriptTester FAILING = ScriptTester.of("function onGet() error('no') end");

    @Test
    void state_namesTheReplicaThatDiffers() {
        fails(
                () -> assertThat(TWO).hasState("count", 3),
                "aso.count is 2 on node b; expected 3. Its whole state: {count = 2}");
        fails(() -> assertThat(TWO).hasNoState("count"), "aso.count is 3 on node a; expected nil");
    }

    @Test
    void holders_areNamed() {
        assertThat(TWO).isHeldBy(2);
        fails(() -> assertThat(TWO).isHeldBy(3), "the object is held by 2 nodes, [a, b]; expected 3");
        fails(() -> assertThat(TWO).isGone(), "held by 2 nodes");
    }

    @Test
    void fuel_isThatOfTheDearestEvent() {
        assertThat(TWO).usedAtMost(600);
        fails(() -> assertThat(TWO).usedAtMost(599), "an event on node b used 600 units of fuel; expected at most 599");
    }

    @Test
    void objectThatIsNotThere_hasNoState() {
        fails(() -> assertThat((ObservedObject) List::of).hasState("count", 0), "nobody holds the object");
        fails(() -> assertThat(ScriptTester.of("")).usedAtMost(1), "no object: call put() first");
    }

    @Test
    void outcome_isToldWhole() {
        FAILING.put();
        ScriptOutcome outcome = FAILING.get();

        String told = "onGet failed: script:1: no; expected was that ";
        fails(() -> assertThat(outcome).isCompleted(), told + "it ends well");
        fails(() -> assertThat(outcome).hasValue(1), told + "it ends well with 1");
        fails(() -> assertThat(outcome).isRefused("why"), told + "it is refused with \"why\"");
        fails(() -> assertThat(outcome).failedAtLine(2), told + "it fails in line 2");
        fails(() -> assertThat(outcome).broke(Limit.FUEL), told + "it breaks limit fuel");
        fails(() -> assertThat(outcome).saysThat("yes"), told + "it says \"yes\"");
        fails(() -> assertThat(outcome).usedAtMost(1), told + "it uses at most 1 units of fuel; it used ");
        fails(() -> assertThat(outcome).hasEffect(new Effect.DeleteSelf()), told + "its effects, which are [], have");
        fails(() -> assertThat(FAILING.outcomes().get(0)).failedAtLine(1), "chunk ended well with nil, fuel");
    }

    private static void fails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
