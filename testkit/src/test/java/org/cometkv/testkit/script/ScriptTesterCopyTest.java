package org.cometkv.testkit.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.testkit.CometAssertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.cometkv.aso.Event;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

/** The state through the codec: what a script keeps outside {@code aso} is not there in a copy. */
class ScriptTesterCopyTest {

    private static final String SURVIVES = """
            aso.timer, aso.reads = 10, 0
            function aso:onGet()
              self.reads = self.reads + 1
              comet.after("reminder", 100)
              return self.reads + math.random(1, 1000)
            end
            function aso:onTimer(name) self.fired = name or "period" end
            """;

    private static final String GROWS = """
            aso.list = {}
            function aso:onGet() self.list[#self.list + 1] = math.random() return #self.list end
            """;

    @Test
    void restoredCopy_goesOnAsTheObject() {
        ScriptTester object = ScriptTester.of(SURVIVES);
        object.put();
        object.get();

        ScriptTester copy = object.restoredOn("b");

        assertThat(copy.state()).isEqualTo(object.state());
        assertThat(copy.timers()).isEqualTo(object.timers());
        assertThat(copy.nextPeriod()).isEqualTo(object.nextPeriod());
        assertThat(copy.get()).isEqualTo(object.get());
        assertThat(copy.node().contact().host()).isEqualTo("b");
        copy.advance(Duration.ofSeconds(12));
        assertThat(copy).hasState("fired", "period");
        assertThat(object).hasNoState("fired");
    }

    @Test
    void differential_findsNothingInAScriptThatKeepsItsStateInAso() {
        ScriptTester object = ScriptTester.of(SURVIVES).differential();
        object.put();
        for (int i = 0; i < 5; i++) {
            object.get();
            object.advance(Duration.ofSeconds(7));
        }
        object.remove();

        assertThat(object.outcomes()).allMatch(ScriptOutcome::isCompleted);
    }

    @Test
    void differential_followsAnEventThroughItsWaits() {
        ScriptTester object = ScriptTester.of("""
                        function aso:onGet() self.answers = comet.get() return #self.answers end
                        """).differential();
        object.node().answers(question -> TestNode.values("x", "b", "c"));
        object.put();

        assertThat(object.get().number()).isEqualTo(2);
    }

    @Test
    void eventDuringAnothersWait_isNoDifference() {
        ScriptTester object = ScriptTester.of("""
                        aso.reads = 0
                        function aso:onGet(caller, request)
                          if request then comet.get() end
                          self.reads = self.reads + 1
                          return {self.reads, comet.systemTime()}
                        end
                        """).differential();
        object.put();

        RunningEvent waits = object.start(new Event.Get(ScriptTester.caller("ada"), Value.of("wait")));
        object.get();
        object.advance(Duration.ofSeconds(1));

        assertThat(waits.finish()).hasValue(List.of(2, object.now().toEpochMilli()));
    }

    @Test
    void timeThatPassesDuringAWait_isTheSameForTheCopy() {
        ScriptTester object = ScriptTester.of("function onGet() comet.get() return comet.systemTime() end")
                .differential();
        object.put();

        RunningEvent waits = object.start(new Event.Get(ScriptTester.caller("ada"), Value.NIL));
        object.advance(Duration.ofSeconds(1));

        assertThat(waits.finish().isCompleted()).isTrue();
    }

    @Test
    void copyThatDoesOtherwise_isNamedWithBothOutcomes() {
        ScriptTester object = ScriptTester.of(GROWS);
        object.put();
        ScriptTester other = ScriptTester.of(GROWS);
        other.put();
        other.get();
        CopyCheck check = new CopyCheck(
                object.slot().object(), other.fresh(other.slot().object().script()), object.millis());

        check.begin(new Event.Get(ScriptTester.caller("ada"), Value.NIL));

        assertThatThrownBy(() -> check.compare(other.slot()
                        .object()
                        .begin(new Event.Get(ScriptTester.caller("ada"), Value.NIL), object.millis())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("onGet of a copy that was restored from the state before it did otherwise")
                .hasMessageContaining("Completed[value=2]")
                .hasMessageContaining("Completed[value=1]");
    }
}
