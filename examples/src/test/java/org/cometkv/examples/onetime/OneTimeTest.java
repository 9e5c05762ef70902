package org.cometkv.examples.onetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.Step;
import org.cometkv.examples.Replica;
import org.cometkv.examples.ThreeNodes;
import org.junit.jupiter.api.Test;

class OneTimeTest {

    private static final Value SECRET = Value.of("secret");

    @Test
    void aSecondReaderThroughAnotherReplicaGetsNothing() {
        List<Replica> replicas = replicas(20);

        assertThat(replicas.get(0).get(Value.NIL)).isEqualTo(SECRET);

        for (Replica replica : replicas) {
            assertThat(replica.get(Value.NIL)).isEqualTo(Value.NIL);
            assertThat(replica.state().get("value")).as("no replica keeps it").isEqualTo(Value.NIL);
        }
    }

    @Test
    void theReaderIsAnsweredOnlyWhenTheOthersKnow() {
        List<Replica> replicas = replicas(3);

        Step asking = replicas.get(0).start(read());
        assertThat(asking).isInstanceOf(Step.Waiting.class);
        assertThat(replicas.get(0).get(Value.NIL)).as("given away already").isEqualTo(Value.NIL);

        assertThat(value(replicas.get(0).finish(asking))).isEqualTo(SECRET);
        assertThat(replicas.get(1).get(Value.NIL)).isEqualTo(Value.NIL);
    }

    /** The race that the page owns up to: replicas hold no vote. */
    @Test
    void twoReadersAtOnceAtTwoReplicasBothGetIt() {
        List<Replica> replicas = replicas(3);

        Step first = replicas.get(0).start(read());
        Step second = replicas.get(1).start(read());

        assertThat(value(replicas.get(0).finish(first))).isEqualTo(SECRET);
        assertThat(value(replicas.get(1).finish(second))).isEqualTo(SECRET);
        assertThat(replicas.get(2).get(Value.NIL)).isEqualTo(Value.NIL);
    }

    @Test
    void allReplicasAreGoneAfterTheGrace_andNotBefore() {
        List<Replica> replicas = replicas(20);
        replicas.get(7).get(Value.NIL);

        pass(replicas, 9_999);
        assertThat(replicas).noneMatch(Replica::isGone);

        pass(replicas, 1);
        assertThat(replicas).allMatch(Replica::isGone);
    }

    @Test
    void anUnreadValueStays() {
        List<Replica> replicas = replicas(3);

        pass(replicas, 365L * 24 * 3_600 * 1_000);

        assertThat(replicas).noneMatch(Replica::isGone);
        assertThat(replicas.get(0).get(Value.NIL)).isEqualTo(SECRET);
    }

    @Test
    void aReplicaThatWasOutOfReachHearsOfItAtTheNextTick() {
        List<Replica> replicas = replicas(3);
        replicas.get(0).siblings = List.of(replicas.get(1));
        replicas.get(0).get(Value.NIL);
        assertThat(replicas.get(2).state().get("value")).isEqualTo(SECRET);

        replicas.get(1).tick();

        assertThat(replicas.get(2).get(Value.NIL)).isEqualTo(Value.NIL);
    }

    @Test
    void onThreeNodesTheStoryIsAsPromised() {
        assertThat(ThreeNodes.tell(new OneTime())).contains("\"read once\"").contains("not found");
    }

    private static List<Replica> replicas(int count) {
        Aso aso = Aso.script(new OneTime().script()).with("value", SECRET);
        List<Replica> replicas = IntStream.range(0, count)
                .mapToObj(i -> new Replica(aso, "node-" + i, "comet"))
                .toList();
        for (Replica replica : replicas) {
            replica.siblings =
                    replicas.stream().filter(other -> other != replica).toList();
        }
        return replicas;
    }

    private static void pass(List<Replica> replicas, long millis) {
        replicas.forEach(replica -> replica.now += millis);
        replicas.forEach(Replica::tick);
    }

    private static Event read() {
        return new Event.Get(Replica.caller("reader", "comet"), Value.NIL);
    }

    private static Value value(Outcome outcome) {
        return ((Result.Completed) outcome.result()).value();
    }
}
