package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.CometException;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.Metric;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.seam.Seams;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.Test;

/** Two nodes of one cluster whose configurations give them one id. */
class SharedIdTest {

    private static final NodeId SHARED = NodeId.of("configured twice");

    /** The network of a node with another id than the kit gives it. */
    private record Renamed(Network network) implements Network {

        @Override
        public Contact self() {
            return new Contact(SHARED, network.self().host(), network.self().port());
        }

        @Override
        public void bind(ActorRef<GatewayMessage> gateway) {
            network.bind(gateway);
        }

        @Override
        public Link link(String host, int port) {
            return network.link(host, port);
        }
    }

    @Test
    void nodeThatJoinsUnderTheIdOfAMember_isEnded_withBothAddresses_andNothingIsLost() {
        try (CometTestKit kit = kit(3, 0, 3);
                LoggedLines log = new LoggedLines("org.cometkv.members")) {
            putAll(kit);

            kit.join();
            kit.advance(Duration.ofSeconds(10));

            CometException fault = Kits.broken(kit, kit.node(3).comet().ready());
            assertThat(fault.code()).isEqualTo(CometException.Code.CLOSED);
            assertThat(fault.getMessage())
                    .startsWith("comet.node.id of this node, ")
                    .contains("@node-3:2554, is that of a member of its cluster, ")
                    .contains("@node-0:2551; each node needs an id of its own");
            assertThat(log.at(Level.WARN))
                    .hasSize(4)
                    .allMatch(line -> line.contains("@node-3:2554 has the id of")
                            && line.contains("@node-0:2551, and owns no keys"));
            assertAllThere(kit, 3);
        }
    }

    /** Nobody was there before the other: all decide by the incarnations, and alike. */
    @Test
    void ofTwoNodesThatStartTogetherUnderOneId_oneIsEnded_andTheOthersStoreAllTheSame() {
        try (CometTestKit kit = kit(4, 1, 2)) {
            kit.advance(Duration.ofSeconds(10));

            assertThat(Kits.broken(kit, kit.node(2).comet().ready())).hasMessageContaining("comet.node.id");
            putAll(kit);
            assertAllThere(kit, 2);
        }
    }

    @Test
    void nodeUnderTheIdOfOneThatCrashed_ownsItsKeys_onceThatIsRemoved() {
        try (CometTestKit kit = kit(4, 0, 4)) {
            putAll(kit);
            kit.crash(0);

            kit.join();
            kit.advance(Duration.ofSeconds(90));

            kit.await(kit.node(4).comet().ready());
            assertThat(kit.node(1).comet().metrics().value(Metric.NODES_OWNERS)).isEqualTo(4);
            assertAllThere(kit, 0);
        }
    }

    private static CometTestKit kit(int nodes, int one, int other) {
        return Kits.builder(nodes, "")
                .seams((node, own) -> node == one || node == other
                        ? new Seams(
                                own.clock(),
                                new Renamed(own.network()),
                                own.members(),
                                own.chance(),
                                own.store(),
                                own.witness())
                        : own)
                .build();
    }

    private static void putAll(CometTestKit kit) {
        IntStream.range(0, 20).forEach(i -> {
            int node = i % 2 == 0 ? 0 : 1;
            assertThat(kit.await(kit.node(node).comet().put("key-" + i, "value " + i)))
                    .isInstanceOf(PutReply.Stored.class);
        });
    }

    private static void assertAllThere(CometTestKit kit, int ended) {
        for (int node = 0; node < kit.nodes().size(); node++) {
            for (int i = 0; node != ended && i < 20; i++) {
                GetReply reply = kit.await(kit.node(node).comet().get("key-" + i));
                assertThat(Kits.value(reply)).as("key-%d at node %d", i, node).isEqualTo(Value.of("value " + i));
            }
        }
    }
}
