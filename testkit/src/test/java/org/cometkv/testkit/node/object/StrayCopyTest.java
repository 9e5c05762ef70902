package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.cometkv.actors.Aso;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.KitNode;
import org.cometkv.testkit.node.Kits;
import org.cometkv.testkit.observed.ObservedReplica;
import org.junit.jupiter.api.Test;

/** The copies of an object that replicates itself, as nodes join that are closer to its key. */
class StrayCopyTest {

    private static final String KEY = "spread";

    private static final int JOINING = 4;

    @Test
    void copyOnANodeThatIsNoNeighborAnyMore_endsAfterItsTime_andTheOthersStay() {
        try (CometTestKit kit = Kits.of(RoutingView.K, "comet.replication.stray-age = 10m")) {
            kit.put(KEY, Aso.script("""
                    aso.replication = "self"
                    function aso:onGet() comet.put(self, comet.lookup()) return "copied" end
                    """));
            kit.advance(Duration.ofMinutes(2));
            kit.get(KEY);
            kit.awaitQuiet();
            assertThat(holders(kit)).hasSize(RoutingView.K);

            for (int i = 0; i < JOINING; i++) {
                kit.join();
                kit.advance(Duration.ofSeconds(5));
            }
            kit.advance(Duration.ofMinutes(5));
            assertThat(holders(kit)).as("for a while").hasSize(RoutingView.K);
            kit.advance(Duration.ofMinutes(10));

            Set<String> neighbors = neighbors(kit);
            assertThat(neighbors).hasSize(RoutingView.K);
            assertThat(holders(kit)).isNotEmpty().allMatch(neighbors::contains);
            assertThat(holders(kit).size()).isBetween(RoutingView.K - JOINING, RoutingView.K - 1);
        }
    }

    private static Set<String> holders(CometTestKit kit) {
        return kit.object(KEY).replicas().stream().map(ObservedReplica::node).collect(Collectors.toSet());
    }

    /** The nodes whose ids are closest to the key. */
    private static Set<String> neighbors(CometTestKit kit) {
        Key key = Key.of(KEY);
        return kit.nodes().stream()
                .sorted((one, other) -> distance(one, key).compareTo(distance(other, key)))
                .limit(RoutingView.K)
                .map(KitNode::toString)
                .collect(Collectors.toSet());
    }

    private static NodeId distance(KitNode node, Key key) {
        Key id = node.contact().id().point();
        return new NodeId(new Key(id.a() ^ key.a(), id.b() ^ key.b(), id.c() ^ key.c(), id.d() ^ key.d()));
    }
}
