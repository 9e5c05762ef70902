package org.cometkv.examples.recursive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Event;
import org.cometkv.aso.Question;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.Step;
import org.cometkv.examples.Replica;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;

class RecursiveTest {

    private static final Value GOLD = Value.of("gold");

    private final Replica near = new Replica(aso().with("value", GOLD), "near", "comet");
    private final Replica far = new Replica(aso(), "far", "comet");
    private final Replica asking = new Replica(aso(), "asking", "comet");

    @Test
    void anObjectWithAValueAsksNobody() {
        assertThat(near.get(Value.NIL)).isEqualTo(answer("value", GOLD));
    }

    @Test
    void aStepIsOneMessage_toTheClosestNodeOfTheChildKey() {
        asking.siblings = List.of(near, far);

        Step step = asking.start(new Event.Get(Replica.caller("reader", "comet"), Value.NIL));

        Question.Get question = (Question.Get) ((Step.Waiting) step).question();
        assertThat(question.key()).isEqualTo(Replica.KEY.child(1));
        assertThat(question.nodes()).hasValue(List.of(NodeId.of("near")));
    }

    @Test
    void theAnswerOfTheNextIsPassedOn() {
        asking.siblings = List.of(near);
        assertThat(asking.get(Value.NIL)).isEqualTo(answer("value", GOLD));
    }

    @Test
    void whereNobodyAnswersTheReaderIsTold() {
        assertThat(asking.get(Value.NIL))
                .isEqualTo(answer("refused", Value.of("there is no object under the child key")));
    }

    @Test
    void whatTheNodeRefusesTheReaderIsTold() {
        asking.siblings = List.of(near);
        asking.isPaid = false;
        assertThat(asking.get(Value.NIL)).isEqualTo(answer("refused", Value.of("not now")));
    }

    @Test
    void onThreeNodesTheGrantDecidesHowFarAGetGoes() {
        assertThat(ThreeNodes.tell(new Recursive()))
                .contains("the value at the end")
                .contains("an event that another object's request caused")
                .contains("an unsigned object reaches its own key only")
                .contains("the script is not the one that was signed");
    }

    private static Aso aso() {
        return Aso.script(new Recursive().script());
    }

    private static Value answer(String field, Value value) {
        return Value.table(java.util.Map.of(field, value));
    }
}
