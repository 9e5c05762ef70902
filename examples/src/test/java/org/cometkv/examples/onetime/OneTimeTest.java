package org.cometkv.examples.onetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Event;
import org.cometkv.aso.Value;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.routing.Key;
import org.cometkv.testkit.script.RunningEvent;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

class OneTimeTest {

    private static final Value SECRET = Value.of("secret");

    @Test
    void aSecondReaderThroughAnotherReplicaGetsNothing() {
        List<ScriptTester> replicas = replicas(20);

        assertThat(replicas.get(0).get().value()).isEqualTo(SECRET);

        for (ScriptTester replica : replicas) {
            assertThat(replica.get().value()).isEqualTo(Value.NIL);
            assertThat(replica.state("value")).as("no replica keeps it").isEqualTo(Value.NIL);
        }
    }

    @Test
    void theReaderIsAnsweredOnlyWhenTheOthersKnow() {
        List<ScriptTester> replicas = replicas(3);

        RunningEvent asking = replicas.get(0).start(read());
        assertThat(asking.isWaiting()).isTrue();
        assertThat(replicas.get(0).get().value()).as("given away already").isEqualTo(Value.NIL);

        assertThat(asking.finish().value()).isEqualTo(SECRET);
        assertThat(replicas.get(1).get().value()).isEqualTo(Value.NIL);
    }

    /** The race that the page owns up to: replicas hold no vote. */
    @Test
    void twoReadersAtOnceAtTwoReplicasBothGetIt() {
        List<ScriptTester> replicas = replicas(3);

        RunningEvent first = replicas.get(0).start(read());
        RunningEvent second = replicas.get(1).start(read());

        assertThat(first.finish().value()).isEqualTo(SECRET);
        assertThat(second.finish().value()).isEqualTo(SECRET);
        assertThat(replicas.get(2).get().value()).isEqualTo(Value.NIL);
    }

    @Test
    void allReplicasAreGoneAfterTheGrace_andNotBefore() {
        List<ScriptTester> replicas = replicas(20);
        replicas.get(7).get().value();

        pass(replicas, Duration.ofMillis(9_999));
        assertThat(replicas).allMatch(ScriptTester::exists);

        pass(replicas, Duration.ofMillis(1));
        assertThat(replicas).noneMatch(ScriptTester::exists);
    }

    @Test
    void anUnreadValueStays() {
        List<ScriptTester> replicas = replicas(3);

        pass(replicas, Duration.ofDays(1));

        assertThat(replicas).allMatch(ScriptTester::exists);
        assertThat(replicas.get(0).get().value()).isEqualTo(SECRET);
    }

    @Test
    void aReplicaThatWasOutOfReachHearsOfItAtTheNextTick() {
        List<ScriptTester> replicas = replicas(3);
        replicas.get(0).node().reaches(List.of(replicas.get(1)));
        replicas.get(0).get().value();
        assertThat(replicas.get(2).state("value")).isEqualTo(SECRET);

        replicas.get(1).fire();

        assertThat(replicas.get(2).get().value()).isEqualTo(Value.NIL);
    }

    @Test
    void onThreeNodesTheStoryIsAsPromised() {
        assertThat(ThreeNodes.tell(new OneTime())).contains("\"read once\"").contains("not found");
    }

    private static List<ScriptTester> replicas(int count) {
        Aso aso = Aso.script(new OneTime().script()).with("value", SECRET);
        List<ScriptTester> replicas = IntStream.range(0, count)
                .mapToObj(i -> ScriptTester.of(aso, Key.of("secret"), "node-" + i))
                .toList();
        for (ScriptTester replica : replicas) {
            replica.node()
                    .reaches(replicas.stream().filter(other -> other != replica).toList());
            replica.put();
        }
        return replicas;
    }

    /** Time passes, and all timers that were not due yet fire at its end. */
    private static void pass(List<ScriptTester> replicas, Duration time) {
        replicas.forEach(replica -> replica.advance(time));
        replicas.stream().filter(ScriptTester::exists).forEach(ScriptTester::fire);
    }

    private static Event read() {
        return new Event.Get(ScriptTester.caller("reader"), Value.NIL);
    }
}
