package org.cometkv.actors;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.pattern.StatusReply;
import org.apache.pekko.stream.javadsl.Source;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.seam.StageFactory;
import org.cometkv.actors.subscriptions.SubscriberShards;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.MembershipChange;

/**
 * The store, as an application on one of its nodes sees it.
 *
 * <p>Thread-safe. Nothing here blocks; stages complete on a thread of the node, or on the caller's where the answer is
 * at hand, so what is chained to them must not block either: {@link #withExecutor} gives a store whose stages complete
 * elsewhere. What a user can expect to meet is a reply; a stage fails with a {@link CometException} when something is
 * broken, within {@code comet.requests.timeout} and a second.
 *
 * <p>A key by name is 1 to 1,024 bytes of UTF-8; another one throws {@link IllegalArgumentException} at once, as do
 * options that contradict each other or the call.
 */
public final class Comet {

    /** The messages to {@link #ref}; each is answered as the method of its name, or with what is broken. */
    public sealed interface Command {}

    /** Asks the object under a key; answered as {@link Comet#get(String, GetOptions)}. */
    public record Get(String key, GetOptions options, ActorRef<StatusReply<GetReply>> replyTo) implements Command {

        /** Asks without options. */
        public Get(String key, ActorRef<StatusReply<GetReply>> replyTo) {
            this(key, GetOptions.DEFAULT, replyTo);
        }
    }

    /** Asks every replica; answered as {@link Comet#getFromAll(String, GetOptions)}. */
    public record GetFromAll(String key, GetOptions options, ActorRef<StatusReply<List<GetReply>>> replyTo)
            implements Command {}

    /** Puts an object; answered as {@link Comet#put(String, Aso, PutOptions)}. */
    public record Put(String key, Aso aso, PutOptions options, ActorRef<StatusReply<PutReply>> replyTo)
            implements Command {

        /** Puts without options. */
        public Put(String key, Aso aso, ActorRef<StatusReply<PutReply>> replyTo) {
            this(key, aso, PutOptions.DEFAULT, replyTo);
        }
    }

    /** Puts a value on an occupied key; answered as {@link Comet#update(String, Value, PutOptions)}. */
    public record Update(String key, Value value, PutOptions options, ActorRef<StatusReply<PutReply>> replyTo)
            implements Command {

        /** Updates without options. */
        public Update(String key, Value value, ActorRef<StatusReply<PutReply>> replyTo) {
            this(key, value, PutOptions.DEFAULT, replyTo);
        }
    }

    /** Removes an object; answered as {@link Comet#remove(String, RemoveOptions)}. */
    public record Remove(String key, RemoveOptions options, ActorRef<StatusReply<RemoveReply>> replyTo)
            implements Command {

        /** Removes without options. */
        public Remove(String key, ActorRef<StatusReply<RemoveReply>> replyTo) {
            this(key, RemoveOptions.DEFAULT, replyTo);
        }
    }

    /** Asks where an object is or would be; answered as {@link Comet#lookup(String)}. */
    public record Lookup(String key, ActorRef<StatusReply<List<Contact>>> replyTo) implements Command {}

    /**
     * Subscribes an actor, answered as {@link Comet#subscribe(String, Value, SubscribeOptions, ActorRef)}. Each {@link
     * Delivery.Message} is in hand until the actor calls its {@code ack}.
     */
    public record Subscribe(
            String key,
            Value request,
            SubscribeOptions options,
            ActorRef<Delivery> subscriber,
            ActorRef<StatusReply<Subscription>> replyTo)
            implements Command {}

    /** Asks how the replicas stand; answered as {@link Comet#stat(String, StatOptions)}. */
    public record Stat(String key, StatOptions options, ActorRef<StatusReply<StatReply>> replyTo) implements Command {}

    /** Releases the replicas; answered as {@link Comet#release(String, StatOptions)}. */
    public record Release(String key, StatOptions options, ActorRef<StatusReply<StatReply>> replyTo)
            implements Command {}

    private final ApplicationRequests requests;
    private final Watches watches;
    private final ApplicationSubscriptions subscriptions;
    private final Readiness readiness;
    private final Optional<Executor> executor;
    private final Optional<StageFactory> stages;

