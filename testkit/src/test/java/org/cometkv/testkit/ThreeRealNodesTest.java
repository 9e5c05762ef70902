package org.cometkv.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.Await.await;
import static org.cometkv.testkit.Await.eventually;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pekko.actor.ActorSelection;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometNode;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveReply;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole path on three nodes over real Artery and a real cluster. */
@Tag("remoting")
class ThreeRealNodesTest {

    /** A majority may store a put before the first owner does; whoever reads at once waits for all. */
    private static final PutOptions ALL_ACKS = PutOptions.DEFAULT.acks(3);

    private static final List<CometNode> NODES = new ArrayList<>();

    @BeforeAll
    static void start() {
        NODES.add(RealNode.start());
        String seed = NODES.get(0).comet().self().address();
        NODES.add(RealNode.start(seed));
        NODES.add(RealNode.start(seed));
        for (CometNode node : NODES) {
            eventually(() -> assertThat(
                            node.comet().lookup("any").toCompletableFuture().join())
                    .hasSize(3));
        }
    }

    @AfterAll
    static void stop() {
        NODES.parallelStream().forEach(CometNode::close);
    }

    @Test
    void putOnA_getOnBAndC_update_remove() {
        PutReply put = await(comet(0).put("counter", Aso.script("""
                aso.count = 0
                function aso:onGet()
                  self.count = self.count + 1
                  return self.count
                end
                function aso:onUpdate(caller, value) self.count = value end
                """), ALL_ACKS));
        assertThat(put).isInstanceOf(PutReply.Stored.class);

        assertThat(value(await(comet(1).get("counter")))).isEqualTo(Value.of(1));
        assertThat(value(await(comet(2).get("counter")))).isEqualTo(Value.of(2));

        assertThat(await(comet(1).update("counter", Value.of(100), ALL_ACKS))).isInstanceOf(PutReply.Stored.class);
        assertThat(value(await(comet(2).get("counter")))).isEqualTo(Value.of(101));

        assertThat(await(comet(2).remove("counter"))).isInstanceOf(RemoveReply.Removed.class);
        assertThat(await(comet(0).get("counter"))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void timersFireOnEveryReplica() {
        await(comet(0).put("ticking", Aso.script("""
                aso.ticks = 0
                function aso:onTimer() self.ticks = self.ticks + 1 end
                function aso:onGet() return self.ticks end
                """).with("timer", 1), ALL_ACKS));

        eventually(() -> assertThat(await(comet(1).getFromAll("ticking")))
                .hasSize(3)
                .allSatisfy(
                        reply -> assertThat(((Value.Num) value(reply)).number()).isGreaterThanOrEqualTo(1)));
    }

    @Test
    void anObjectWithOneReplicaIsReadFromANodeThatDoesNotHoldIt() {
        PutReply put = await(comet(0).put("alone", Aso.value("x").replicas(1)));
        Contact holder = put.said().get(0).replica();

        for (CometNode node : NODES) {
            GetReply.Found found = (GetReply.Found) await(node.comet().get("alone"));
            assertThat(found.answer().replica()).isEqualTo(holder);
        }
    }

    @Test
    void randomBytesToTheRemotingPort_leaveTheNodeHealthy() throws IOException {
        await(comet(0).put("healthy", Aso.value("yes"), ALL_ACKS));
        Random random = new Random(20101004);
        Contact target = comet(1).self();
        for (int i = 0; i < 20; i++) {
            byte[] bytes = new byte[random.nextInt(4_096) + 1];
            random.nextBytes(bytes);
            try (Socket socket = new Socket(target.host(), target.port())) {
                OutputStream out = socket.getOutputStream();
                out.write(bytes);
                out.flush();
            } catch (java.net.SocketException closedByPeer) {
                // The node may close the connection at the first byte it does not like.
                assertThat(closedByPeer).isNotNull();
            }
        }

        for (CometNode node : NODES) {
            assertThat(value(await(node.comet().get("healthy")))).isEqualTo(Value.of("yes"));
            assertThat(node.comet().lookup("healthy").toCompletableFuture().join())
                    .hasSize(3);
        }
    }

    /** Nothing on the wire is bound to a serializer for it, and Java serialization is off. */
    private record Unregistered(String text) {}

    @Test
    void unregisteredClassesSentToTheGateway_leaveTheNodeHealthy() {
        await(comet(0).put("sound", Aso.value("yes"), PutOptions.DEFAULT.acks(3)));
        ActorSelection gateway = NODES.get(0)
                .system()
                .classicSystem()
                .actorSelection("pekko://comet@" + comet(1).self().address() + "/system/comet/gateway");
        for (int i = 0; i < 20; i++) {
            gateway.tell(new Unregistered("never arrives"), null);
            gateway.tell("arrives, and is no message of a Gateway", null);
            gateway.tell(i, null);
        }

        for (CometNode node : NODES) {
            assertThat(value(await(node.comet().get("sound")))).isEqualTo(Value.of("yes"));
            assertThat(await(node.comet().getFromAll("sound"))).hasSize(3);
            assertThat(node.comet().lookup("sound").toCompletableFuture().join())
                    .hasSize(3);
        }
    }

    private static Comet comet(int node) {
        return NODES.get(node).comet();
    }

    private static Value value(GetReply reply) {
        assertThat(reply).isInstanceOf(GetReply.Found.class);
        return ((GetReply.Found) reply).value();
    }
}
