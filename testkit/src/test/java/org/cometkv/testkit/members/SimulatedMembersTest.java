package org.cometkv.testkit.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cometkv.actors.Comet;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.KitNode;
import org.cometkv.testkit.junit.CometTest;

/** What nodes are told of each other, and when: as by Pekko Cluster with its split-brain resolver. */
class SimulatedMembersTest {

    private static final Duration DETECTED = Duration.ofSeconds(6);
    private static final Duration RESOLVED = Duration.ofSeconds(30);

    private final Map<Integer, List<String>> told = new TreeMap<>();

    @CometTest(nodes = 5, seeds = 5)
    void crashedNode_isSuspectedByAll_andRemovedWhenTheViewWasStable(CometTestKit kit) {
        // Nobody asks anything of the node: who waits for an answer looks for it sooner.
        kit.advance(DETECTED);
        listen(kit);

        kit.crash(4);
        kit.advance(Duration.ofSeconds(3));
        assertThat(told.get(0)).isEmpty();
        kit.advance(Duration.ofSeconds(3));
        kit.nodes()
                .subList(0, 4)
                .forEach(node -> assertThat(told.get(node.number())).containsExactly("SUSPECTED node-4"));
        kit.advance(RESOLVED);

        kit.nodes()
                .subList(0, 4)
                .forEach(
                        node -> assertThat(told.get(node.number())).containsExactly("SUSPECTED node-4", "GONE node-4"));
    }

    @CometTest(nodes = 4, seeds = 5)
    void half_staysIfItHasTheLowestAddress(CometTestKit kit) {
        listen(kit);

        kit.partition(new int[] {0, 3});
        kit.advance(DETECTED.plus(RESOLVED));

        assertThat(kit.node(0).comet().lookup("any").toCompletableFuture().join())
                .hasSize(2);
        assertThat(told.get(1)).contains("DOWNED node-1");
        assertThat(told.get(2)).contains("DOWNED node-2");
    }

    @CometTest(nodes = 3, seeds = 5)
    void shortPause_isNotNoticed(CometTestKit kit) {
        listen(kit);

        kit.pause(2);
        kit.advance(Duration.ofSeconds(2));
        kit.resume(2);
        kit.advance(RESOLVED);

        assertThat(told.get(0)).isEmpty();
        assertThat(told.get(2)).isEmpty();
    }

    @CometTest(nodes = 3, seeds = 5)
    void longPause_isTheEndOfTheNode(CometTestKit kit) {
        listen(kit);

        kit.pause(2);
        kit.advance(DETECTED.plus(RESOLVED));
        assertThat(told.get(0)).containsExactly("SUSPECTED node-2", "GONE node-2");
        kit.resume(2);
        kit.advance(DETECTED.plus(RESOLVED));

        assertThat(told.get(2)).contains("DOWNED node-2");
        assertThat(kit.node(0).comet().lookup("any").toCompletableFuture().join())
                .hasSize(2);
    }

    @CometTest(nodes = 3, seeds = 5)
    void nodeThatStartsAgainAtOnce_isAnotherMember(CometTestKit kit) {
        listen(kit);

        kit.crash(1);
        kit.restart(1);
        kit.advance(Duration.ofSeconds(20));

        assertThat(told.get(0)).startsWith("GONE node-1", "JOINED node-1").endsWith("JOINED node-1");
        assertThat(kit.node(0).comet().lookup("any").toCompletableFuture().join())
                .hasSize(3);
        assertThat(kit.node(1).comet().lookup("any").toCompletableFuture().join())
                .hasSize(3);
    }

    @CometTest(nodes = 5, seeds = 5)
    void cutThatHealsBeforeItIsDetected_isNotNoticed(CometTestKit kit) {
        listen(kit);

        kit.partition(new int[] {0, 1});
        kit.advance(Duration.ofSeconds(2));
        kit.heal();
        kit.advance(RESOLVED);

        told.values().forEach(changes -> assertThat(changes).isEmpty());
    }

    /** Keeps what each node's application is told from now on. */
    private void listen(CometTestKit kit) {
        for (KitNode node : kit.nodes()) {
            List<String> changes = new ArrayList<>();
            told.put(node.number(), changes);
            Comet comet = node.comet();
            comet.watch(
                    change -> changes.add(change.kind() + " " + change.node().host()));
        }
        kit.advance(Duration.ofMillis(1));
        told.values().forEach(List::clear);
    }
}
