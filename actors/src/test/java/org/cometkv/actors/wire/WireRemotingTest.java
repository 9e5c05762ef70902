package org.cometkv.actors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two actor systems over Artery on loopback ports that the system picks. */
@Tag("remoting")
class WireRemotingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Config NODE = ConfigFactory.parseString("""
                    pekko.actor.provider = remote
                    pekko.loglevel = OFF
                    pekko.stdout-loglevel = OFF
                    pekko.log-dead-letters = off
                    pekko.remote.artery { transport = tcp, canonical { hostname = "127.0.0.1", port = 0 } }
                    pekko.coordinated-shutdown.exit-jvm = off
                    """).withFallback(ConfigFactory.load());

    /** A node gone mad: under our serializer's id it sends whatever bytes it likes. */
    private static final Config LIAR = ConfigFactory.parseString("""
                    pekko.actor {
                      serializers.comet-wire = "org.cometkv.actors.wire.WireRemotingTest$LyingSerializer"
                      serialization-bindings."org.cometkv.actors.wire.WireRemotingTest$Lie" = comet-wire
                    }
                    """).withFallback(NODE);

    record Lie(byte[] bytes) {}

    record Unregistered(String text) {}

    private final List<ActorSystem<?>> systems = new ArrayList<>();
    private final ActorSystem<?> here = system("here", NODE);
    private final ActorSystem<?> there = system("there", NODE);
    private final TestProbe<Object> hereProbe = TestProbe.create("probe", Object.class, here);
    private final TestProbe<Object> thereProbe = TestProbe.create("probe", Object.class, there);

    @AfterEach
    void shutDown() {
        systems.forEach(system -> ActorTestKit.shutdown(system, PATIENCE));
    }

    @Test
    void frame_arrivesAsItWasSent() {
        Wire.Frame frame = WireSamples.frame();

        seenFrom(here, there, thereProbe).tell(frame);

        assertThat(thereProbe.receiveMessage(PATIENCE))
                .usingRecursiveComparison()
                .ignoringFields("size")
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(frame);
        assertBothHealthy();
    }

    @Test
    void unregisteredClass_isDroppedByItsSender() {
        ActorRef<Object> remote = seenFrom(here, there, thereProbe);

        for (int i = 0; i < 20; i++) {
            remote.tell(new Unregistered("x"));
            remote.tell(new ArrayList<>(List.of("x")));
        }

        assertBothHealthy();
        assertThat(MalformedMessage.count(there).sum()).isZero();
    }

    @Test
    void frameOverArterysBound_isDroppedAndTheNextArrives() {
        Wire.Item large = new Wire.Get(1, WireSamples.KEY, WireSamples.PLAIN, Value.of(new byte[256 * 1024]));

        seenFrom(here, there, thereProbe).tell(WireSamples.frame(List.of(large)));

        assertBothHealthy();
        assertThat(MalformedMessage.count(there).sum()).isZero();
    }

    @Test
    void undecodableMessages_areCountedAndTheNextIsReceived() {
        ActorSystem<?> liar = system("liar", LIAR);
        ActorRef<Object> remote = seenFrom(liar, there, thereProbe);
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && i % 2 == 0) {
                bytes[0] = Wire.PROTOCOL;
            }
            remote.tell(new Lie(bytes));
        }
        WireSerializer honest = new WireSerializer(770_001, new LongAdder());
        Wire.Frame frame = WireSamples.frame(List.of());
        remote.tell(new Lie(honest.toBinary(frame)));

        assertThat(thereProbe.receiveMessage(PATIENCE)).isEqualTo(frame);
        assertThat(MalformedMessage.count(there).sum()).isEqualTo(200);
        assertThat(MalformedMessage.count(here).sum()).isZero();
        assertBothHealthy();
    }

    @Test
    void randomBytesAtThePort_harmNobody() throws IOException {
        assertBothHealthy();
        Random random = new Random(11);
        for (int i = 0; i < 20; i++) {
            byte[] bytes = new byte[1 + random.nextInt(2_000)];
            random.nextBytes(bytes);
            connectAndWrite(there, bytes);
        }
        assertBothHealthy();
    }

    /** Garbage behind Artery's own greeting, so that it gets as far as the decoder of its envelopes. */
    @Test
    void randomEnvelopes_harmNobody() throws IOException {
        assertBothHealthy();
        Random random = new Random(13);
        for (int i = 0; i < 20; i++) {
            byte[] envelope = new byte[1 + random.nextInt(500)];
            random.nextBytes(envelope);
            ByteBuffer bytes = ByteBuffer.allocate(9 + envelope.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.put(new byte[] {'A', 'K', 'K', 'A', (byte) (1 + i % 3)});
            bytes.putInt(envelope.length).put(envelope);
            connectAndWrite(there, bytes.array());
        }
        assertBothHealthy();
    }

    private void assertBothHealthy() {
        Wire.Frame ping = WireSamples.frame(
                List.of(new Wire.Hello(1, Replicas.INCARNATION, true, Limits.DEFAULTS, Optional.empty(), false)));
        seenFrom(here, there, thereProbe).tell(ping);
        assertThat(thereProbe.receiveMessage(PATIENCE)).isEqualTo(ping);
        seenFrom(there, here, hereProbe).tell(ping);
        assertThat(hereProbe.receiveMessage(PATIENCE)).isEqualTo(ping);
    }

    private ActorSystem<?> system(String name, Config config) {
        ActorSystem<?> system = Adapter.toTyped(org.apache.pekko.actor.ActorSystem.create(name, config));
        systems.add(system);
        return system;
    }

    private static ActorRef<Object> seenFrom(ActorSystem<?> from, ActorSystem<?> home, TestProbe<Object> probe) {
        String path = ActorRefResolver.get(home).toSerializationFormat(probe.ref());
        return ActorRefResolver.get(from).resolveActorRef(path);
    }

    private static void connectAndWrite(ActorSystem<?> system, byte[] bytes) throws IOException {
        int port = (Integer) system.address().port().get();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream()) {
            out.write(bytes);
            out.flush();
            socket.shutdownOutput();
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getInputStream().readAllBytes();
        } catch (java.net.SocketException e) {
            // The node hung up in the middle: that is its right.
            assertThat(e).hasMessageFindingMatch("reset|Broken pipe|abort");
        }
    }

    /** Its id is that of the serializer it pretends to be. */
    static final class LyingSerializer extends SerializerWithStringManifest {

        @Override
        public int identifier() {
            return 770_001;
        }

        @Override
        public String manifest(Object message) {
            return "";
        }

        @Override
        public byte[] toBinary(Object message) {
            return ((Lie) message).bytes();
        }

        @Override
        public Object fromBinary(byte[] bytes, String manifest) {
            throw new IllegalStateException("a liar does not listen");
        }
    }
}
