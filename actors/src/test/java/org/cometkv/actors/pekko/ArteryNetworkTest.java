package org.cometkv.actors.pekko;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.actors.requests.Replicas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("remoting")
class ArteryNetworkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ActorSystem<Void> system = ActorSystem.create(
            Behaviors.empty(), "comet", ConfigFactory.parseString("""
                    pekko.actor.provider = remote
                    pekko.loglevel = WARNING
                    pekko.remote.artery { transport = tcp, canonical { hostname = "127.0.0.1", port = 0 } }
                    """).withFallback(ConfigFactory.load()));
    private final ArteryNetwork network =
            new ArteryNetwork(system, Replicas.node(1).id(), "/user/gateway");
    private final CompletableFuture<Void> refused = new CompletableFuture<>();

    @AfterEach
    void stop() {
        ActorTestKit.shutdown(system, PATIENCE);
    }

    @Test
    void addressAtWhichNobodyListens_refuses() throws Exception {
        int port = freePort();

        network.look("127.0.0.1", port, () -> refused.complete(null));

        refused.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void addressAtWhichSomebodyListens_doesNotRefuse() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            network.look("127.0.0.1", listening.getLocalPort(), () -> refused.complete(null));

            try (Socket looked = listening.accept()) {
                assertThat(looked.getInputStream().read()).isEqualTo(-1);
            }
        }
        assertThat(refused).isNotDone();
    }

    private static int freePort() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return listening.getLocalPort();
        }
    }
}
