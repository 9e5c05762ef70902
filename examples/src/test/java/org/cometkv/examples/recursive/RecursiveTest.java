package org.cometkv.examples.recursive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Event;
import org.cometkv.aso.Question;
import org.cometkv.aso.Value;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.testkit.script.RunningEvent;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

class RecursiveTest {

    private static final Value GOLD = Value.of("gold");

    private static final Key KEY = Key.of("recursive");

    private final ScriptTester near = object(aso().with("value", GOLD), KEY.child(1), "near");
    private final ScriptTester far = object(aso(), KEY.child(1), "far");
    private final ScriptTester asking = object(aso(), KEY, "asking");

    @Test
    void anObjectWithAValueAsksNobody() {
        assertThat(near.get().value()).isEqualTo(answer("value", GOLD));
    }

    @Test
    void aStepIsOneMessage_toTheClosestNodeOfTheChildKey() {
        asking.node().reaches(List.of(near, far));

        RunningEvent event = asking.start(new Event.Get(ScriptTester.caller("reader"), Value.NIL));

        Question.Get question = (Question.Get) event.question();
        assertThat(question.key()).isEqualTo(KEY.child(1));
        assertThat(question.nodes()).hasValue(List.of(NodeId.of("near")));
    }

    @Test
    void theAnswerOfTheNextIsPassedOn() {
        asking.node().reaches(List.of(near));
        assertThat(asking.get().value()).isEqualTo(answer("value", GOLD));
    }

    @Test
    void whereNobodyAnswersTheReaderIsTold() {
        assertThat(asking.get().value())
                .isEqualTo(answer("refused", Value.of("there is no object under the child key")));
    }

    @Test
    void whatTheNodeRefusesTheReaderIsTold() {
        asking.node().reaches(List.of(near));
        asking.node().refuse("not now");
        assertThat(asking.get().value()).isEqualTo(answer("refused", Value.of("not now")));
    }

    @Test
    void onThreeNodesTheGrantDecidesHowFarAGetGoes() {
        assertThat(ThreeNodes.tell(new Recursive()))
                .contains("the value at the end")
                .contains("an event that another object's request caused")
                .contains("an unsigned object reaches its own key only")
                .contains("the script is not the one that was signed");
    }

    /** A signed object: without a grant it reaches no child key. */
    private static ScriptTester object(Aso aso, Key key, String node) {
        ScriptTester object = ScriptTester.of(aso, key, node);
        object.node().trust();
        object.put();
        return object;
    }

    private static Aso aso() {
        return Aso.script(new Recursive().script());
    }

    private static Value answer(String field, Value value) {
        return Value.table(Map.of(field, value));
    }
}
