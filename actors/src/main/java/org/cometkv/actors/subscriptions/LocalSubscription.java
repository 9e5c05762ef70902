package org.cometkv.actors.subscriptions;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.aso.Snapshot;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;

/**
 * A subscriber on this node: the messages that it takes, those that wait for it, and its place in the stream.
 *
 * <p>Not thread-safe; owned by the {@link SubscriberShard} of its key.
 */
public final class LocalSubscription {

    private final Receiver receiver;
    private final Value request;
    private final SubscriberTerms terms;
    /** The object that it is subscribed to, or asks. */
    volatile Key key;
    /** Null while it is subscribed to nothing. */
    Feed feed;
    /** Its search for a replica; null while it is subscribed. */
    SubscribeAttempt attempt;

    private boolean isClosed;
    /** Whether its first request has ended well. */
    private boolean isBegun;

    private List<String> tags = List.of();
    private long from;
    private long last;
    private int skipped;
    private int inHand;
    private SubscriberQueue queue;
    private long dropped;
    private long nextNanos = Long.MIN_VALUE;
    private long placeNumber;
    private long placeDigest;
    /** The place as a text, while it is subscribed to nothing. */
    private String place;

    LocalSubscription(Key key, Value request, SubscriberTerms terms, String position, Receiver receiver) {
        this.key = key;
        this.request = request;
        this.terms = terms;
        this.place = position;
        this.receiver = receiver;
    }

    Receiver receiver() {
        return receiver;
    }

    Value request() {
        return request;
    }

    boolean isClosed() {
        return isClosed;
    }

    boolean isBegun() {
        return isBegun;
    }

    /** Where it is, as a text; empty if it was nowhere yet. */
    String place() {
        return feed == null ? place : feed.origin().position(placeNumber, placeDigest);
    }

    int queued() {
        return queue == null ? 0 : queue.size();
    }

    int inHand() {
        return inHand;
    }

    SubscriberTerms terms() {
        return terms;
    }

    /** How many messages of its stream it has not been handed. */
    long lag() {
        return feed == null ? 0 : feed.last() - placeNumber;
    }

    /** It is subscribed, and has seen all up to this message. */
    void attach(Feed to, long number, long digest, List<String> wanted) {
        feed = to;
        attempt = null;
        isBegun = true;
        tags = wanted;
        from = number;
        last = number;
        skipped = 0;
        placeNumber = number;
        placeDigest = digest;
    }

    /** Begins at an earlier place: what it missed since comes next. */
    void rewind(long number) {
        from = number;
        last = number;
    }

    /** Its stream has ended: what waits for it is not of the next one, and is asked for again. */
    void detach() {
        place = place();
        feed = null;
        queue = null;
        dropped = 0;
    }

    void close() {
        isClosed = true;
        queue = null;
    }

    /** Takes a message of its stream; false if it is too slow, and wants to end then. */
    boolean offer(StreamMessage message, SubscriberShard shard) {
        if (isClosed || message.number() <= from) {
            return true;
        }
        from = message.number();
        if (!Snapshot.isMeant(tags, message.tags())) {
            skipped++;
            shard.counts().filtered.increment();
            seen(message);
            return true;
        }
        if (queued() == 0 && inHand < terms.credit() && isInTime(shard)) {
            seen(message);
            hand(message, shard);
            return true;
        }
        return hold(message, shard);
    }

    /** A message counts as seen if none before it waits. */
    private void seen(StreamMessage message) {
        if (queued() == 0) {
            placeNumber = message.number();
            placeDigest = message.digest();
        }
    }

    private boolean hold(StreamMessage message, SubscriberShard shard) {
        if (queue == null) {
            queue = new SubscriberQueue(terms.queueMax(), terms.isConflating());
        }
        boolean isInPlace = queue.add(message);
        if (isInPlace) {
            skipped++;
            shard.counts().conflated.increment();
        }
        if (queue.size() > terms.queueMax()) {
            if (terms.rule() == SlowRule.DISCONNECT) {
                return false;
            }
            queue.poll();
            dropped++;
        }
        if (terms.minNanos() > 0 && inHand < terms.credit()) {
            shard.wakeAt(this, nextNanos);
        }
        return true;
    }

    /** Takes what waits, as far as there is credit and time. */
    void drain(SubscriberShard shard) {
        while (!isClosed && queued() > 0 && inHand < terms.credit()) {
            if (!isInTime(shard)) {
                shard.wakeAt(this, nextNanos);
                return;
            }
            StreamMessage next = queue.poll();
            if (queue.size() == 0) {
                placeNumber = from;
                placeDigest = from == next.number() ? next.digest() : feed.digest();
            } else if (!terms.isConflating()) {
                placeNumber = next.number();
                placeDigest = next.digest();
            }
            hand(next, shard);
        }
    }

    private boolean isInTime(SubscriberShard shard) {
        return terms.minNanos() == 0 || shard.nowNanos() - nextNanos >= 0 || nextNanos == Long.MIN_VALUE;
    }

    private void hand(StreamMessage message, SubscriberShard shard) {
        tellDropped(shard);
        if (terms.minNanos() > 0) {
            nextNanos = shard.nowNanos() + terms.minNanos();
        }
        long previous = last;
        int between = skipped;
        last = message.number();
        skipped = 0;
        Position behind = queued() == 0 || !terms.isConflating()
                ? null
                : new Position(feed.origin().stream(), placeNumber, placeDigest);
        CompletionStage<?> stage = receiver.message(message, feed.origin(), previous, between, behind);
        shard.counts().delivered.increment();
        if (!(stage instanceof CompletableFuture<?> future) || !future.isDone()) {
            inHand++;
            stage.whenComplete((done, failure) -> shard.execute(() -> returned(shard)));
        }
    }

    private void returned(SubscriberShard shard) {
        inHand--;
        shard.guarded(this, () -> drain(shard));
    }

    private void tellDropped(SubscriberShard shard) {
        if (dropped > 0) {
            OptionalLong missing = OptionalLong.of(dropped);
            dropped = 0;
            gap(missing, StreamCause.CREDIT, shard);
        }
    }

    /** Messages up to that number were lost on their way to this node. */
    void lost(long upTo, long omitted, StreamCause cause, SubscriberShard shard) {
        long missing = Math.min(omitted, upTo - from);
        if (missing > 0 && !isClosed) {
            gap(OptionalLong.of(missing), cause, shard);
        }
    }

    /** All messages up to that number are told of. */
    void skipTo(long number, long digest) {
        if (number > from) {
            from = number;
            if (queued() == 0) {
                placeNumber = number;
                placeDigest = digest;
            }
        }
    }

    void gap(OptionalLong missing, StreamCause cause, SubscriberShard shard) {
        shard.counts().gap(cause);
        receiver.gap(missing, cause);
    }
}