    /** @param opened completes once the node's actors are there */
    Comet(
            HostingContext hosting,
            Directory directory,
            SubscriberShards subscribers,
            CompletableFuture<NodeGuardian.Doors> opened) {
        this.requests = new ApplicationRequests(hosting, directory, opened);
        this.subscriptions = new ApplicationSubscriptions(requests, subscribers);
        this.watches = new Watches(requests);
        this.readiness = requests.readiness();
        this.executor = Optional.empty();
        this.stages = Optional.empty();
    }

    private Comet(Comet same, Optional<Executor> executor, Optional<StageFactory> stages) {
        this.requests = same.requests;
        this.watches = same.watches;
        this.subscriptions = same.subscriptions;
        this.readiness = same.readiness;
        this.executor = executor;
        this.stages = stages;
    }

    /** The same store, whose stages are of this factory. */
    Comet withStages(StageFactory factory) {
        return new Comet(this, executor, Optional.of(factory));
    }

    /**
     * The store of a Pekko application: starts a node in its actor system at the first call.
     *
     * @throws CometException with code START if the system has no cluster; the message names the missing key
     */
    public static Comet get(ActorSystem<?> system) {
        return CometExtension.of(system).comet();
    }

    /**
     * The store of a Pekko application as an actor, so that an actor talks to it as to any other.
     *
     * @throws CometException as {@link #get(ActorSystem)}
     */
    public static ActorRef<Command> ref(ActorSystem<?> system) {
        return CometExtension.of(system).ref();
    }

    /**
     * The same store, with its stages completed on this executor. Listeners of {@link #watch} are told on a thread of
     * the node all the same.
     *
     * <p>A stage whose completion the executor rejects fails with its {@link RejectedExecutionException}.
     */
    public Comet withExecutor(Executor completing) {
        return new Comet(this, Optional.of(completing), stages);
    }

    /** Puts an object under the key of a name. */
    public CompletionStage<PutReply> put(String key, Aso aso) {
        return put(Key.of(key), aso, PutOptions.DEFAULT);
    }

    /** Puts a text as a passive value under the key of a name. */
    public CompletionStage<PutReply> put(String key, String value) {
        return put(key, Aso.value(value));
    }

    /** Puts an object under the key of a name. */
    public CompletionStage<PutReply> put(String key, Aso aso, PutOptions options) {
        return put(Key.of(key), aso, options);
    }

    /**
     * Puts an object. Its script runs once on this node first, so that an error is told before anything is sent.
     *
     * @throws IllegalArgumentException if the options and the object are both signed, or the timeout is over the node's
     */
    public CompletionStage<PutReply> put(Key key, Aso aso, PutOptions options) {
        return handedOver(requests.put(key, aso, options));
    }

    /** Puts a text on an occupied key, for the object's onUpdate to decide on. */
    public CompletionStage<PutReply> update(String key, String value) {
        return update(key, Value.of(value));
    }

    /** Puts a value on an occupied key, for the object's onUpdate to decide on. */
    public CompletionStage<PutReply> update(String key, Value value) {
        return update(key, value, PutOptions.DEFAULT);
    }

    /** Puts a value on an occupied key, for the object's onUpdate to decide on. */
    public CompletionStage<PutReply> update(String key, Value value, PutOptions options) {
        return update(Key.of(key), Aso.value(value), options);
    }

    /**
     * Puts a value, or an object that may replace the one there, on an occupied key, for the onUpdate there to decide
     * on; {@link PutReply.NotFound} where the key is empty.
     *
     * @throws IllegalArgumentException if the options say {@link PutOptions#ifAbsent}; and as {@link #put(Key, Aso,
     *     PutOptions)}
     */
    public CompletionStage<PutReply> update(Key key, Aso aso, PutOptions options) {
        return handedOver(requests.update(key, aso, options));
    }

    /** Asks the object under the key of a name. */
    public CompletionStage<GetReply> get(String key) {
        return get(Key.of(key), Value.NIL);
    }

    /** Asks the object under the key of a name, with a request for its onGet. */
    public CompletionStage<GetReply> get(String key, Value request) {
        return get(Key.of(key), request);
    }

    /** Asks the object under the key of a name. */
    public CompletionStage<GetReply> get(String key, GetOptions options) {
        return get(Key.of(key), options);
    }

    /** Asks an object, with a request for its onGet. */
    public CompletionStage<GetReply> get(Key key, Value request) {
        return handedOver(requests.get(key, request, Read.FIRST, Optional.empty()));
    }

