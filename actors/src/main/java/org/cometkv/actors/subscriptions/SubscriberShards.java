package org.cometkv.actors.subscriptions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.ReplyTo;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** The subscribers of one node, divided by key. Thread-safe. */
public final class SubscriberShards {

    /** A way to what is held on this node. */
    public interface Here {
        void serve(Wire.Request request, ReplyTo replyTo);
    }

    private final NodeContext node;
    private final HostedStreams streams;
    private final Caller caller;
    private final SubscriberShard[] shards;
    private volatile Requester requester;
    private volatile Here here;
    private boolean isListening;

    /** @param threads on which subscribers are called */
    public SubscriberShards(NodeContext node, HostedStreams streams, Executor threads) {
        this.node = node;
        this.streams = streams;
        this.caller = Caller.local(node.self(), node.writer());
        this.shards = new SubscriberShard[node.settings().subscriptions().shards()];
        Arrays.setAll(shards, index -> new SubscriberShard(node, this, threads));
    }

    /** The node's actors are there. */
    public void bind(Requester itsRequester, Here itsHere) {
        requester = itsRequester;
        here = itsHere;
    }

    /**
     * A new subscriber, which begins at once; empty if there are as many as there may be.
     *
     * @param position where it was before; empty if it is new
     */
    public Optional<LocalSubscription> subscribe(
            Key key, Value request, SubscriberTerms terms, String position, Receiver receiver) {
        if (counts().subscribers.incrementAndGet()
                > node.settings().subscriptions().subscribersMax()) {
            counts().subscribers.decrementAndGet();
            return Optional.empty();
        }
        listen();
        LocalSubscription subscriber = new LocalSubscription(key, request, terms, position, receiver);
        SubscriberShard shard = of(key);
        shard.execute(() -> shard.begin(subscriber));
        return Optional.of(subscriber);
    }

    /** The subscriber gets nothing more; also what is on its way to it. */
    public void close(LocalSubscription subscriber) {
        onShard(subscriber, shard -> shard.close(subscriber));
    }

    /** The subscriber gets nothing more, and is told so. */
    public void disconnect(LocalSubscription subscriber) {
        onShard(subscriber, shard -> shard.end(subscriber, Receiver.End.DISCONNECTED));
    }

    /** It may have been sent on by the time that the task runs. */
    private void onShard(LocalSubscription subscriber, Consumer<SubscriberShard> task) {
        SubscriberShard shard = of(subscriber.key);
        shard.execute(() -> {
            if (of(subscriber.key) == shard) {
                task.accept(shard);
            } else {
                onShard(subscriber, task);
            }
        });
    }

    /** Renews what a member, or this node itself, has subscribed here. */
    public ReplicaReply renew(Wire.Renew renew) {
        return streams.renew(renew);
    }

    /** A member, or this node itself, says something of a stream. */
    public void streamed(Contact from, Wire.Item item) {
        if (item instanceof Wire.Credit credit) {
            streams.credit(from.id(), credit);
        } else if (item instanceof Wire.Deliver deliver) {
            SubscriberShard shard = of(deliver.key());
            shard.execute(() -> shard.delivered(from, deliver));
        } else if (item instanceof Wire.StreamEnded ended) {
            SubscriberShard shard = of(ended.key());
            shard.execute(() -> shard.streamEnded(from, ended));
        }
    }

    /** Tells the standings of this node's subscribers of a key, so many at most. */
    public void standings(Key key, int most, Consumer<List<SubscriberStanding>> reader) {
        SubscriberShard shard = of(key);
        shard.execute(() -> reader.accept(shard.standings(key, most)));
    }

    /** The node closes: all subscribers are told. */
    public void close() {
        streams.close();
        synchronized (this) {
            if (isListening) {
                onAll(SubscriberShard::stop);
            }
        }
    }

    /** The counts of the node's streams and subscribers. */
    public SubscriptionCounts counts() {
        return streams.counts();
    }

    SubscriberShard of(Key key) {
        return shards[Math.floorMod(key.b(), shards.length)];
    }

    /** A node without subscribers does nothing when its members change. */
    private synchronized void listen() {
        if (!isListening) {
            isListening = true;
            node.published().alsoListen(() -> onAll(SubscriberShard::membersChanged));
        }
    }

    private void onAll(Consumer<SubscriberShard> task) {
        for (SubscriberShard shard : shards) {
            shard.execute(() -> task.accept(shard));
        }
    }

    Requester requester() {
        return requester;
    }

    Caller caller() {
        return caller;
    }

    void serveHere(Wire.Request request, Consumer<ReplicaReply> told) {
        here.serve(request, told::accept);
    }

    /** Sends an item to a node; to this one without a detour. */
    public void send(Contact to, Wire.Item item) {
        if (to.id().equals(node.self().id())) {
            streamed(node.self(), item);
        } else {
            requester.send(to, item);
        }
    }
}
