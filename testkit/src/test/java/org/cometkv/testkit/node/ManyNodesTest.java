package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.node.Kits.value;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Twenty nodes in one actor system: they are used, they stop, and nothing of them is left. */
class ManyNodesTest {

    private static final int NODES = 20;

    private static final String COUNTER = """
            aso.n = 0
            aso.timer = 600
            function onGet() return aso.n end
            function aso:onUpdate(caller, value) self.n = self.n + value return self end
            function onTimer() end
            """;

    /** It asks another object and waits for its answer. */
    private static final String ASKER = "function onGet() return comet.get(\"counter-0\") end";

    private final CometTestKit kit = Kits.of(NODES);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void nodesThatWereUsedAndStopped_leaveNoPromiseTaskActorCounterOrThread() {
        use();
        List<Comet> stores =
                IntStream.range(0, NODES).mapToObj(i -> kit.node(i).comet()).toList();
        List<CompletionStage<?>> underWay = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            underWay.add(kit.node(i).comet().get("asker"));
            underWay.add(kit.node(i).comet().put("late-" + i, "x"));
            underWay.add(kit.node(i).comet().get("counter-" + i));
        }

        Duration before = kit.now();
        kit.stop(IntStream.range(0, NODES).toArray());

        assertThat(kit.now()).as("a stop is no time").isEqualTo(before);
        assertThat(underWay)
                .allSatisfy(promise -> assertThat(promise.toCompletableFuture()).isDone());
        for (Comet store : stores) {
            assertThat(store.stat().waitingEvents()).isZero();
            assertThat(store.stat().waitingBytes()).isZero();
            assertThat(store.stat().slowed()).isZero();
        }
        // By then Pekko has put away its idle dispatchers.
        kit.advance(Duration.ofMinutes(2));
        assertThat(kit.world().due()).as("tasks that are due").isZero();
        assertThat(((ExtendedActorSystem) Adapter.toClassic(kit.system())).printTree())
                .as("actors that are left")
                .contains("system")
                .doesNotContain("node-");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith(kit.system().name()));
    }

    private void use() {
        for (int i = 0; i < NODES; i++) {
            kit.await(kit.node(i).comet().put("counter-" + i, Aso.script(COUNTER)));
            kit.await(kit.node(i).comet().put("passive-" + i, "x"));
        }
        kit.await(kit.node(0).comet().put("asker", Aso.script(ASKER)));
        for (int i = 0; i < NODES; i++) {
            Comet elsewhere = kit.node((i + 7) % NODES).comet();
            kit.await(elsewhere.update("counter-" + i, Value.of(2)));
            kit.awaitQuiet();
            assertThat(value(kit.await(elsewhere.get("counter-" + i)))).isEqualTo(Value.of(2));
            assertThat(value(kit.await(elsewhere.get("passive-" + i)))).isEqualTo(Value.of("x"));
        }
    }
}