    /**
     * Asks an object: its first owner, and the next one if that is silent or does not hold it; or as {@link
     * GetOptions#read} says.
     *
     * @throws IllegalArgumentException if the timeout is over the node's
     */
    public CompletionStage<GetReply> get(Key key, GetOptions options) {
        return handedOver(requests.get(key, options.request(), options.read(), options.timeout()));
    }

    /** Asks every replica of the object under the key of a name; the answers of those that hold it, closest first. */
    public CompletionStage<List<GetReply>> getFromAll(String key) {
        return getFromAll(Key.of(key), GetOptions.DEFAULT);
    }

    /** Asks every replica of the object under the key of a name; the answers of those that hold it, closest first. */
    public CompletionStage<List<GetReply>> getFromAll(String key, GetOptions options) {
        return getFromAll(Key.of(key), options);
    }

    /**
     * Asks every replica of an object; the answers of those that hold it and told so in time, closest first. Nodes that
     * hold nothing are left out: an empty list says that nobody holds it.
     *
     * @throws IllegalArgumentException if the timeout is over the node's
     */
    public CompletionStage<List<GetReply>> getFromAll(Key key, GetOptions options) {
        return handedOver(requests.getFromAll(key, options));
    }

    /** Removes the object under the key of a name. */
    public CompletionStage<RemoveReply> remove(String key) {
        return remove(Key.of(key), RemoveOptions.DEFAULT);
    }

    /** Removes the object under the key of a name. */
    public CompletionStage<RemoveReply> remove(String key, RemoveOptions options) {
        return remove(Key.of(key), options);
    }

    /**
     * Removes an object from every node that holds it.
     *
     * @throws IllegalArgumentException if the timeout is over the node's
     */
    public CompletionStage<RemoveReply> remove(Key key, RemoveOptions options) {
        return handedOver(requests.remove(key, options));
    }

    /** The standing of every replica of the object under the key of a name, as its node tells it. */
    public CompletionStage<StatReply> stat(String key) {
        return stat(Key.of(key), StatOptions.DEFAULT);
    }

    /** The standing of every replica of the object under the key of a name, as its node tells it. */
    public CompletionStage<StatReply> stat(String key, StatOptions options) {
        return stat(Key.of(key), options);
    }

    /**
     * The standing of every replica of an object, what it did and cost, its last error and its log.
     *
     * @throws IllegalArgumentException if the timeout is over the node's
     */
    public CompletionStage<StatReply> stat(Key key, StatOptions options) {
        return handedOver(requests.stat(key, options));
    }

    /** What this node holds and does at the moment. */
    public NodeStat stat() {
        return requests.figures().stat();
    }

    /** The figures of this node at the moment, under names that stay; {@link CometMetrics} gives them to Micrometer. */
    public MetricsSnapshot metrics() {
        return watches.metrics();
    }

    /** Releases every replica of the object under the key of a name that is set aside. */
    public CompletionStage<StatReply> release(String key) {
        return release(Key.of(key), StatOptions.DEFAULT);
    }

    /** Releases every replica of the object under the key of a name that is set aside. */
    public CompletionStage<StatReply> release(String key, StatOptions options) {
        return release(Key.of(key), options);
    }

    /**
     * Releases every replica of an object that is set aside: its handlers run again, slowed until it behaved for a
     * while. For operators, as whoever embeds a node is; the reply is how each stands after that.
     *
     * @throws IllegalArgumentException if the timeout is over the node's
     */
    public CompletionStage<StatReply> release(Key key, StatOptions options) {
        return handedOver(requests.release(key, options));
    }

    /** The neighbors of the key of a name, closest first: where its object is or would be. */
    public CompletionStage<List<Contact>> lookup(String key) {
        return lookup(Key.of(key));
    }

    /**
     * The neighbors of a key, closest first; at most 20. Every node of a cluster knows all others, so that the stage is
     * complete at once where the node is ready.
     */
    public CompletionStage<List<Contact>> lookup(Key key) {
        return handedOver(requests.lookup(key));
    }

    /**
     * Completes once this node is a member of its cluster and knows the other members; until then it does not know who
     * holds a key, and requests wait. Fails with code TIMEOUT after {@code comet.members.join-timeout}, and says who
     * has not greeted; with CLOSED if the node is closed before; with START if the node owns no keys because its
     * limits are lower than its cluster's.
     */
    public CompletionStage<Comet> ready() {
        return handedOver(readiness.await(this));
    }

