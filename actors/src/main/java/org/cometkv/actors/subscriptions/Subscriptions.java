package org.cometkv.actors.subscriptions;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cometkv.actors.wire.Reach;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.actors.wire.StreamId;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * The subscriptions of nodes to one replica: the stream that they share, its number and its history.
 *
 * <p>Thread-safe: its object publishes, and nodes renew and take messages meanwhile.
 */
public final class Subscriptions {

    private final HostedStreams streams;
    private final Key key;
    private final MessageHistory history;
    private final List<NodeLease> nodes = new ArrayList<>(1);
    private StreamId stream;
    private long number;
    /** Of the last message, or of the changes that the replica held when the stream began. */
    private long digest;

    private int subscribers;

    /** The subscriptions of nobody. */
    Subscriptions(HostedStreams streams, Key key, StreamId stream, int historyBytes) {
        this.streams = streams;
        this.key = key;
        this.stream = stream;
        this.history = new MessageHistory(historyBytes);
    }

    Key key() {
        return key;
    }

    /** The stream that goes on at present. */
    public synchronized StreamId stream() {
        return stream;
    }

    /** How many subscribers there are, on all nodes. */
    public synchronized int subscribers() {
        return subscribers;
    }

    /** Whether nothing is lost if this is forgotten: there are neither subscribers nor messages to come back to. */
    public synchronized boolean isEmpty() {
        return nodes.isEmpty() && history.isEmpty();
    }

    /** The messages that are kept, oldest first. */
    public synchronized List<StreamMessage> history() {
        return history.all();
    }

    /**
     * Sends a message to all nodes.
     *
     * @param changes the digest of the changes that the replica holds with the one that caused the message; 0 if none
     *     did
     * @param historyMax how many messages the object keeps
     */
    public synchronized Reach publish(Effect.Publish effect, long changes, int historyMax) {
        streams.counts().published.increment();
        StreamMessage message = new StreamMessage(++number, effect.value(), effect.conflate(), effect.tags(), changes);
        digest = changes;
        history.limit(historyMax);
        history.add(message);
        int late = 0;
        long now = streams.nowMillis();
        for (Iterator<NodeLease> each = nodes.iterator(); each.hasNext(); ) {
            NodeLease lease = each.next();
            if (isLapsed(lease, now)) {
                each.remove();
                ended(lease);
            } else if (lease.offer(message, streams.isSuspect(lease.node.id()))) {
                streams.send(lease.node, new Wire.Deliver(key, stream, lease.takeOmitted(), List.of(message)));
            } else {
                late++;
            }
        }
        return new Reach(nodes.size(), subscribers, late);
    }

    /**
     * Takes one more subscriber on a node.
     *
     * @param position where it was before; empty if it is new
     * @param changes the digest of the changes that the replica holds
     * @return empty if there are as many nodes as there may be
     */
    public synchronized Optional<ReplicaReply.Subscribed> subscribe(
            Contact node, String position, Value answer, long changes, Usage usage) {
        Optional<NodeLease> known = lease(node.id());
        if (known.isEmpty() && nodes.size() >= streams.settings().nodesMax()) {
            return Optional.empty();
        }
        if (number == 0) {
            digest = changes;
        }
        NodeLease lease = known.orElseGet(() -> {
            NodeLease made = new NodeLease(node, number, streams.settings(), streams.counts());
            nodes.add(made);
            if (nodes.size() == 1) {
                streams.register(stream, this);
            }
            return made;
        });
        lease.untilMillis = streams.nowMillis() + streams.settings().lease().toMillis();
        lease.subscribers++;
        subscribers++;
        return Optional.of(subscribed(position, answer, changes, usage));
    }

    private ReplicaReply.Subscribed subscribed(String text, Value answer, long changes, Usage usage) {
        if (text.isEmpty()) {
            return reply(answer, ReplicaReply.Recovery.NEW, OptionalLong.empty(), List.of(), usage);
        }
        Optional<Position> position = Position.parse(key, text);
        if (position.isEmpty()) {
            return reply(answer, ReplicaReply.Recovery.UNKNOWN, OptionalLong.empty(), List.of(), usage);
        }
        Optional<List<StreamMessage>> missed = missed(position.get(), changes);
        if (missed.isPresent()) {
            return reply(answer, ReplicaReply.Recovery.RECOVERED, OptionalLong.empty(), missed.get(), usage);
        }
        boolean isCounted =
                position.get().stream().equals(stream) && position.get().number() < number;
        OptionalLong missing =
                isCounted ? OptionalLong.of(number - position.get().number()) : OptionalLong.empty();
        return reply(answer, ReplicaReply.Recovery.GAP, missing, List.of(), usage);
    }

