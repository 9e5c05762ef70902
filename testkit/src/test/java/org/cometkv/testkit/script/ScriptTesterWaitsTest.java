package org.cometkv.testkit.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.testkit.CometAssertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Event;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

/** Events that wait for {@code comet.get} and {@code comet.lookup}, with answers that the test scripts. */
class ScriptTesterWaitsTest {

    private static final Event READ = new Event.Get(ScriptTester.caller("ada"), Value.NIL);

    private static final String SUMS = """
            aso.value = 1
            function aso:onGet(caller)
              if caller.key then return self.value end
              local sum = self.value
              for _, answer in ipairs(comet.get()) do sum = sum + answer.value end
              return sum
            end
            """;

    @Test
    void getOfOthers_isAnsweredByNobodyAtFirst() {
        ScriptTester object = ScriptTester.of(SUMS);
        object.put();

        assertThat(object.get().number()).isEqualTo(1);
    }

    @Test
    void answers_areWhatTheTestSays() {
        ScriptTester object = ScriptTester.of(SUMS);
        object.node().answers(question -> TestNode.values(20, "b", "c"));
        object.put();

        assertThat(object.get().number()).isEqualTo(41);
    }

    @Test
    void replicasThatAreReached_answerThemselves_unlessTheyAreGone() {
        List<ScriptTester> all = Stream.of("a", "b", "c")
                .map(node -> ScriptTester.of(Aso.script(SUMS).with("value", 5), Key.of("sum"), node))
                .toList();
        ScriptTester first = all.get(0);
        first.node().reaches(all.subList(1, 3));
        all.forEach(ScriptTester::put);

        assertThat(first.get().number()).isEqualTo(15);
        all.get(1).remove();
        assertThat(first.get().number()).isEqualTo(10);
        assertThat(all.get(2).outcomes()).last().returns("onGet", ScriptOutcome::handler);
    }

    @Test
    void eventThatAnotherObjectCaused_asksNothing() {
        ScriptTester object = ScriptTester.of("function onGet() local a, why = comet.get() return why end");
        object.put();

        assertThat(object.get(ScriptTester.caller("b").withKey(object.key()), null))
                .hasValue("an event that another object's request caused sends and asks nothing");
    }

    @Test
    void waitingEvent_keepsWhatItDid_andOthersRunMeanwhile() {
        ScriptTester object = ScriptTester.of("""
                aso.begun, aso.done = 0, 0
                function aso:onGet(caller, request)
                  if request == "count" then return self.begun end
                  self.begun = self.begun + 1
                  comet.get()
                  self.done = self.done + 1
                  return self.done
                end
                """);
        object.put();

        RunningEvent first = object.start(READ);
        RunningEvent second = object.start(READ);
        assertThat(first.question()).isEqualTo(new Question.Get(object.key(), Optional.empty(), Value.NIL));
        assertThat(object.get("count").number()).isEqualTo(2);

        assertThat(second.finish().number()).isEqualTo(1);
        assertThat(first.answer(new Reply.Values(List.of())).isWaiting()).isFalse();
        assertThat(first.finish().number()).isEqualTo(2);
        assertThatThrownBy(first::question).hasMessageStartingWith("the event waits for no answer: onGet ended well");
    }

    @Test
    void lookup_waitsWhereTheNetworkIsAsked() {
        ScriptTester object = ScriptTester.of("function onGet() return #comet.lookup() end");
        object.node().neighbors("b", "c").lookupsWait();
        object.put();

        RunningEvent event = object.start(READ);

        assertThat(event.question()).isEqualTo(new Question.Lookup(object.key()));
        assertThat(event.finish().number()).isEqualTo(2);
    }

    @Test
    void denial_isReadByTheScript() {
        ScriptTester object = ScriptTester.of("function onGet() local a, why = comet.get() return why end");
        object.put();

        assertThat(object.start(READ).answer(new Reply.Denied("no answer")).finish())
                .hasValue("no answer");
    }
}