    /** This node. */
    public Contact self() {
        return requests.node().self();
    }

    /**
     * Tells the listener of every member there is and of every change from then on, this node's own fate included, one
     * by one on a thread of the node: it must not block. An exception of the listener costs it that change alone.
     *
     * @return the watch, which lasts until it or the node is closed
     * @throws IllegalStateException if there are {@code comet.members.listeners-max} already
     */
    public Watch watch(Consumer<MembershipChange> listener) {
        return watches.open(listener);
    }

    /** Subscribes to the messages of the object under the key of a name, from now on. */
    public CompletionStage<Subscription> subscribe(String key, Subscriber subscriber) {
        return subscribe(Key.of(key), Value.NIL, SubscribeOptions.DEFAULT, subscriber);
    }

    /** Subscribes to the messages of the object under the key of a name. */
    public CompletionStage<Subscription> subscribe(
            String key, Value request, SubscribeOptions options, Subscriber subscriber) {
        return subscribe(Key.of(key), request, options, subscriber);
    }

    /**
     * Subscribes to the messages of an object: its {@code onSubscribe} decides at one replica. If that fails or leaves,
     * the subscription goes on at another one by itself.
     *
     * <p>The stage fails with code NOT_FOUND where nothing is under the key, REFUSED where the object or a node says
     * no, FAILED where the handler goes wrong, and TIMEOUT where no replica took the subscriber within
     * {@code comet.requests.timeout}.
     *
     * @param request for the object's {@code onSubscribe}
     */
    public CompletionStage<Subscription> subscribe(
            Key key, Value request, SubscribeOptions options, Subscriber subscriber) {
        return handedOver(subscriptions.subscribe(key, request, options, subscriber));
    }

    /**
     * Subscribes an actor of this node's system, which is told everything and returns the credit of each message by
     * {@link Delivery.Message#ack}. It closes the subscription before it stops.
     */
    public CompletionStage<Subscription> subscribe(
            String key, Value request, SubscribeOptions options, ActorRef<? super Delivery> subscriber) {
        return subscribe(Key.of(key), request, options, new ActorSubscriber(subscriber));
    }

    /** A source of the messages of an object, which subscribes when it is run; its demand is the credit. */
    public Source<Delivery, CompletionStage<Subscription>> source(String key, Value request, SubscribeOptions options) {
        return QueueSubscriber.source(subscriber -> subscribe(Key.of(key), request, options, subscriber));
    }

    /** How this node's subscriptions to the object under the key of a name stand; 1,000 of them at most. */
    public CompletionStage<List<SubscriptionStat>> subscriptions(String key) {
        return handedOver(subscriptions.standings(Key.of(key)));
    }

    /** Ends a subscription, whose subscriber is told so: for operators. */
    public void disconnect(Subscription subscription) {
        subscriptions.shards().disconnect(subscription.subscriber());
    }

    /** What lives as long as the node, whoever holds this. */
    Watches watches() {
        return watches;
    }

    /** Requests of applications that have not ended. */
    int pendingReplies() {
        return requests.pendingReplies();
    }

    /** The node has stopped. */
    void stopped() {
        requests.stopped();
    }

    private <R> CompletionStage<R> handedOver(CompletionStage<R> stage) {
        if (executor.isEmpty() && stages.isEmpty()) {
            return stage;
        }
        CompletableFuture<R> there =
                stages.isEmpty() ? new CompletableFuture<>() : stages.get().create();
        Executor completing = executor.orElse(Runnable::run);
        stage.whenComplete((reply, broken) -> {
            boolean isHandedOver = false;
            try {
                completing.execute(() -> end(there, reply, broken));
                isHandedOver = true;
            } catch (RejectedExecutionException e) {
                there.completeExceptionally(e);
            } finally {
                if (!isHandedOver) {
                    there.completeExceptionally(new RejectedExecutionException("the executor met a bug"));
                }
            }
        });
        return there;
    }

    private static <R> void end(CompletableFuture<R> stage, R reply, Throwable broken) {
        if (broken == null) {
            stage.complete(reply);
        } else {
            stage.completeExceptionally(broken);
        }
    }
}
