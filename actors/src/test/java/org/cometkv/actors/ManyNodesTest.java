package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.FakeCluster.await;
import static org.cometkv.actors.FakeCluster.value;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.cometkv.aso.Value;
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

    private final FakeCluster cluster = new FakeCluster(NODES);

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void nodesThatWereUsedAndStopped_leaveNoPromiseTaskActorCounterOrThread() {
        use();
        Set<String> threadsBefore = nodeThreads();
        List<CompletionStage<?>> underWay = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            underWay.add(cluster.comet(i).get("asker"));
            underWay.add(cluster.comet(i).put("late-" + i, "x"));
            underWay.add(cluster.comet(i).get("counter-" + i));
        }

        for (int i = 0; i < NODES; i++) {
            cluster.stop(i);
        }

        // A stop is no time: what was under way ends without the clock's help.
        for (CompletionStage<?> promise : underWay) {
            await(promise.handle((reply, broken) -> true));
        }
        for (int i = 0; i < NODES; i++) {
            assertNothingIsLeft(i);
        }
        cluster.eventually(() -> assertThat(cluster.clock.tasks()).isZero());
        cluster.eventually(() -> assertThat(nodeActors()).isEmpty());
        // Threads belong to the dispatchers, which all nodes share: the stopping of a node begins none of its own.
        assertThat(namesOf(nodeThreads())).isSubsetOf(namesOf(threadsBefore));
    }

    private void use() {
        for (int i = 0; i < NODES; i++) {
            await(cluster.comet(i).put("counter-" + i, Aso.script(COUNTER)));
            await(cluster.comet(i).put("passive-" + i, "x"));
        }
        await(cluster.comet(0).put("asker", Aso.script(ASKER)));
        for (int i = 0; i < NODES; i++) {
            Comet elsewhere = cluster.comet((i + 7) % NODES);
            await(elsewhere.update("counter-" + i, Value.of(2)));
            String counter = "counter-" + i;
            cluster.eventually(
                    () -> assertThat(value(await(elsewhere.get(counter)))).isEqualTo(Value.of(2)));
            assertThat(value(await(elsewhere.get("passive-" + i)))).isEqualTo(Value.of("x"));
        }
    }

    private void assertNothingIsLeft(int node) {
        cluster.eventually(() -> {
            assertThat(cluster.hosting(node).waiting().count())
                    .as("waiting events")
                    .isZero();
            assertThat(cluster.hosting(node).waiting().bytes())
                    .as("their bytes")
                    .isZero();
            assertThat(cluster.hosting(node).penalties().slowed())
                    .as("slowed objects")
                    .isZero();
        });
    }

    private List<String> nodeActors() {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            String path = "/system/node-" + i;
            CompletableFuture<?> found = Adapter.toClassic(cluster.kit.system())
                    .actorSelection(path)
                    .resolveOne(Duration.ofSeconds(10))
                    .toCompletableFuture();
            if (await(found.handle((actor, absent) -> absent == null))) {
                left.add(path);
            }
        }
        return left;
    }

    private static Set<String> nodeThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("fake-"))
                .collect(Collectors.toSet());
    }

    /** The names of their pools. */
    private static Set<String> namesOf(Set<String> threads) {
        return threads.stream().map(name -> name.replaceFirst("-\\d+$", "")).collect(Collectors.toSet());
    }
}
