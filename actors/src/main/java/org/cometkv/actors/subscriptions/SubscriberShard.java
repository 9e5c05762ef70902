package org.cometkv.actors.subscriptions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.settings.SubscriptionSettings;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.actors.wire.StreamId;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of this node's subscribers: those of the keys that fall to it, with the streams that come for them.
 *
 * <p>All runs on its serial executor; other threads hand it tasks.
 */
final class SubscriberShard implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger("org.cometkv.subscriptions");

    private final NodeContext node;
    private final SubscriptionSettings settings;
    private final SubscriberShards shards;
    private final SerialExecutor serial;
    private final Map<StreamId, Feed> feeds = new LinkedHashMap<>();
    private final Subscribing subscribing;
    private final Renewals renewals;
    /** Those whose rate lets nothing through for now, and when that ends. */
    private final Map<LocalSubscription, Long> slowed = new LinkedHashMap<>();

    /** Those that were too slow for what is being delivered, or threw at it. */
    private final Set<LocalSubscription> ending = new LinkedHashSet<>();

    private final Set<LocalSubscription> broken = new LinkedHashSet<>();
    private final DeadlineTask deadline;

    SubscriberShard(NodeContext node, SubscriberShards shards, Executor threads) {
        this.node = node;
        this.settings = node.settings().subscriptions();
        this.shards = shards;
        this.serial = new SerialExecutor(threads);
        this.subscribing = new Subscribing(node, shards, this);
        this.renewals = new Renewals(node, shards, this);
        this.deadline = new DeadlineTask(node.clock(), Duration.ofMillis(1), () -> execute(this::tick));
    }

    @Override
    public void execute(Runnable task) {
        serial.execute(task);
    }

    SubscriptionCounts counts() {
        return shards.counts();
    }

    long nowNanos() {
        return node.clock().nanos();
    }

    long nowMillis() {
        return node.clock().millis();
    }

    // Subscribers

    /** Begins a search for a replica; or goes on with one that came from another shard. */
    void begin(LocalSubscription subscriber) {
        subscribing.begin(subscriber);
    }

    /** The subscriber is to get nothing more. */
    void close(LocalSubscription subscriber) {
        if (subscriber.isClosed()) {
            return;
        }
        subscriber.close();
        slowed.remove(subscriber);
        subscribing.forget(subscriber);
        counts().subscribers.decrementAndGet();
        Feed feed = subscriber.feed;
        if (feed != null) {
            feed.remove(subscriber);
            left(feed);
        }
    }

    /** Ends a subscription by itself. */
    void end(LocalSubscription subscriber, Receiver.End why) {
        if (!subscriber.isClosed()) {
            close(subscriber);
            told(() -> subscriber.receiver().ended(why));
        }
    }

    private void left(Feed feed) {
        if (feed.size() == 0) {
            feeds.remove(feed.origin().stream());
        }
        credit(feed);
    }

    /** The stream that a replica's reply names; a new one if none of its messages has come. */
    Feed feed(Key key, Contact host, StreamId stream, long number, long digest) {
        Feed feed = feeds.get(stream);
        if (feed == null) {
            feed = new Feed(new Origin(key, stream), host, number, digest, nowMillis());
            feeds.put(stream, feed);
            renewals.begin();
            arm();
        }
        return feed;
    }

    /** Tells the host of a stream how far its subscribers are, and how many. */
    void credit(Feed feed) {
        shards.send(feed.host, feed.credit(askingFor(feed)));
    }

    int askingFor(Feed feed) {
        return subscribing.askingFor(feed.origin().key(), feed.host);
    }

    /** The standings of the subscribers of a key, so many at most. */
    List<SubscriberStanding> standings(Key key, int most) {
        return feeds.values().stream()
                .filter(feed -> feed.origin().key().equals(key))
                .flatMap(feed -> feed.all().stream())
                .limit(most)
                .map(each -> new SubscriberStanding(each.terms(), each.inHand(), each.queued(), each.lag()))
                .toList();
    }

    /** How many subscribers there are to a stream. */
    int subscribersOf(StreamId stream) {
        Feed feed = feeds.get(stream);
        return feed == null ? 0 : feed.size();
    }

    List<Feed> feeds() {
        return List.copyOf(feeds.values());
    }

    // Streams

    /** Messages came. */
    void delivered(Contact from, Wire.Deliver deliver) {
        Feed feed = feeds.get(deliver.stream());
        if (feed == null || !feed.host.equals(from)) {
            unknown(from, deliver.stream());
            return;
        }
        feed.deliver(deliver, this);
        if (feed.owesCredit(settings.windowMessages() / 4 + 1, settings.windowBytes() / 4) && feed.size() > 0) {
            credit(feed);
        }
    }

    /** Nobody here wants it any more, or nobody asked. */
    private void unknown(Contact from, StreamId stream) {
        if (!subscribing.mayAwait(from)) {
            shards.send(from, new Wire.Credit(stream, 0, 0));
        }
    }

    /** A message for one subscriber; what its callback throws is its own. */
    void offer(LocalSubscription subscriber, StreamMessage message) {
        boolean isInTime = true;
        try {
            isInTime = subscriber.offer(message, this);
        } catch (RuntimeException bug) {
            broken(subscriber, bug);
        }
        if (!isInTime) {
            ending.add(subscriber);
        }
    }

    /** Runs what calls a subscriber; an exception of its callback ends its subscription and harms no other. */
    void guarded(LocalSubscription subscriber, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException bug) {
            broken(subscriber, bug);
        }
        if (!broken.isEmpty()) {
            removeEnded();
        }
    }

    private void broken(LocalSubscription subscriber, RuntimeException bug) {
        // The application's own exception, in the application's own log; the node has nothing to recover from.
        LOG.warn("{}: a subscriber of {} threw and is ended", node.self(), subscriber.key, bug);
        counts().broken.increment();
        broken.add(subscriber);
    }

    /** Ends those that were too slow for, or threw at, what was delivered. */
    void removeEnded() {
        if (!ending.isEmpty()) {
            List<LocalSubscription> slow = List.copyOf(ending);
            ending.clear();
            slow.forEach(each -> end(each, Receiver.End.SLOW));
        }
        if (!broken.isEmpty()) {
            List<LocalSubscription> threw = List.copyOf(broken);
            broken.clear();
            threw.forEach(each -> end(each, Receiver.End.BROKEN));
        }
    }

    private void told(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException bug) {
            LOG.warn("{}: a subscriber threw as it was told that it has ended", node.self(), bug);
        }
    }

    /** A stream has ended, or its host does not answer: its subscribers look for another one. */
    void moved(Feed feed, StreamCause cause) {
        if (feeds.remove(feed.origin().stream(), feed)) {
            for (LocalSubscription subscriber : feed.all()) {
                slowed.remove(subscriber);
                subscriber.detach();
                subscribing.again(subscriber, cause);
            }
        }
    }

    /** The host says that a stream has ended. */
    void streamEnded(Contact from, Wire.StreamEnded ended) {
        Feed feed = feeds.get(ended.stream());
        if (feed != null && feed.host.equals(from)) {
            moved(feed, ended.cause());
        }
    }

    /** Who is there has changed: streams of nodes that fail or leave go on elsewhere. */
    void membersChanged() {
        for (Feed feed : feeds()) {
            Contact host = feed.host;
            boolean isHere = host.id().equals(node.self().id());
            boolean isGone = node.member(host.id()).filter(host::equals).isEmpty();
            if (!isHere
                    && (isGone
                            || node.view().isSuspect(host.id())
                            || node.view().isLeaving(host.id()))) {
                moved(feed, StreamCause.MOVED);
                shards.send(host, new Wire.Credit(feed.origin().stream(), feed.last(), 0));
            }
        }
        subscribing.membersChanged();
    }

    /** The node closes. */
    void stop() {
        deadline.cancel();
        subscribing.stop();
        for (Feed feed : feeds()) {
            feeds.remove(feed.origin().stream());
            feed.all().forEach(each -> end(each, Receiver.End.CLOSED));
        }
    }

    // Time

    /** The subscriber takes what waits for it from this instant on. */
    void wakeAt(LocalSubscription subscriber, long nanos) {
        slowed.put(subscriber, nanos);
        arm();
    }

    /** Something is due at another time than before. */
    void arm() {
        deadline.set(nextDue());
    }

    private long nextDue() {
        long next = Math.min(subscribing.nextDue(), feeds.isEmpty() ? DeadlineTask.NEVER : renewals.nextDue());
        for (long nanos : slowed.values()) {
            // Rounded up: a millisecond too early it would still have to wait.
            next = Math.min(next, Math.floorDiv(nanos + 999_999, 1_000_000L));
        }
        return next;
    }

    private void tick() {
        try {
            long now = nowNanos();
            List<LocalSubscription> due = new ArrayList<>();
            slowed.forEach((subscriber, nanos) -> {
                if (nanos - now <= 0) {
                    due.add(subscriber);
                }
            });
            for (LocalSubscription subscriber : due) {
                slowed.remove(subscriber);
                guarded(subscriber, () -> subscriber.drain(this));
            }
            subscribing.advance();
            if (!feeds.isEmpty()) {
                renewals.advance();
            }
        } finally {
            deadline.ran(nextDue());
        }
    }
}
