package org.cometkv.actors.subscriptions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/**
 * A search of one subscriber for a replica that takes it.
 *
 * <p>Not thread-safe; owned by a {@link SubscriberShard}.
 */
final class SubscribeAttempt {

    /** After so many rounds what was on the move is nowhere. */
    private static final int MOVING_ROUNDS = 5;

    /** Why the subscriber is on the move; null for one that is new. */
    final StreamCause cause;

    final long deadlineMillis;
    private List<Contact> candidates = List.of();
    private int next;
    private int absent;
    private int rounds;
    int hops;

    /** @param deadlineMillis when it ends without success */
    SubscribeAttempt(StreamCause cause, long deadlineMillis) {
        this.cause = cause;
        this.deadlineMillis = deadlineMillis;
    }

    /** Begins with the first node again. */
    void begin(List<Contact> nodes) {
        candidates = nodes;
        next = 0;
        absent = 0;
        rounds++;
    }

    boolean hasNext() {
        return next < candidates.size();
    }

    Contact next() {
        return candidates.get(next++);
    }

    void absent() {
        absent++;
    }

    /** Whether all said that they hold nothing; on the move several times, for what moves is nowhere for a while. */
    boolean isNowhere() {
        return !candidates.isEmpty() && absent == candidates.size() && (cause == null || rounds > MOVING_ROUNDS);
    }

    int asked() {
        return candidates.size();
    }

    /**
     * The nodes to ask: owners in an order that differs from subscriber node to subscriber node, so that they spread;
     * those that are suspect or leave after the others, and the other neighbors at last.
     */
    static List<Contact> candidates(RoutingView view, Key key, int replicas, NodeId self) {
        List<Contact> owners = view.owners(key, replicas);
        List<Contact> order = new ArrayList<>(owners);
        order.sort(
                Comparator.<Contact>comparingInt(each -> view.isSuspect(each.id()) || view.isLeaving(each.id()) ? 1 : 0)
                        .thenComparingLong(each -> weight(each.id(), key, self)));
        for (Contact neighbor : view.neighbors(key)) {
            if (!owners.contains(neighbor)) {
                order.add(neighbor);
            }
        }
        return order;
    }

    /** Rendezvous hashing (Thaler and Ravishankar 1996): the lowest weight wins. */
    private static long weight(NodeId node, Key key, NodeId self) {
        long mixed = node.point().a() * 0x9E3779B97F4A7C15L
                ^ Long.rotateLeft(key.a(), 21)
                ^ self.point().a();
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }
}
