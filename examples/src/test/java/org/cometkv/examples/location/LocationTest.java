package org.cometkv.examples.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.CometAssertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.observed.ObservedReplica;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

class LocationTest {

    private static final Value PLACES = Value.list(Value.of("node-1"), Value.of("node-3"), Value.of("node-4"));

    /** The time until the cluster removed a node that crashed, a tick, and the wait of its probe. */
    private static final Duration REMOVED = Duration.ofSeconds(50);

    @Test
    void aNodeOutsideRefusesIt_andOneInsideNotesWhereItIs() {
        ScriptTester outside = object("node-2");
        ScriptTester inside = object("node-3");

        assertThat(outside.put().isCompleted()).isFalse();
        assertThat(outside.exists()).isFalse();
        assertThat(inside.put()).isCompleted();
        assertThat(inside.get("where").list()).hasSize(1);
    }

    @Test
    void copiesAreInsideOnly_alsoThoseThatAreMadeAnew_andWhoComesFromOutsideGetsNone() {
        try (CometTestKit kit = CometTestKit.builder().seed(5).nodes(6).build()) {
            String key = keyOwnedBy(kit, 3);
            Aso aso = aso().with("copies", 2).with("timer", 5);
            assertThat(kit.await(kit.node(0).comet().put(key, aso, PutOptions.DEFAULT.acks(1))))
                    .isInstanceOf(PutReply.Stored.class);
            kit.awaitQuiet();
            Set<String> first = holders(kit, key);
            assertThat(first).hasSize(2).isSubsetOf("node-1", "node-3", "node-4");

            String lost = first.contains("node-1") ? "node-1" : "node-4";
            kit.crash(Integer.parseInt(lost.substring("node-".length())));
            kit.join();
            kit.advance(REMOVED);

            assertThat(holders(kit, key))
                    .hasSize(2)
                    .isSubsetOf("node-1", "node-3", "node-4")
                    .doesNotContain(lost);
        }
    }

    @Test
    void aPutWhoseFirstOwnerIsOutside_isRefused_andNothingIsStored() {
        try (CometTestKit kit = CometTestKit.builder().seed(6).nodes(6).build()) {
            String key = keyOwnedBy(kit, 2);

            assertThat(kit.await(kit.node(0).comet().put(key, aso(), PutOptions.DEFAULT.acks(1))))
                    .isInstanceOf(PutReply.Refused.class);

            kit.advance(REMOVED);
            assertThat(holders(kit, key)).isEmpty();
        }
    }

    @Test
    void onThreeNodesTheStoryIsAsPromised() {
        assertThat(ThreeNodes.tell(new Location())).contains("came there by");
    }

    private static Aso aso() {
        return Aso.script(new Location().script()).with("value", "data").with("places", PLACES);
    }

    private static ScriptTester object(String node) {
        return ScriptTester.of(aso(), Key.of("data"), node);
    }

    private static String keyOwnedBy(CometTestKit kit, int node) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> "data-" + i)
                .filter(key -> kit.await(kit.node(0).comet().lookup(key))
                        .get(0)
                        .equals(kit.node(node).contact()))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> holders(CometTestKit kit, String key) {
        return kit.object(key).replicas().stream()
                .map(ObservedReplica::node)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
