package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cometkv.actors.peers.IngressCounters;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Waiting;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.PlayedPeer;
import org.cometkv.testkit.node.Gateways;
import org.cometkv.testkit.node.Kits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a Gateway takes from nobody: forged senders, replies nobody asked for, messages it cannot read. */
class IngressCountersTest {

    private static final Wire.Get GET = new Wire.Get(5, Replicas.KEY, Replicas.caller(), Value.NIL);

    private final CometTestKit kit = Kits.of(2);
    private final Contact stranger = Replicas.node(9);
    private final PlayedPeer peer = kit.peer(stranger);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aFrameUnderTheIdOfAnother_isDropped_andCounted() {
        Contact forger = new Contact(kit.node(1).contact().id(), stranger.host(), stranger.port());
        Contact itself = new Contact(kit.node(0).contact().id(), stranger.host(), stranger.port());

        deliver(forger, GET);
        deliver(itself, GET);
        deliver(stranger, GET);

        assertThat(reply().id()).isEqualTo(5);
        expectNothing();
        assertThat(counts()).containsEntry(IngressCounters.Kind.FORGED, 2L);
    }

    @Test
    void aNodeUnderTheIdOfAnother_mayGreet() {
        Contact again = new Contact(kit.node(1).contact().id(), stranger.host(), stranger.port());

        deliver(again, new Wire.Hello(Wire.PROTOCOL, 1, true, Limits.DEFAULTS, Optional.empty(), false));

        assertThat(peer.next())
                .isEqualTo(new Wire.Hello(Wire.PROTOCOL, 1, true, Limits.DEFAULTS, Optional.of(Limits.DEFAULTS), true));
        expectNothing();
    }

    @Test
    void aFrameGreetsOnce_howeverManyGreetingsItHolds() {
        Wire.Hello hello = new Wire.Hello(Wire.PROTOCOL, 1, true, Limits.DEFAULTS, Optional.empty(), false);

        deliver(stranger, hello, hello, hello);
        deliver(stranger, GET);

        assertThat(peer.next())
                .isEqualTo(new Wire.Hello(Wire.PROTOCOL, 1, true, Limits.DEFAULTS, Optional.of(Limits.DEFAULTS), true));
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

        deliver(stranger, new Wire.Unread(Waiting.SENDER, 4, why), new Wire.Unread(Waiting.NOBODY, 0, why), GET);

        assertThat(List.of(reply(), reply()))
                .containsExactlyInAnyOrder(
                        new Wire.Reply(4, new ReplicaReply.Refused(why)), new Wire.Reply(5, new ReplicaReply.Absent()));
        assertThat(counts()).containsEntry(IngressCounters.Kind.UNREAD, 2L);
    }

    @Test
    void aReplyThatCannotBeRead_endsTheWaitForIt() {
        Contact owner = new Contact(NodeId.of("owner"), stranger.host(), stranger.port());
        PlayedPeer asked = kit.peer(owner);
        PendingReply<GetReply> reply = new PendingReply<>(new RequestCounts());
        GetOperation operation = new GetOperation(
                Replicas.KEY, Replicas.caller(), Value.NIL, new ReadOrder(List.of(owner), List.of(), 1));
        Gateways.tell(kit, 0, new Requester.Begin<>(operation, reply));
        Wire.Get get = (Wire.Get) asked.next();
        Refusal why = Refusal.of(Refusal.Reason.INVALID, "the message cannot be read: newer");

        deliver(owner, new Wire.Unread(Waiting.RECEIVER, get.id(), why));

        assertThat(((GetReply.Refused) kit.await(reply)).refusal()).isEqualTo(why);
    }

    private Wire.Reply reply() {
        return (Wire.Reply) peer.next();
    }

    private void expectNothing() {
        kit.advance(Duration.ofSeconds(1));
        assertThat(peer.drain()).isEmpty();
    }

    private void deliver(Contact from, Wire.Item... items) {
        kit.inject(new Wire.Frame(from, 7, List.of(items), 0), 0);
    }

    private Map<IngressCounters.Kind, Long> counts() {
        return Gateways.counts(kit, 0);
    }
}
