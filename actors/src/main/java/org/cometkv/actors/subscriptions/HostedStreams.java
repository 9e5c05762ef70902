package org.cometkv.actors.subscriptions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.settings.SubscriptionSettings;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.StreamId;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** The streams of the objects of one node that have subscribers. Thread-safe. */
public final class HostedStreams {

    private final NodeContext node;
    private final SubscriptionSettings settings;
    private final SubscriptionCounts counts = new SubscriptionCounts();
    private final AtomicLong made = new AtomicLong();
    private final Map<StreamId, Subscriptions> registered = new LinkedHashMap<>();
    private volatile BiConsumer<Contact, Wire.Item> sender = (to, item) -> {};
    private Clock.ScheduledTask sweep;
    private boolean isClosed;

    public HostedStreams(NodeContext node) {
        this.node = node;
        this.settings = node.settings().subscriptions();
    }

    /** Sends by this from now on: to this node itself, too. */
    public void bind(BiConsumer<Contact, Wire.Item> itsSender) {
        sender = itsSender;
    }

    /** The counts of the node's streams and subscribers. */
    public SubscriptionCounts counts() {
        return counts;
    }

    SubscriptionSettings settings() {
        return settings;
    }

    /** The subscriptions of nobody to an object here. */
    public Subscriptions open(Key key) {
        return new Subscriptions(this, key, next(), settings.historyBytes());
    }

    /** How many streams here have subscribers. */
    public int size() {
        synchronized (registered) {
            return registered.size();
        }
    }

    /** Renews what another node, or this one, has subscribed. */
    public ReplicaReply renew(Wire.Renew renew) {
        List<Long> sent = new ArrayList<>(renew.leases().size());
        for (Wire.Lease lease : renew.leases()) {
            Subscriptions its = find(lease.stream());
            sent.add(its == null ? ReplicaReply.Renewed.UNKNOWN : its.renew(renew.from(), lease));
        }
        return new ReplicaReply.Renewed(sent);
    }

    /** A node with subscribers took messages. */
    public void credit(NodeId from, Wire.Credit credit) {
        Subscriptions its = find(credit.stream());
        if (its != null) {
            its.credit(from, credit);
        }
    }

    /** The node stops. */
    public void close() {
        synchronized (registered) {
            isClosed = true;
            if (sweep != null) {
                sweep.cancel();
                sweep = null;
            }
        }
    }

    private Subscriptions find(StreamId stream) {
        synchronized (registered) {
            return registered.get(stream);
        }
    }

    StreamId next() {
        return new StreamId(node.members().incarnation(), made.incrementAndGet());
    }

    void register(StreamId stream, Subscriptions its) {
        synchronized (registered) {
            registered.put(stream, its);
            arm();
        }
    }

    void unregister(StreamId stream) {
        synchronized (registered) {
            registered.remove(stream);
        }
    }

    void send(Contact to, Wire.Item item) {
        sender.accept(to, item);
    }

    boolean isSuspect(NodeId id) {
        return !id.equals(node.self().id()) && node.view().isSuspect(id);
    }

    boolean isMember(Contact contact) {
        return contact.id().equals(node.self().id())
                || node.member(contact.id()).filter(contact::equals).isPresent();
    }

    long nowMillis() {
        return node.clock().millis();
    }

    /** Looks after leases that are not renewed where nothing is published: once in a lease, while there are any. */
    private void arm() {
        if (sweep == null && !isClosed) {
            sweep = node.clock().after(Duration.ofMillis(settings.lease().toMillis()), this::sweep);
        }
    }

    private void sweep() {
        List<Subscriptions> all;
        synchronized (registered) {
            sweep = null;
            all = List.copyOf(registered.values());
        }
        long now = nowMillis();
        all.forEach(each -> each.sweep(now));
        synchronized (registered) {
            if (!registered.isEmpty()) {
                arm();
            }
        }
    }
}
