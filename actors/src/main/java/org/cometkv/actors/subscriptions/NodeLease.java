package org.cometkv.actors.subscriptions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.settings.SubscriptionSettings;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.routing.Contact;

/**
 * The subscription of one node to one object: what was sent to it, and what waits until it took some of that.
 *
 * <p>Not thread-safe; owned by {@link Subscriptions}.
 */
final class NodeLease {

    /** Bytes of messages that travel together. */
    private static final int BATCH_BYTES = 64 * 1_024;

    private final SubscriptionSettings settings;
    private final SubscriptionCounts counts;
    final Contact node;
    /** Its subscribers. */
    int subscribers;

    long untilMillis;
    /** The number of the last message that was sent. */
    private long sent;
    /** The number of the last one that it took. */
    private long seen;
    /** Those that were sent and are not taken, as far as is known. */
    private final ArrayDeque<StreamMessage> out = new ArrayDeque<>(0);

    private int outBytes;
    private ArrayDeque<StreamMessage> queue;
    private int queuedBytes;
    private long omitted;

    /** @param last the number of the last message before it */
    NodeLease(Contact node, long last, SubscriptionSettings settings, SubscriptionCounts counts) {
        this.node = node;
        this.settings = settings;
        this.counts = counts;
        this.sent = last;
        this.seen = last;
    }

    long sent() {
        return sent;
    }

    /** Messages that wait here. */
    int queued() {
        return queue == null ? 0 : queue.size();
    }

    /** How many messages behind it is. */
    long lag(long last) {
        return last - seen;
    }

    /** Messages left out since the last one that was sent. */
    long takeOmitted() {
        long taken = omitted;
        omitted = 0;
        return taken;
    }

    /** Whether the message may go now; else it waits, and the oldest ones make room for it. */
    boolean offer(StreamMessage message, boolean isSuspect) {
        if (queued() == 0 && !isSuspect && hasCredit(message)) {
            goes(message);
            return true;
        }
        if (queue == null) {
            queue = new ArrayDeque<>();
        }
        queue.addLast(message);
        hold(message.bytes());
        while (queue.size() > settings.queueMessages()
                || queuedBytes > settings.queueBytes()
                || queue.size() > 1 && counts.queuedBytes.get() > settings.queuedBytesMax()) {
            hold(-queue.removeFirst().bytes());
            omitted++;
        }
        return false;
    }

    /** It took all messages up to that number; those that may go now. What it says of later ones it cannot know. */
    List<StreamMessage> took(long number, boolean isSuspect) {
        if (number <= sent && number > seen) {
            seen = number;
        }
        while (!out.isEmpty() && out.peekFirst().number() <= seen) {
            outBytes -= out.removeFirst().bytes();
        }
        if (queued() == 0 || isSuspect) {
            return List.of();
        }
        List<StreamMessage> going = new ArrayList<>();
        int bytes = 0;
        while (!queue.isEmpty()
                && hasCredit(queue.peekFirst())
                && (going.isEmpty() || bytes + queue.peekFirst().bytes() <= BATCH_BYTES)) {
            StreamMessage next = queue.removeFirst();
            hold(-next.bytes());
            bytes += next.bytes();
            goes(next);
            going.add(next);
        }
        return going;
    }

    /** It ends: what waits is dropped. */
    void end() {
        hold(-queuedBytes);
        queue = null;
    }

    private void goes(StreamMessage message) {
        sent = message.number();
        out.addLast(message);
        outBytes += message.bytes();
    }

    /** A message larger than all credit goes when nothing else is out. */
    private boolean hasCredit(StreamMessage message) {
        return out.isEmpty()
                || out.size() < settings.windowMessages() && outBytes + message.bytes() <= settings.windowBytes();
    }

    private void hold(int bytes) {
        queuedBytes += bytes;
        counts.queuedBytes.addAndGet(bytes);
    }
}
