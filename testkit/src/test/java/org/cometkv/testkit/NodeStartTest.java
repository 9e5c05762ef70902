package org.cometkv.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.testkit.Await.await;

import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.event.Logging;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometException;
import org.cometkv.actors.CometNode;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scala.Console;

/** The start and the end of a real node: what is wrong is said in one sentence. */
@Tag("remoting")
class NodeStartTest {

    private static final String PORT = "pekko.remote.artery.canonical.port";

    @Test
    void aPortInUse_isNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertFails(
                    Map.of(PORT, taken.getLocalPort()),
                    CometException.Code.START,
                    "port " + taken.getLocalPort() + " on 127.0.0.1 cannot be used");
        }
    }

    @Test
    void badValues_areNamedWithTheirBound() {
        assertFails(
                Map.of("pekko.remote.artery.canonical.hostname", "no-such-host.invalid"),
                CometException.Code.START,
                "the host \"no-such-host.invalid\" is unknown");
        assertFails(Map.of(PORT, 70_000), CometException.Code.START, PORT + " is 70000; a port is 0 to 65535");
        assertFails(Map.of(PORT, "many"), CometException.Code.START, PORT);
        assertFails(Map.of("comet.replication.replicas", 21), CometException.Code.START, "is 21; it must be 1 to 20");
        assertFails(Map.of("comet.node.system", "my system"), CometException.Code.START, "\"my system\"");
        assertFails(Map.of("comet.handlers-dispatcher.throughput", "lots"), CometException.Code.START, "throughput");
        assertFails(Map.of("pekko.cluster.seed-nodes", 7), CometException.Code.START, "seed-nodes");
        assertFails(
                Map.of("pekko.cluster.seed-nodes", java.util.List.of("nowhere")),
                CometException.Code.START,
                "a seed is pekko://system@host:port");
        assertFails(
                Map.of("pekko.cluster.seed-nodes", java.util.List.of("pekko://comet@no-such-host.invalid:7")),
                CometException.Code.UNREACHABLE,
                "the host \"no-such-host.invalid\" is unknown");
    }

    @Test
    void aSeedThatDoesNotAnswer_isNamed() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String seed = "pekko://comet@127.0.0.1:" + deaf.getLocalPort();
            assertFails(
                    Map.of("pekko.cluster.seed-nodes", java.util.List.of(seed), "comet.members.join-timeout", "1s"),
                    CometException.Code.UNREACHABLE,
                    "the node was not ready within 1000 ms: it is no member of its cluster yet; its seed nodes are ["
                            + seed + "]");
        }
    }

    @Test
    void aSystemWithoutACluster_isToldWhatItLacks() {
        ActorSystem<Void> system = ActorSystem.create(
                Behaviors.empty(),
                "plain",
                ConfigFactory.parseMap(Map.of("pekko.actor.provider", "local")).withFallback(ConfigFactory.load()));
        try {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> Comet.get(system))
                        .isInstanceOf(CometException.class)
                        .hasMessage("pekko.actor.provider is \"local\"; Comet needs pekko.actor.provider = cluster");
            }
        } finally {
            system.terminate();
        }
    }

    @Test
    void close_mayBeCalledTwice_andEveryCallAfterItIsBroken() {
        CometNode node = RealNode.start();
        Comet comet = node.comet();
        assertThat(await(comet.put("key", "x"))).isInstanceOf(PutReply.Stored.class);

        node.close();
        node.close();

        for (var call : java.util.List.of(
                comet.get("key"), comet.put("key", "y"), comet.remove("key"), comet.getFromAll("key"), comet.ready())) {
            assertThatThrownBy(() -> call.toCompletableFuture().get(30, java.util.concurrent.TimeUnit.SECONDS))
                    .hasCauseInstanceOf(CometException.class)
                    .hasMessageContaining("the node is closed");
        }
    }

    @Test
    void whatIsLoggedAfterTheEnd_staysOffStdout() {
        CometNode node = RealNode.start();
        node.close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Console.withOut(out, () -> {
            Adapter.toClassic(node.system())
                    .eventStream()
                    .publish(new Logging.Error("a connection", NodeStartTest.class, "it was aborted"));
            return null;
        });

        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aNodeThatHostsNoObjects_takesPart() {
        try (CometNode host = RealNode.start();
                CometNode client = RealNode.startWith(
                        Map.of("comet.node.hosts-objects", "off"),
                        host.comet().self().address())) {
            Await.eventually(() -> assertThat(
                            client.comet().lookup("key").toCompletableFuture().join())
                    .containsExactly(host.comet().self()));

            assertThat(await(client.comet().put("key", "x"))).isInstanceOf(PutReply.Stored.class);

            GetReply.Found found = (GetReply.Found) await(client.comet().get("key"));
            assertThat(found.value()).isEqualTo(Value.of("x"));
            assertThat(host.comet().lookup("key").toCompletableFuture().join())
                    .containsExactly(host.comet().self());
        }
    }

    private static void assertFails(Map<String, Object> overrides, CometException.Code code, String message) {
        assertThatThrownBy(
                        () -> CometNode.start(ConfigFactory.parseMap(overrides)).close())
                .isInstanceOfSatisfying(
                        CometException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }
}
