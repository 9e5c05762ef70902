package org.cometkv.actors.subscriptions;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cometkv.actors.wire.StreamMessage;

/**
 * The messages that wait for one subscriber, and their bound.
 *
 * <p>Where they are conflated, a later message takes the place in the row of the one of its key that waits: so each key
 * has its turn, however often some of them change. Not thread-safe; owned by a {@link LocalSubscription}.
 */
final class SubscriberQueue {

    private final int most;
    /** Those without a key, and all of them where none are conflated. */
    private final ArrayDeque<StreamMessage> inOrder;

    private final Map<Object, StreamMessage> byKey;

    SubscriberQueue(int most, boolean isConflating) {
        this.most = most;
        this.inOrder = isConflating ? null : new ArrayDeque<>();
        this.byKey = isConflating ? new LinkedHashMap<>() : null;
    }

    int size() {
        return byKey == null ? inOrder.size() : byKey.size();
    }

    boolean isFull() {
        return size() >= most;
    }

    /** Adds a message; true if it took the place of one of its key. */
    boolean add(StreamMessage message) {
        if (byKey == null) {
            inOrder.addLast(message);
            return false;
        }
        Object key = message.conflate().isPresent() ? message.conflate().get() : message.number();
        return byKey.put(key, message) != null;
    }

    /** The message that waited longest; null if there is none. */
    StreamMessage poll() {
        if (byKey == null) {
            return inOrder.pollFirst();
        }
        Iterator<StreamMessage> all = byKey.values().iterator();
        if (!all.hasNext()) {
            return null;
        }
        StreamMessage first = all.next();
        all.remove();
        return first;
    }

    /** The message that waited longest; null if there is none. */
    StreamMessage peek() {
        if (byKey == null) {
            return inOrder.peekFirst();
        }
        return byKey.isEmpty() ? null : byKey.values().iterator().next();
    }
}
