package org.cometkv.actors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.seam.GatewayMessage;
import org.cometkv.actors.seam.ReplicaReply;
import org.cometkv.actors.seam.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;

/**
 * What leaves a node: items for one peer wait for each other and travel in one frame.
 *
 * <p>Not thread-safe; owned by the Gateway.
 */
final class Post {

    /** Peers whose round trips are known: more than a cluster has, however often its nodes come and go. */
    private static final int PEERS_MAX = 8_192;

    private final NodeContext node;
    private final ActorRef<GatewayMessage> gateway;
    private final CometSettings.Requests settings;
    private final List<Peer> unsent = new ArrayList<>();
    private final Map<NodeId, Peer> peers = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        // What waits in the one that has to go is sent all the same; only its round trips are forgotten.
        @Override
        protected boolean removeEldestEntry(Map.Entry<NodeId, Peer> eldest) {
            return size() > PEERS_MAX;
        }
    };

    /** @param gateway told to flush, and of what cannot be sent */
    Post(NodeContext node, ActorRef<GatewayMessage> gateway) {
        this.node = node;
        this.gateway = gateway;
        this.settings = node.settings().requests();
    }

    /** The peer at this contact. */
    Peer peer(Contact contact) {
        Peer known = peers.get(contact.id());
        // A node that was started again under its configured id may have another address.
        if (known != null && known.contact().equals(contact)) {
            return known;
        }
        Peer peer = new Peer(
                contact,
                node.seams().network().link(contact.host(), contact.port()),
                new RoundTrip(
                        settings.answerMin().toMillis(), settings.answerMax().toMillis()));
        peers.put(contact.id(), peer);
        return peer;
    }

    /** A request to it was answered after so long. */
    void observe(Contact contact, long roundTripMillis) {
        Peer peer = peers.get(contact.id());
        if (peer != null && roundTripMillis >= 0) {
            peer.roundTrip().observe(roundTripMillis);
        }
    }

    void forget(Contact contact) {
        peers.remove(contact.id());
    }

    /** Sends the item with whatever else there is for that peer when the Gateway flushes. */
    void enqueue(Peer peer, Wire.Item item) {
        boolean isFirst;
        try {
            isFirst = peer.add(item);
        } catch (IllegalArgumentException e) {
            unsendable(peer, item, e.getMessage());
            return;
        }
        if (isFirst) {
            if (unsent.isEmpty()) {
                // Whatever else is in the mailbox by now is handled first and travels in the same frame.
                gateway.tell(Gateway.Flush.FLUSH);
            }
            unsent.add(peer);
        }
    }

    void flush() {
        List<Peer> due = List.copyOf(unsent);
        unsent.clear();
        for (Peer peer : due) {
            peer.flush(node.self(), node.versions().last(), settings.frameBytes());
        }
    }

    /** Greets the node at this address, at once. */
    void greet(String host, int port, boolean isAnswer) {
        Wire.Hello hello = new Wire.Hello(Wire.PROTOCOL, node.settings().node().hostsObjects(), isAnswer);
        node.seams()
                .network()
                .link(host, port)
                .send(new Wire.Frame(node.self(), node.versions().last(), List.of(hello), WireSize.of(hello)));
    }

    /** Whoever waits for what cannot be sent is told why. */
    private void unsendable(Peer peer, Wire.Item item, String why) {
        if (item instanceof Wire.Request request) {
            gateway.tell(
                    new Gateway.Unsent(peer.contact(), request.id(), invalid("the request cannot be sent: " + why)));
        } else if (item instanceof Wire.Reply reply) {
            enqueue(peer, new Wire.Reply(reply.id(), invalid("the answer cannot be sent: " + why)));
        }
    }

    private static ReplicaReply invalid(String why) {
        return new ReplicaReply.Refused(Refusal.of(Refusal.Reason.INVALID, why), Usage.NONE);
    }
}
