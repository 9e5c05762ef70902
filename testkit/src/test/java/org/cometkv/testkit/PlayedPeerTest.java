package org.cometkv.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;

class PlayedPeerTest {

    private static final Contact CONTACT = new Contact(NodeId.of("played"), "played", 7);
    private static final Wire.Get GET = new Wire.Get(1, Key.of("nothing"), Caller.local(CONTACT, "tester"), Value.NIL);

    @Test
    void stranger_isAnswered_andOwnsNothing() {
        try (CometTestKit kit = CometTestKit.simulated(1)) {
            PlayedPeer peer = kit.peer(CONTACT);

            peer.send(kit.node(1).contact(), GET);

            assertThat(peer.next()).isEqualTo(new Wire.Reply(1, new ReplicaReply.Absent()));
            assertThat(kit.node(1).comet().lookup("any").toCompletableFuture().join())
                    .doesNotContain(CONTACT);
        }
    }

    @Test
    void peerThatJoinsAndGreets_ownsKeys() {
        try (CometTestKit kit = CometTestKit.simulated(2)) {
            PlayedPeer peer = kit.peer(CONTACT);
            peer.join();
            assertThat(peer.drain()).hasSize(3).allMatch(Wire.Hello.class::isInstance);

            kit.nodes().forEach(node -> peer.send(node.contact(), peer.hello(true, true)));
            kit.awaitQuiet();

            assertThat(kit.nodes())
                    .allSatisfy(node -> assertThat(node.comet()
                                    .lookup("any")
                                    .toCompletableFuture()
                                    .join())
                            .contains(CONTACT));
        }
    }

    @Test
    void injectedFrame_waitsForAPausedNode() {
        try (CometTestKit kit = CometTestKit.simulated(3)) {
            PlayedPeer peer = kit.peer(CONTACT);
            Wire.Frame frame = new Wire.Frame(CONTACT, 0, List.of(GET), 0);
            kit.pause(1);
            kit.inject(frame, 1);
            kit.advance(Duration.ofSeconds(1));
            assertThat(peer.drain()).isEmpty();

            kit.resume(1);

            assertThat(peer.next()).isInstanceOf(Wire.Reply.class);
        }
    }

    @Test
    void frameOfAnotherNodesName_isSentAsItIs() {
        try (CometTestKit kit = CometTestKit.simulated(4)) {
            Contact forger = new Contact(kit.node(0).contact().id(), CONTACT.host(), CONTACT.port());
            PlayedPeer peer = kit.peer(forger);

            peer.send(kit.node(1).contact(), GET);
            kit.advance(Duration.ofSeconds(1));

            assertThat(peer.drain()).as("a node takes nothing of a forger").isEmpty();
        }
    }

    @Test
    void nodesThatStop_endWhatIsUnderWay_inNoTime() {
        try (CometTestKit kit = CometTestKit.simulated(5)) {
            var get = kit.node(1).comet().get("nothing");
            Duration before = kit.now();

            kit.stop(1, 2);

            assertThat(get.toCompletableFuture()).isDone();
            assertThat(kit.now()).isEqualTo(before);
            kit.advance(Duration.ofSeconds(5));
            assertThat(kit.node(0).comet().lookup("any").toCompletableFuture().join())
                    .hasSize(1);
        }
    }
}
