package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.FakeCluster.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.peers.IngressCounters;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.seam.FakeMembers;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a Gateway takes from nobody: forged senders, replies nobody asked for, messages it cannot read. */
class IngressCountersTest {

    private static final Wire.Get GET = new Wire.Get(5, Replicas.KEY, Replicas.caller(), Value.NIL);

    private final FakeCluster cluster = new FakeCluster(2);
    private final TestProbe<GatewayMessage> peer = cluster.kit.createTestProbe(GatewayMessage.class);
    private final Contact stranger = Replicas.node(9);

    private final List<Wire.Item> received = new ArrayList<>();

    IngressCountersTest() {
        cluster.network.at(stranger).bind(peer.ref());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void aFrameUnderTheIdOfAnother_isDropped_andCounted() {
        Contact forger = new Contact(cluster.comet(1).self().id(), stranger.host(), stranger.port());
        Contact itself = new Contact(cluster.comet(0).self().id(), stranger.host(), stranger.port());

        deliver(forger, GET);
        deliver(itself, GET);
        deliver(stranger, GET);

        assertThat(reply().id()).isEqualTo(5);
        peer.expectNoMessage();
        assertThat(counts()).containsEntry(IngressCounters.Kind.FORGED, 2L);
    }

    @Test
    void aNodeUnderTheIdOfAnother_mayGreet() {
        Contact again = new Contact(cluster.comet(1).self().id(), stranger.host(), stranger.port());

        deliver(again, new Wire.Hello(Wire.PROTOCOL, FakeMembers.INCARNATION, true, false));

        Wire.Frame answer = (Wire.Frame) peer.receiveMessage();
        assertThat(answer.items()).containsExactly(new Wire.Hello(Wire.PROTOCOL, FakeMembers.INCARNATION, true, true));
    }

    @Test
    void aFrameGreetsOnce_howeverManyGreetingsItHolds() {
        Wire.Hello hello = new Wire.Hello(Wire.PROTOCOL, FakeMembers.INCARNATION, true, false);

        deliver(stranger, hello, hello, hello);
        deliver(stranger, GET);

        assertThat(((Wire.Frame) peer.receiveMessage()).items())
                .containsExactly(new Wire.Hello(Wire.PROTOCOL, FakeMembers.INCARNATION, true, true));
        assertThat(reply().id()).isEqualTo(5);
        assertThat(counts()).containsEntry(IngressCounters.Kind.REPEATED, 2L);
    }

    @Test
    void aReplyThatNobodyAskedFor_isDropped_andCounted() {
        deliver(stranger, new Wire.Reply(1, new ReplicaReply.Absent()), new Wire.Reply(-1, new ReplicaReply.Working()));

        assertThat(counts()).containsEntry(IngressCounters.Kind.UNASKED, 2L);
    }

    @Test
    void aRequestThatCannotBeRead_isRefusedAtOnce_andItsNeighborsAreServed() {
        Refusal why = Refusal.of(Refusal.Reason.UNKNOWN, "newer");

        deliver(
                stranger,
                new Wire.Unread(Wire.Waiting.SENDER, 4, why),
                new Wire.Unread(Wire.Waiting.NOBODY, 0, why),
                GET);

        assertThat(List.of(reply(), reply()))
                .containsExactlyInAnyOrder(
                        new Wire.Reply(4, new ReplicaReply.Refused(why)), new Wire.Reply(5, new ReplicaReply.Absent()));
        assertThat(counts()).containsEntry(IngressCounters.Kind.UNREAD, 2L);
    }

    @Test
    void aReplyThatCannotBeRead_endsTheWaitForIt() {
        Contact owner = new Contact(NodeId.of("owner"), stranger.host(), stranger.port());
        cluster.network.at(owner).bind(peer.ref());
        PendingReply<GetReply> asked = new PendingReply<>(new RequestCounts());
        cluster.doors(0)
                .gateway()
                .tell(new Requester.Begin<>(
                        new GetOperation(Replicas.KEY, Replicas.caller(), Value.NIL, List.of(owner)), asked));
        Wire.Get get = (Wire.Get) ((Wire.Frame) peer.receiveMessage()).items().get(0);
        Refusal why = Refusal.of(Refusal.Reason.INVALID, "the message cannot be read: newer");

        deliver(owner, new Wire.Unread(Wire.Waiting.RECEIVER, get.id(), why));

        assertThat(((GetReply.Refused) await(asked)).refusal()).isEqualTo(why);
    }

    private Wire.Reply reply() {
        if (received.isEmpty()) {
            received.addAll(((Wire.Frame) peer.receiveMessage()).items());
        }
        return (Wire.Reply) received.remove(0);
    }

    private void deliver(Contact from, Wire.Item... items) {
        cluster.network.deliver(
                new Wire.Frame(from, 7, List.of(items), 0),
                cluster.comet(0).self().address());
    }

    private Map<IngressCounters.Kind, Long> counts() {
        TestProbe<Map<IngressCounters.Kind, Long>> probe = cluster.kit.createTestProbe();
        cluster.doors(0).gateway().tell(new Gateway.Report(probe.ref()));
        return probe.receiveMessage();
    }
}
