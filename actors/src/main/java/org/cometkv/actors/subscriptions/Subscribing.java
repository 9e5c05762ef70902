package org.cometkv.actors.subscriptions;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.NodeRequests;
import org.cometkv.actors.settings.SubscriptionSettings;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Snapshot;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * The subscribers of a shard that look for a replica: they ask one owner after the other.
 *
 * <p>Not thread-safe; owned by a {@link SubscriberShard}.
 */
final class Subscribing {

    /** The shortest time for which it is worth asking a node. */
    private static final long ASK_MILLIS_MIN = 10;

    private final NodeContext node;
    private final SubscriptionSettings settings;
    private final SubscriberShards shards;
    private final SubscriberShard shard;
    /** Those that wait until they ask again, and when that is. */
    private final Map<LocalSubscription, Long> waiting = new LinkedHashMap<>();

    private final Map<LocalSubscription, Contact> asking = new LinkedHashMap<>();

    Subscribing(NodeContext node, SubscriberShards shards, SubscriberShard shard) {
        this.node = node;
        this.settings = node.settings().subscriptions();
        this.shards = shards;
        this.shard = shard;
    }

    /** A new subscriber, or one from another shard. */
    void begin(LocalSubscription subscriber) {
        if (subscriber.isClosed()) {
            return;
        }
        if (subscriber.attempt == null) {
            long timeout = node.settings().requests().timeout().toMillis();
            subscriber.attempt = new SubscribeAttempt(null, shard.nowMillis() + timeout);
        }
        round(subscriber);
    }

    /** One whose stream has ended. */
    void again(LocalSubscription subscriber, StreamCause cause) {
        subscriber.attempt = new SubscribeAttempt(cause, DeadlineTask.NEVER);
        round(subscriber);
    }

    void forget(LocalSubscription subscriber) {
        waiting.remove(subscriber);
        asking.remove(subscriber);
    }

    /** How many ask that node for an object at present. */
    int askingFor(Key key, Contact host) {
        if (asking.isEmpty()) {
            return 0;
        }
        int count = 0;
        for (Map.Entry<LocalSubscription, Contact> each : asking.entrySet()) {
            count += each.getValue().equals(host) && each.getKey().key.equals(key) ? 1 : 0;
        }
        return count;
    }

    /** Whether a stream of that node may be one whose first message came before the reply. */
    boolean mayAwait(Contact host) {
        return asking.containsValue(host);
    }

    /** Who was passed by as suspect may be back: those that wait ask at once. */
    void membersChanged() {
        List<LocalSubscription> all = List.copyOf(waiting.keySet());
        waiting.clear();
        all.forEach(this::round);
    }

    void stop() {
        List<LocalSubscription> all = Stream.concat(waiting.keySet().stream(), asking.keySet().stream())
                .toList();
        for (LocalSubscription subscriber : all) {
            end(subscriber, Receiver.End.CLOSED, receiver -> receiver.broken(true, "the node is closed"));
        }
    }

    long nextDue() {
        long next = DeadlineTask.NEVER;
        for (long millis : waiting.values()) {
            next = Math.min(next, millis);
        }
        return next;
    }

    void advance() {
        long now = shard.nowMillis();
        List<LocalSubscription> due = waiting.entrySet().stream()
                .filter(each -> each.getValue() <= now)
                .map(Map.Entry::getKey)
                .toList();
        for (LocalSubscription subscriber : due) {
            waiting.remove(subscriber);
            round(subscriber);
        }
    }

    private void round(LocalSubscription subscriber) {
        int replicas = node.settings().replication().replicas();
        subscriber.attempt.begin(SubscribeAttempt.candidates(
                node.view(), subscriber.key, replicas, node.self().id()));
        next(subscriber);
    }

    private void next(LocalSubscription subscriber) {
        SubscribeAttempt attempt = subscriber.attempt;
        if (attempt.hasNext() && leftMillis(attempt) >= ASK_MILLIS_MIN) {
            ask(subscriber, attempt, attempt.next());
        } else if (attempt.isNowhere()) {
            end(subscriber, Receiver.End.REMOVED, receiver -> receiver.notFound(attempt.asked()));
        } else {
            later(subscriber, attempt);
        }
    }

    private void later(LocalSubscription subscriber, SubscribeAttempt attempt) {
        if (leftMillis(attempt) <= settings.retry().toMillis()) {
            shard.close(subscriber);
            subscriber.receiver().broken(false, "no replica of key " + subscriber.key + " took the subscriber in time");
            return;
        }
        waiting.put(subscriber, shard.nowMillis() + settings.retry().toMillis());
        shard.arm();
    }

    private long leftMillis(SubscribeAttempt attempt) {
        return attempt.deadlineMillis - shard.nowMillis();
    }

    private void ask(LocalSubscription subscriber, SubscribeAttempt attempt, Contact replica) {
        asking.put(subscriber, replica);
        String place = subscriber.place();
        if (replica.id().equals(node.self().id())) {
            Wire.Subscribe request =
                    new Wire.Subscribe(0, subscriber.key, shards.caller(), subscriber.request(), place);
            // Without a detour over the Gateway, which messages of the stream would overtake.
            shards.serveHere(
                    request, reply -> shard.execute(() -> answered(subscriber, attempt, replica, Optional.of(reply))));
            return;
        }
        long most = node.settings().requests().timeout().toMillis();
        new NodeRequests(shards.requester(), shard::execute)
                .askOnce(
                        replica,
                        id -> new Wire.Subscribe(id, subscriber.key, shards.caller(), subscriber.request(), place),
                        Duration.ofMillis(Math.min(most, leftMillis(attempt))),
                        reply -> answered(subscriber, attempt, replica, reply));
    }

