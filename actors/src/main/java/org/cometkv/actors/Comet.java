package org.cometkv.actors;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.pattern.StatusReply;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.membership.RoutingTableManager;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.requests.Operation;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.MembershipChange;
import org.cometkv.routing.RoutingView;

/**
 * The store, as an application on one of its nodes sees it.
 *
 * <p>Thread-safe. Nothing here blocks; stages complete on a thread of the node, so what is chained to them must not
 * block either (or use the {@code Async} forms). What a user can expect to meet is a reply; a stage fails with a
 * {@link CometException} when something is broken. A key by name is 1 to 1,024 bytes of UTF-8; another one throws
 * {@link IllegalArgumentException} at once.
 */
public final class Comet {

    /** What an actor can ask of {@link #ref}; each is answered as the method of its name, or with what is broken. */
    public sealed interface Command {}

    /** Asks the object under a key. */
    public record Get(String key, Value request, ActorRef<StatusReply<GetReply>> replyTo) implements Command {

        /** Asks without a request. */
        public Get(String key, ActorRef<StatusReply<GetReply>> replyTo) {
            this(key, Value.NIL, replyTo);
        }
    }

    /** Puts an object. */
    public record Put(String key, Aso aso, ActorRef<StatusReply<PutReply>> replyTo) implements Command {}

    /** Puts a value on an occupied key. */
    public record Update(String key, Value value, ActorRef<StatusReply<PutReply>> replyTo) implements Command {}

    /** Removes an object. */
    public record Remove(String key, ActorRef<StatusReply<RemoveReply>> replyTo) implements Command {}

    private final NodeContext node;
    private final HostingContext hosting;
    private final Directory directory;
    private final CompletableFuture<NodeGuardian.Doors> opened;
    private final DryRun rehearsal;
    private final Caller caller;
    private final AtomicInteger listeners = new AtomicInteger();
    private final AtomicBoolean isReadyAwaited = new AtomicBoolean();
    private final CompletableFuture<Comet> joined = new CompletableFuture<>();

