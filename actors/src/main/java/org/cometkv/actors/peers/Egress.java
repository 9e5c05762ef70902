package org.cometkv.actors.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.settings.PeerSettings;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.MalformedMessage;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSerializer;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * The outbound side of a node: requests within their peer's window, and items for one peer in one frame.
 *
 * <p>Not thread-safe; owned by the Gateway.
 */
final class Egress {

    /** What is larger travels in parts, so that it holds up nothing for long. */
    static final int WHOLE_BYTES_MAX = 128 * 1_024;

    /** Bytes of a part: with what is around it, it is as large as what travels whole. */
    static final int PART_BYTES = 120 * 1_024;

    private static final long RETRY_MILLIS = 10;

    private final NodeContext node;
    private final ActorRef<GatewayMessage> gateway;
    private final LongConsumer left;
    private final CometSettings.Requests settings;
    private final PeerSettings limits;
    private final WireSerializer serializer = new WireSerializer(0, new LongAdder());
    private final WireSize size = new WireSize();
    private final List<Peer> unsent = new ArrayList<>();
    private final Set<Peer> refusing = new LinkedHashSet<>();
    private final PeerTable peers;
    private final SilenceWatch silence = new SilenceWatch(this::look);
    /** No joined refusals are to go before this, but for those that are on their way to be flushed. */
    private long refusalsDueMillis = DeadlineTask.NEVER;

    /**
     * An outbound side that sent nothing yet.
     *
     * @param gateway told to flush, of what cannot be sent, and of peers whose processes have ended
     * @param left told the number of each request that goes after it waited for room
     */
    Egress(NodeContext node, ActorRef<GatewayMessage> gateway, LongConsumer left) {
        this.node = node;
        this.gateway = gateway;
        this.left = left;
        this.settings = node.settings().requests();
        this.limits = node.settings().peers();
        this.peers = new PeerTable(this::isMember, this::made);
    }

    /** The peer at this contact. */
    Peer peer(Contact contact) {
        return peers.at(contact);
    }

    /** Requests that fill windows. */
    int out() {
        return peers.sum(Peer::out);
    }

    /** Requests that wait for room in windows. */
    int waiting() {
        return peers.sum(Peer::waiting);
    }

    /** The peer is gone; not another one that has its id by now. */
    void forget(Contact contact) {
        peers.forget(contact).ifPresent(peer -> {
            refusing.remove(peer);
            silence.forget(peer);
        });
    }

    /**
     * Sends a request now or when its peer's window has room for it; or tells the Gateway at once why not.
     *
     * @return what to give back when it is over
     */
    OutboundMessage ask(Peer peer, Wire.Request request, long nowMillis) {
        Optional<Refusal> denied =
                request.isUrgent() ? Optional.empty() : peer.denials().refusal(request.key(), nowMillis);
        if (denied.isPresent()) {
            return unsent(peer, request, denied.get());
        }
        OutboundMessage outgoing;
        try {
            outgoing = outgoing(peer, request, size.item(request));
        } catch (IllegalArgumentException e) {
            return unsent(peer, request, invalid("the request cannot be sent: " + e.getMessage()));
        }
        switch (peer.window(request).offer(outgoing, nowMillis)) {
            case GOES -> sendRequest(outgoing, nowMillis);
            case WAITS -> {
                // It goes when a reply makes room.
            }
            case FULL -> {
                return unsent(
                        peer,
                        request,
                        Refusal.retry(
                                Refusal.Reason.BUSY,
                                "too many requests wait to be sent to " + peer.contact(),
                                RETRY_MILLIS));
            }
        }
        return outgoing;
    }

    /** Its peer works on it. */
    void received(OutboundMessage request, long nowMillis) {
        if (request.peer != null) {
            request.peer.window(request.item).received(request, nowMillis, this::leave);
        }
    }

    /** Nobody waits for the reply any more. */
    void over(OutboundMessage request, long nowMillis) {
        if (request.peer != null) {
            request.peer.window(request.item).over(request, nowMillis, this::leave);
        }
    }

    /** The peer is suspect, or is not any more. */
    void suspect(Contact contact, boolean isSuspect, long nowMillis) {
        peer(contact).suspect(isSuspect, nowMillis, this::leave);
    }

    /** Sends a request that waited for room. */
    private void leave(OutboundMessage request) {
        request.leaves();
        sendRequest(request, request.sentMillis);
        left.accept(((Wire.Request) request.item).id());
    }

    /** Sends a reply; one that cannot be sent is replaced by a refusal. Returns what was sent. */
    OutboundMessage reply(Peer peer, Wire.Reply reply) {
        return reply(peer, reply, WireSize.UNCOUNTED);
    }

    /** As {@link #reply(Peer, Wire.Reply)}, when another thread has counted its bytes. */
    OutboundMessage reply(Peer peer, Wire.Reply reply, int bytes) {
        OutboundMessage outgoing;
        try {
            outgoing = outgoing(peer, reply, bytes == WireSize.UNCOUNTED ? size.item(reply) : bytes);
        } catch (IllegalArgumentException e) {
            Refusal why = invalid("the answer cannot be sent: " + e.getMessage());
            Wire.Reply no = new Wire.Reply(reply.id(), new ReplicaReply.Refused(why));
            outgoing = outgoing(peer, no, size.item(no));
        }
        send(outgoing);
        return outgoing;
    }

    /** Refuses a request for a rate; the refusals of a window of time travel joined. */
    void refuse(Peer peer, Optional<Key> key, long id, Refusal refusal, long perSecond) {
        peer.refusals().add(key, id, refusal, perSecond);
        refusing.add(peer);
        if (peer.isRefusalDue(nowMillis())) {
            schedule(peer);
        } else {
            refusalsDueMillis = Math.min(refusalsDueMillis, peer.refusals().dueMillis());
        }
    }

