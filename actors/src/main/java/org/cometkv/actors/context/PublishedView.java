package org.cometkv.actors.context;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/**
 * The view of other nodes that the RoutingTableManager publishes and every thread reads, and the epoch: the time
 * between two changes of it. Thread-safe.
 */
public final class PublishedView {

    private volatile RoutingView view = RoutingView.empty();
    private volatile Map<NodeId, Contact> members = Map.of();
    private volatile boolean isMinority;
    private final AtomicInteger epoch = new AtomicInteger(1);
    private volatile Runnable listener = () -> {};
    private volatile LongConsumer watch = nanos -> {};

    RoutingView view() {
        return view;
    }

    Optional<Contact> member(NodeId id) {
        return Optional.ofNullable(members.get(id));
    }

    /** The number of the epoch; read before the view, so that what is found by an older view is not of this epoch. */
    public int epoch() {
        return epoch.get();
    }

    /** A new epoch begins, though the view is as it was: this node may have missed something. */
    public void beginEpoch() {
        epoch.incrementAndGet();
        listener.run();
    }

    /** Looks whether the node has just stood still, before something relies on the epoch. */
    public void look(long nowNanos) {
        watch.accept(nowNanos);
    }

    /** Looks in this way from now on; it begins a new epoch where one is due. */
    void watch(LongConsumer itsWatch) {
        watch = itsWatch;
    }

    /** Tells of each new epoch from now on, on the thread that begins it; there is one listener. */
    public void listen(Runnable epochBegan) {
        listener = epochBegan;
    }

    /** Tells one more listener of each new epoch from now on. */
    public synchronized void alsoListen(Runnable epochBegan) {
        Runnable others = listener;
        listener = () -> {
            others.run();
            epochBegan.run();
        };
    }

    boolean isMinority() {
        return isMinority;
    }

    /**
     * Publishes what has changed, which begins a new epoch.
     *
     * @param everyMember those as well that own no keys
     * @param inMinority whether fewer than half of the members are not suspect
     */
    public void publish(RoutingView next, Map<NodeId, Contact> everyMember, boolean inMinority) {
        isMinority = inMinority;
        members = Map.copyOf(everyMember);
        view = next;
        beginEpoch();
    }
}