    /** @param opened completes once the node's actors are there */
    Comet(HostingContext hosting, Directory directory, CompletableFuture<NodeGuardian.Doors> opened) {
        this.node = hosting.node();
        this.hosting = hosting;
        this.directory = directory;
        this.opened = opened;
        this.rehearsal = new DryRun(hosting);
        this.caller = Caller.local(node.self(), node.writer());
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
     */
    public CompletionStage<PutReply> put(Key key, Aso aso, PutOptions options) {
        PendingReply<PutReply> promise = new PendingReply<>();
        if (node.closing().breaks(promise)) {
            return promise;
        }
        Optional<Refusal> refusal = new PutValidation(hosting).refusal(key, aso);
        if (refusal.isPresent()) {
            promise.done(new PutReply.Refused(refusal.get(), List.of()));
        } else if (aso.script().isEmpty()) {
            putPassive(key, aso, options, promise);
        } else {
            rehearsal
                    .run(
                            key,
                            aso,
                            policy -> begin(key, aso, options, policy, promise),
                            failure -> promise.done(new PutReply.Failed(failure, List.of())),
                            promise)
                    .ifPresent(busy -> promise.done(new PutReply.Refused(busy, List.of())));
        }
        return promise;
    }

    /** Puts a value on an occupied key, for the object's onUpdate to decide on. */
    public CompletionStage<PutReply> update(String key, Value value) {
        return update(key, value, PutOptions.DEFAULT);
    }

    /** Puts a value on an occupied key, acknowledged as the options say; their condition does not apply. */
    public CompletionStage<PutReply> update(String key, Value value, PutOptions options) {
        return put(Key.of(key), Aso.value(value), options.ifPresent());
    }

    /** Puts a signed value on an occupied key, for the object's onUpdate to decide on: as its author. */
    public CompletionStage<PutReply> update(Key key, Aso value) {
        return put(key, value, PutOptions.DEFAULT.ifPresent());
    }

    /** Puts a text on an occupied key, for the object's onUpdate to decide on. */
    public CompletionStage<PutReply> update(String key, String value) {
        return update(key, Value.of(value));
    }

    /** Asks the object under the key of a name. */
    public CompletionStage<GetReply> get(String key) {
        return get(Key.of(key), Value.NIL);
    }

    /** Asks the object under the key of a name, with a request for its onGet. */
    public CompletionStage<GetReply> get(String key, Value request) {
        return get(Key.of(key), request);
    }

    /** Asks an object: its first owner, and the next one if that is silent or does not hold it. */
    public CompletionStage<GetReply> get(Key key, Value request) {
        RoutingView view = node.view();
        List<Contact> first = view.owners(key, 1);
        if (!first.isEmpty()
                && first.get(0).id().equals(node.self().id())
                && PutValidation.fault(request, node.settings().limits()).isEmpty()) {
            return getHere(key, request);
        }
        return begin(new GetOperation(key, caller, request, ReadOrder.forRead(view, key)), request);
    }

    /** Asks every replica of the object under the key of a name; the answers of those that hold it, closest first. */
    public CompletionStage<List<GetReply>> getAll(String key) {
        return getAll(Key.of(key), Value.NIL);
    }

    /** Asks every replica of an object; the answers of those that hold it, closest first. */
    public CompletionStage<List<GetReply>> getAll(Key key, Value request) {
        return begin(new GetAllOperation(key, caller, request, node.view().neighbors(key)), request);
    }

    /** Removes the object under the key of a name. */
    public CompletionStage<RemoveReply> remove(String key) {
        return remove(Key.of(key), Value.NIL);
    }

    /** Removes an object, with a request for its onRemove. */
    public CompletionStage<RemoveReply> remove(Key key, Value request) {
        return remove(key, request, Optional.empty());
    }

    /** Removes a signed object in its author's name; what is under an owned key is removed by no other way. */
    public CompletionStage<RemoveReply> remove(Key key, ObjectSignature signature) {
        return remove(key, Value.NIL, Optional.of(signature));
    }

    private CompletionStage<RemoveReply> remove(Key key, Value request, Optional<ObjectSignature> signature) {
        Caller remover = caller(signature);
        Version version = node.versions().next(node.clock().wallMillis());
        return begin(
                new RemoveOperation(
                        key, version, remover, request, signature, node.view().neighbors(key)),
                request);
    }

    /** How every replica of the object under the key of a name stands, as its node tells it. */
    public CompletionStage<StatReply> stat(String key) {
        return stat(Key.of(key));
    }

    /** How every replica of an object stands: what it did and cost, its last error and its log. */
    public CompletionStage<StatReply> stat(Key key) {
        return begin(
                new StatOperation(key, node.view().neighbors(key), id -> new Wire.Stat(id, key, caller)), Value.NIL);
    }

    /** What this node holds and does at the moment. */
    public NodeStat stat() {
        return new NodeStat(
                directory.size(),
                hosting.penalties().slowed(),
                hosting.penalties().setAside(),
                hosting.waiting().count(),
                hosting.waiting().bytes());
    }

    /** Releases every replica of the object under the key of a name that is set aside. */
    public CompletionStage<StatReply> release(String key) {
        return release(Key.of(key));
    }

    /**
     * Releases every replica of an object that is set aside: its handlers run again, slowed until it behaved for a
     * while. For operators, as whoever embeds a node is; the reply is how each stands after that.
     */
    public CompletionStage<StatReply> release(Key key) {
        return begin(
                new StatOperation(key, node.view().neighbors(key), id -> new Wire.Release(id, key, caller)), Value.NIL);
    }

    /** The neighbors of the key of a name, closest first: where its object is or would be. */
    public List<Contact> lookup(String key) {
        return lookup(Key.of(key));
    }

    /** The neighbors of a key, closest first. */
    public List<Contact> lookup(Key key) {
        return node.view().neighbors(key);
    }

    /** Completes once this node is a member of its cluster; until then nobody that holds a key is known. */
    public CompletionStage<Comet> ready() {
        PendingReply<Comet> ready = new PendingReply<>();
        if (node.closing().breaks(ready)) {
            return ready;
        }
        if (isReadyAwaited.compareAndSet(false, true)) {
            listen(change -> {
                if (change.kind() == MembershipChange.Kind.JOINED
                        && change.node().equals(node.self())) {
                    joined.complete(this);
                }
            });
        }
        joined.thenAccept(ready::complete);
        return ready;
    }

    /** This node. */
    public Contact self() {
        return node.self();
    }

    /**
     * Tells the listener of every member there is and of every change from then on, on a thread of the node; false if
     * there are {@code comet.members.listeners-max} already, and it is told nothing.
     */
    public boolean watch(Consumer<MembershipChange> listener) {
        if (listeners.incrementAndGet() > node.settings().members().listenersMax()) {
            listeners.decrementAndGet();
            return false;
        }
        listen(listener);
        return true;
    }

    private void listen(Consumer<MembershipChange> listener) {
        opened.thenAccept(doors -> doors.routing().tell(new RoutingTableManager.Watch(listener)));
    }

    private CompletionStage<GetReply> getHere(Key key, Value request) {
        // This node owns keys, so its actors are there.
        NodeGuardian.Doors doors = opened.join();
        LocalGet get = new LocalGet(node, doors.requester(), key, caller, request);
        if (node.closing().breaks(get)) {
            return get;
        }
        if (directory.slot(key) instanceof Slot.Passive passive
                && !passive.isExpired(node.clock().wallMillis())) {
            get.reply(passive.answer());
            return get;
        }
        ReplicaRequest serving = new ReplicaRequest(
                key,
                new Wire.Get(0, key, caller, request),
                get,
                doors.replicas(),
                node.clock().nanos());
        doors.router().handOn(serving);
        get.actorEnded();
        return get;
    }

    private void putPassive(Key key, Aso aso, PutOptions options, PendingReply<PutReply> promise) {
        try {
            begin(key, aso, options, Policy.of(aso.fields(), node.settings().limits()), promise);
        } catch (IllegalArgumentException e) {
            promise.done(new PutReply.Refused(Refusal.of(Refusal.Reason.INVALID, e.getMessage()), List.of()));
        }
    }

    private void begin(Key key, Aso aso, PutOptions options, Policy policy, PendingReply<PutReply> promise) {
        Script script = aso.script();
        PutOperation.Body body = new PutOperation.Body(
                key, caller(aso.signature()), script, aso.fields(), options.condition(), aso.signature());
        RoutingView view = node.view();
        List<Contact> owners = options.condition() == Wire.Condition.IF_PRESENT
                ? view.neighbors(key)
                : view.owners(key, node.settings().replicas(policy));
        begin(
                new PutOperation(
                        body, owners, holders -> node.settings().acks(options.acks(), holders), this::nextVersion),
                promise);
    }

    /** Whoever puts what an author signed does it in the author's name. */
    private Caller caller(Optional<ObjectSignature> signature) {
        return signature.map(made -> caller.withWriter(made.author().writer())).orElse(caller);
    }

    private Version nextVersion() {
        return node.versions().next(node.clock().wallMillis());
    }

    private <R> CompletionStage<R> begin(Operation<R> operation, Value request) {
        PendingReply<R> promise = new PendingReply<>();
        Optional<String> fault = PutValidation.fault(request, node.settings().limits());
        if (node.closing().breaks(promise)) {
            return promise;
        }
        if (fault.isPresent()) {
            promise.done(operation.refused(Refusal.of(Refusal.Reason.INVALID, fault.get()), node.self()));
        } else {
            begin(operation, promise);
        }
        return promise;
    }

    private <R> void begin(Operation<R> operation, PendingReply<R> promise) {
        if (opened.isDone()) {
            begin(operation, promise, opened.join());
        } else {
            opened.thenAccept(doors -> begin(operation, promise, doors));
        }
    }

    private <R> void begin(Operation<R> operation, PendingReply<R> promise, NodeGuardian.Doors doors) {
        doors.requester().begin(operation, promise);
        node.closing().breaks(promise);
    }
}