    private void answered(
            LocalSubscription subscriber, SubscribeAttempt attempt, Contact replica, Optional<ReplicaReply> reply) {
        asking.remove(subscriber);
        if (subscriber.isClosed() || subscriber.attempt != attempt) {
            if (reply.isPresent() && reply.get() instanceof ReplicaReply.Subscribed late) {
                unwanted(subscriber.key, replica, late);
            }
            return;
        }
        if (reply.isEmpty()) {
            next(subscriber);
        } else if (reply.get() instanceof ReplicaReply.Subscribed subscribed) {
            shard.guarded(subscriber, () -> subscribed(subscriber, attempt, replica, subscribed));
        } else if (reply.get() instanceof ReplicaReply.Redirected redirected) {
            redirected(subscriber, attempt, redirected);
        } else if (reply.get() instanceof ReplicaReply.Refused refused) {
            refused(subscriber, refused.refusal());
        } else if (reply.get() instanceof ReplicaReply.Failed failed) {
            end(
                    subscriber,
                    Receiver.End.REFUSED,
                    receiver -> receiver.failed(failed.failure().message()));
        } else {
            attempt.absent();
            next(subscriber);
        }
    }

    private void unwanted(Key key, Contact replica, ReplicaReply.Subscribed late) {
        int others = shard.subscribersOf(late.stream()) + askingFor(key, replica);
        shards.send(replica, new Wire.Credit(late.stream(), 0, others));
    }

    private void subscribed(
            LocalSubscription subscriber, SubscribeAttempt attempt, Contact replica, ReplicaReply.Subscribed reply) {
        Feed feed = shard.feed(subscriber.key, replica, reply.stream(), reply.number(), reply.digest());
        Snapshot snapshot = Snapshot.of(reply.answer());
        Receiver receiver = subscriber.receiver();
        boolean isFirst = !subscriber.isBegun();
        subscriber.attach(feed, reply.number(), reply.digest(), snapshot.tags());
        feed.add(subscriber);
        try {
            begun(subscriber, attempt, reply, snapshot);
        } finally {
            // Whoever waits for it finds the snapshot there; and if that threw, it ends as one that had begun.
            if (isFirst) {
                receiver.subscribed();
            }
        }
    }

    private void begun(
            LocalSubscription subscriber, SubscribeAttempt attempt, ReplicaReply.Subscribed reply, Snapshot snapshot) {
        if (reply.recovery() == ReplicaReply.Recovery.RECOVERED) {
            recover(subscriber, reply.missed());
            return;
        }
        StreamCause cause = cause(attempt, reply.recovery());
        if (cause != null) {
            subscriber.gap(reply.missing(), cause, shard);
        }
        subscriber.receiver().snapshot(snapshot.value(), subscriber.place(), cause);
    }

    private void recover(LocalSubscription subscriber, List<StreamMessage> missed) {
        if (!missed.isEmpty()) {
            subscriber.rewind(missed.get(0).number() - 1);
            missed.forEach(message -> shard.offer(subscriber, message));
            shard.removeEnded();
        }
    }

    /** The cause of the gap before the snapshot; null if there is none. */
    private static StreamCause cause(SubscribeAttempt attempt, ReplicaReply.Recovery recovery) {
        return switch (recovery) {
            case NEW, RECOVERED -> attempt.cause;
            case GAP -> attempt.cause == null ? StreamCause.HISTORY : attempt.cause;
            case UNKNOWN -> attempt.cause == null ? StreamCause.POSITION : attempt.cause;
        };
    }

    private void redirected(
            LocalSubscription subscriber, SubscribeAttempt attempt, ReplicaReply.Redirected redirected) {
        attempt.hops++;
        if (attempt.hops > settings.redirects()) {
            end(
                    subscriber,
                    Refusal.of(
                            Refusal.Reason.INVALID,
                            "the subscriber was sent from object to object " + attempt.hops
                                    + " times; the limit is comet.subscriptions.redirects, " + settings.redirects()));
            return;
        }
        subscriber.key = redirected.key();
        SubscriberShard next = shards.of(redirected.key());
        next.execute(() -> next.begin(subscriber));
    }

    private void refused(LocalSubscription subscriber, Refusal refusal) {
        if (refusal.isFinal()) {
            end(subscriber, refusal);
        } else {
            next(subscriber);
        }
    }

    private void end(LocalSubscription subscriber, Refusal refusal) {
        end(subscriber, Receiver.End.REFUSED, receiver -> receiver.refused(refusal));
    }

    /** @param first tells it to one whose first request ends so */
    private void end(LocalSubscription subscriber, Receiver.End why, Consumer<Receiver> first) {
        if (subscriber.isBegun()) {
            shard.end(subscriber, why);
        } else {
            shard.close(subscriber);
            first.accept(subscriber.receiver());
        }
    }
}