    private ReplicaReply.Subscribed reply(
            Value answer,
            ReplicaReply.Recovery recovery,
            OptionalLong missing,
            List<StreamMessage> missed,
            Usage usage) {
        return new ReplicaReply.Subscribed(stream, number, digest, answer, recovery, missing, missed, usage);
    }

    private Optional<List<StreamMessage>> missed(Position position, long changes) {
        if (position.stream().equals(stream)) {
            return position.number() > number ? Optional.empty() : history.after(position.number(), number);
        }
        if (position.digest() == StreamMessage.NO_CHANGE) {
            return Optional.empty();
        }
        boolean isAllTaken = position.digest() == changes && digest == changes;
        return isAllTaken ? Optional.of(List.of()) : history.afterChanges(position.digest());
    }

    /** The stream ends, and another one begins: the replica changed without a message, or the object is another. */
    public synchronized void restart(StreamCause cause) {
        history.clear();
        end(cause);
        stream = streams.next();
        number = 0;
    }

    /** The replica is over. */
    public synchronized void end(StreamCause cause) {
        if (!nodes.isEmpty()) {
            streams.unregister(stream);
        }
        for (NodeLease lease : nodes) {
            lease.end();
            streams.send(lease.node, new Wire.StreamEnded(key, stream, cause));
        }
        nodes.clear();
        subscribers = 0;
    }

    /**
     * A node renews its subscription.
     *
     * @return the number of the last message that was sent to it; {@link ReplicaReply.Renewed#UNKNOWN} if it has none
     */
    synchronized long renew(NodeId from, Wire.Lease lease) {
        if (!lease.stream().equals(stream) || lease(from).isEmpty()) {
            return ReplicaReply.Renewed.UNKNOWN;
        }
        NodeLease known = lease(from).get();
        known.untilMillis = streams.nowMillis() + streams.settings().lease().toMillis();
        took(known, lease.seen(), lease.subscribers());
        return known.sent();
    }

    /** A node took messages, or has no subscribers any more. */
    synchronized void credit(NodeId from, Wire.Credit credit) {
        if (credit.stream().equals(stream)) {
            lease(from).ifPresent(lease -> took(lease, credit.seen(), credit.subscribers()));
        }
    }

    private void took(NodeLease lease, long seen, int itsSubscribers) {
        subscribers += Math.max(0, itsSubscribers) - lease.subscribers;
        lease.subscribers = Math.max(0, itsSubscribers);
        if (lease.subscribers == 0) {
            nodes.remove(lease);
            ended(lease);
            return;
        }
        List<StreamMessage> going = lease.took(seen, streams.isSuspect(lease.node.id()));
        if (!going.isEmpty()) {
            streams.send(lease.node, new Wire.Deliver(key, stream, lease.takeOmitted(), going));
        }
    }

    /** Ends the subscriptions that were not renewed in time. */
    synchronized void sweep(long nowMillis) {
        for (Iterator<NodeLease> each = nodes.iterator(); each.hasNext(); ) {
            NodeLease lease = each.next();
            if (isLapsed(lease, nowMillis)) {
                each.remove();
                ended(lease);
            }
        }
    }

    private boolean isLapsed(NodeLease lease, long nowMillis) {
        return nowMillis > lease.untilMillis || !streams.isMember(lease.node);
    }

    private void ended(NodeLease lease) {
        lease.end();
        subscribers -= lease.subscribers;
        lease.subscribers = 0;
        if (nodes.isEmpty()) {
            streams.unregister(stream);
        }
    }

    private Optional<NodeLease> lease(NodeId id) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).node.id().equals(id)) {
                return Optional.of(nodes.get(i));
            }
        }
        return Optional.empty();
    }

    /** A node with subscribers, for an operator. */
    public record Standing(Contact node, int subscribers, int queued, long lag) {}

    /** The nodes with subscribers. */
    public synchronized List<Standing> standings() {
        return nodes.stream()
                .map(lease -> new Standing(lease.node, lease.subscribers, lease.queued(), lease.lag(number)))
                .toList();
    }
}
