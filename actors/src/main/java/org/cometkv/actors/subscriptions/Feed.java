package org.cometkv.actors.subscriptions;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;

/**
 * A stream that comes to this node, and its subscribers here.
 *
 * <p>Not thread-safe; owned by a {@link SubscriberShard}.
 */
final class Feed {

    private final Origin origin;
    final Contact host;
    private final List<LocalSubscription> subscribers = new ArrayList<>(1);
    private long last;
    private long digest;
    private int takenMessages;
    private int takenBytes;
    /** When its host said last that it knows of it. */
    long renewedMillis;

    Feed(Origin origin, Contact host, long last, long digest, long nowMillis) {
        this.origin = origin;
        this.host = host;
        this.last = last;
        this.digest = digest;
        this.renewedMillis = nowMillis;
    }

    Origin origin() {
        return origin;
    }

    /** The number of the last message that came. */
    long last() {
        return last;
    }

    /** The digest of that message. */
    long digest() {
        return digest;
    }

    int size() {
        return subscribers.size();
    }

    void add(LocalSubscription subscriber) {
        subscribers.add(subscriber);
    }

    void remove(LocalSubscription subscriber) {
        subscribers.remove(subscriber);
    }

    List<LocalSubscription> all() {
        return List.copyOf(subscribers);
    }

    /** Hands messages to all subscribers. */
    void deliver(Wire.Deliver deliver, SubscriberShard shard) {
        long omitted = deliver.omitted();
        for (int i = 0; i < deliver.messages().size(); i++) {
            StreamMessage message = deliver.messages().get(i);
            if (message.number() > last) {
                if (message.number() > last + 1) {
                    missed(message.number() - 1, omitted, StreamMessage.NO_CHANGE, shard);
                }
                omitted = 0;
                last = message.number();
                digest = message.digest();
                takenMessages++;
                takenBytes += message.bytes();
                for (int each = 0; each < subscribers.size(); each++) {
                    shard.offer(subscribers.get(each), message);
                }
            }
        }
        shard.removeEnded();
    }

    /**
     * Messages up to that number do not come.
     *
     * @param omitted how many of them the host left out
     */
    void missed(long upTo, long omitted, long itsDigest, SubscriberShard shard) {
        long lost = Math.max(0, upTo - last - omitted);
        last = upTo;
        digest = itsDigest;
        for (LocalSubscription subscriber : all()) {
            shard.guarded(subscriber, () -> {
                subscriber.lost(upTo, omitted, StreamCause.CREDIT, shard);
                subscriber.lost(upTo, lost, StreamCause.WIRE, shard);
                subscriber.skipTo(upTo, itsDigest);
            });
        }
    }

    /** Whether enough was taken to tell the host, so that it sends more. */
    boolean owesCredit(int messages, int bytes) {
        if (takenMessages < messages && takenBytes < bytes) {
            return false;
        }
        takenMessages = 0;
        takenBytes = 0;
        return true;
    }

    /** @param more that ask the host at present: it may count them already */
    Wire.Credit credit(int more) {
        return new Wire.Credit(origin.stream(), last, subscribers.size() + more);
    }

    /** @param more that ask the host at present */
    Wire.Lease lease(int more) {
        return new Wire.Lease(origin.stream(), last, subscribers.size() + more);
    }
}
