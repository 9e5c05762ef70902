package org.cometkv.actors;

import java.util.concurrent.atomic.AtomicBoolean;
import org.cometkv.actors.subscriptions.LocalSubscription;
import org.cometkv.actors.subscriptions.SubscriberShards;

/** A subscription to an object, {@link Comet#subscribe}. Thread-safe. */
public final class Subscription implements AutoCloseable {

    private final SubscriberShards shards;
    private final LocalSubscription subscriber;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    Subscription(SubscriberShards shards, LocalSubscription subscriber) {
        this.shards = shards;
        this.subscriber = subscriber;
    }

    LocalSubscription subscriber() {
        return subscriber;
    }

    /** Ends the subscription; what is being handed over at the moment may still reach the subscriber. */
    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            shards.close(subscriber);
        }
    }
}