    /** Sends an item that nobody replies to; one that cannot be sent is lost. */
    void sendItem(Contact contact, Wire.Item item) {
        Peer peer = peer(contact);
        send(new OutboundMessage(peer, item, size.item(item)));
    }

    private void sendRequest(OutboundMessage request, long nowMillis) {
        send(request);
        silence.asked(request.peer, nowMillis);
    }

    /** Looks whether the process of a silent peer is there. */
    private void look(Peer peer) {
        Contact contact = peer.contact();
        long since = nowMillis();
        node.network().look(contact.host(), contact.port(), () -> gateway.tell(new Gateway.Refused(contact, since)));
    }

    /** Whether a frame of the peer came at this instant or later. */
    boolean isHeardSince(Contact contact, long sinceMillis) {
        return peer(contact).heardMillis >= sinceMillis;
    }

    /** When refusals that were joined are to be sent, or a peer is to be looked for. */
    long nextDue() {
        return Math.min(silence.nextDue(), refusing.isEmpty() ? DeadlineTask.NEVER : refusalsDueMillis);
    }

    /** Lets time pass. */
    void advance() {
        silence.advance(nowMillis());
        refusalsDueMillis = DeadlineTask.NEVER;
        for (Peer peer : List.copyOf(refusing)) {
            if (peer.isRefusalDue(nowMillis())) {
                schedule(peer);
            } else {
                refusalsDueMillis = Math.min(refusalsDueMillis, peer.refusals().dueMillis());
            }
        }
    }

    void flush() {
        List<Peer> due = List.copyOf(unsent);
        unsent.clear();
        for (Peer peer : due) {
            if (peer.isRefusalDue(nowMillis())) {
                refusing.remove(peer);
                peer.refusals()
                        .take(nowMillis())
                        .forEach(item -> peer.add(new OutboundMessage(peer, item, WireSize.of(item))));
            }
            peer.scheduled();
            flush(peer);
        }
    }

    private void flush(Peer peer) {
        peer.flush(node.self(), node.versions().last(), settings.frameBytes());
    }

    /** Greets the node at this address, at once. */
    void greet(String host, int port, boolean isAnswer) {
        sendAlone(
                host,
                port,
                new Wire.Hello(
                        Wire.PROTOCOL,
                        node.members().incarnation(),
                        node.isHost(),
                        node.settings().limits(),
                        node.isHost() ? node.clusterLimits().inForce() : Optional.empty(),
                        isAnswer));
    }

    /** Sends an item in a frame of its own, at once: it waits for no window. */
    void sendAlone(String host, int port, Wire.Item item) {
        node.network()
                .link(host, port)
                .send(new Wire.Frame(node.self(), node.versions().last(), List.of(item), WireSize.of(item)));
    }

    /** Reads what came in parts. */
    Wire.Item whole(byte[] message) throws MalformedMessage {
        return (Wire.Item) serializer.fromBinary(message, "");
    }

    private void send(OutboundMessage outgoing) {
        Peer peer = outgoing.peer;
        if (outgoing.bytes <= WHOLE_BYTES_MAX) {
            peer.add(outgoing);
        } else {
            parts(outgoing).forEach(peer::add);
        }
        schedule(peer);
        if (peer.due() >= settings.frameItems()) {
            // The peer begins with these while this node goes on with the next.
            flush(peer);
        }
    }

    private List<OutboundMessage> parts(OutboundMessage whole) {
        boolean isReply = whole.item instanceof Wire.Reply;
        long id = isReply ? ((Wire.Reply) whole.item).id() : ((Wire.Request) whole.item).id();
        byte[] message = serializer.toBinary(whole.item);
        List<OutboundMessage> parts = new ArrayList<>();
        for (int offset = 0; offset < message.length; offset += PART_BYTES) {
            byte[] bytes = Arrays.copyOfRange(message, offset, Math.min(message.length, offset + PART_BYTES));
            Wire.Part part = new Wire.Part(isReply, id, message.length, offset, Value.Bytes.wrap(bytes));
            parts.add(new OutboundMessage(whole.peer, part, WireSize.of(part)));
        }
        return parts;
    }

    private void schedule(Peer peer) {
        if (peer.schedule()) {
            if (unsent.isEmpty()) {
                // Whatever else is in the mailbox by now is handled first and travels in the same frame.
                gateway.tell(Gateway.Flush.FLUSH);
            }
            unsent.add(peer);
        }
    }

    /** @throws IllegalArgumentException if the item cannot be sent: found here, where others do not suffer from it */
    private OutboundMessage outgoing(Peer peer, Wire.Item item, int bytes) {
        int most = limits.bodies().bytesMax();
        if (bytes > most) {
            throw new IllegalArgumentException(
                    "it has " + bytes + " bytes; the limit of a message is " + most + " bytes");
        }
        return new OutboundMessage(peer, item, bytes);
    }

    private boolean isMember(Contact contact) {
        return node.member(contact.id()).filter(contact::equals).isPresent();
    }

    private Peer made(Contact contact) {
        Network.Link link = node.network().link(contact.host(), contact.port());
        return new Peer(contact, link, node.settings(), node.clock().nanos());
    }

    private OutboundMessage unsent(Peer peer, Wire.Request request, Refusal why) {
        gateway.tell(new Gateway.Unsent(peer.contact(), request.id(), new ReplicaReply.Refused(why)));
        return new OutboundMessage(null, request, 0);
    }

    private static Refusal invalid(String why) {
        return Refusal.of(Refusal.Reason.INVALID, why);
    }

    private long nowMillis() {
        return node.clock().millis();
    }
}
