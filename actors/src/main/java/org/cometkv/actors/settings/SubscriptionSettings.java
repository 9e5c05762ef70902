package org.cometkv.actors.settings;

import java.time.Duration;

/** The settings of subscriptions, {@code comet.subscriptions}. */
public record SubscriptionSettings(
        Duration lease,
        Duration renewal,
        int nodesMax,
        int historyBytes,
        int windowMessages,
        int windowBytes,
        int queueMessages,
        int queueBytes,
        long queuedBytesMax,
        int subscribersMax,
        int subscriberQueue,
        int credit,
        int redirects,
        int shards,
        Duration retry) {

    static SubscriptionSettings of(ConfigSection subscriptions) {
        Duration lease = subscriptions.time("lease", 100, 3_600_000);
        int windowMessages = subscriptions.number("window-messages", 1, 1_000_000);
        return new SubscriptionSettings(
                lease,
                subscriptions.time("renewal", 10, Math.max(10, lease.toMillis() / 2)),
                subscriptions.number("nodes-max", 1, 100_000),
                subscriptions.size("history-bytes", 0, 256 << 10),
                windowMessages,
                subscriptions.size("window-bytes", 1 << 10, 64 << 20),
                subscriptions.number("queue-messages", 1, 1_000_000),
                subscriptions.size("queue-bytes", 1 << 10, 64 << 20),
                subscriptions.bytes("queued-bytes-max", 1 << 20, 1L << 40),
                subscriptions.number("subscribers-max", 1, 100_000_000),
                subscriptions.number("subscriber-queue", 1, 1_000_000),
                subscriptions.number("credit", 1, 1_000_000),
                subscriptions.number("redirects", 0, 100),
                subscriptions.number("shards", 1, 1_024),
                subscriptions.time("retry", 10, 60_000));
    }
}
