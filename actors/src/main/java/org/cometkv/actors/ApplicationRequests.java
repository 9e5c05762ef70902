package org.cometkv.actors;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.coordination.ChangeOperation;
import org.cometkv.actors.coordination.Coordination;
import org.cometkv.actors.membership.RoutingTableManager;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.Operation;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.MembershipChange;
import org.cometkv.routing.RoutingView;

/** The requests of one node's applications: their checks, their beginning and their counts. Thread-safe. */
final class ApplicationRequests {

    private final NodeContext node;
    private final HostingContext hosting;
    private final Directory directory;
    private final CompletableFuture<NodeGuardian.Doors> opened;
    private final DryRun dryRun;
    private final Caller caller;
    private final RequestCounts counts = new RequestCounts();
    private final PendingReplies underWay;
    private final NodeFigures figures;
    private final Coordination coordination;
    private final Readiness readiness;

    /** @param opened completes once the node's actors are there */
    ApplicationRequests(HostingContext hosting, Directory directory, CompletableFuture<NodeGuardian.Doors> opened) {
        this.node = hosting.node();
        this.hosting = hosting;
        this.directory = directory;
        this.opened = opened;
        this.dryRun = new DryRun(hosting);
        this.figures = new NodeFigures(hosting, directory, counts);
        this.caller = Caller.local(node.self(), node.writer());
        CometSettings.Requests settings = node.settings().requests();
        this.underWay = new PendingReplies(node.clock(), settings.timeout(), settings.operationsMax());
        this.coordination = new Coordination(
                node::view,
                this::nextVersion,
                node.clock()::millis,
                settings.timeout().toMillis(),
                counts.changes);
        this.readiness = new Readiness(node, counts);
    }

    /** The node has stopped: whatever a bug kept from its end has it now. */
    void stopped() {
        underWay.close();
    }

    /** How many have not ended. */
    int pendingReplies() {
        return underWay.count();
    }

    NodeContext node() {
        return node;
    }

    Readiness readiness() {
        return readiness;
    }

    RequestCounts counts() {
        return counts;
    }

    <R> PendingReply<R> pending() {
        return new PendingReply<>(counts);
    }

    CompletionStage<PutReply> put(Key key, Aso aso, PutOptions options) {
        Wire.Condition condition = options.isForEmptyKey() ? Wire.Condition.IF_ABSENT : Wire.Condition.ALWAYS;
        return put(key, aso, condition, options);
    }

    CompletionStage<PutReply> update(Key key, Aso aso, PutOptions options) {
        if (options.isForEmptyKey()) {
            throw new IllegalArgumentException(
                    "an update is of an occupied key; ifAbsent(), which asks for an empty one, contradicts it");
        }
        return put(key, aso, Wire.Condition.IF_PRESENT, options);
    }

    private CompletionStage<PutReply> put(Key key, Aso unsigned, Wire.Condition condition, PutOptions options) {
        check(options.timeout());
        if (!node.isReady()) {
            return readiness.hold(options.timeout(), left -> put(key, unsigned, condition, options.timeout(left)));
        }
        long began = node.clock().nanos();
        Aso aso = signed(unsigned, options);
        (condition == Wire.Condition.IF_PRESENT ? counts.updates : counts.puts).increment();
        PendingReply<PutReply> promise = pending();
        if (node.closing().breaks(promise)) {
            return promise;
        }
        Optional<Refusal> refusal =
                new PutValidation(hosting).refusal(key, aso).or(this::minority).or(() -> tooMany(promise));
        if (refusal.isPresent()) {
            promise.done(new PutReply.Refused(refusal.get(), List.of()));
        } else if (aso.script().isEmpty()) {
            putPassive(body(key, aso, condition, options), options, began, promise);
        } else {
            dryRun.run(key, aso, new DryRun.Listener() {
                        @Override
                        public void passed(Policy policy) {
                            begin(body(key, aso, condition, options), options, policy, began, promise);
                        }

                        @Override
                        public void failed(Failure failure) {
                            promise.done(new PutReply.Failed(failure, List.of()));
                        }

                        @Override
                        public void closed() {
                            promise.broken(NoReply.CLOSED, "the node is closed");
                        }
                    })
                    .ifPresent(busy -> promise.done(new PutReply.Refused(busy, List.of())));
        }
        return promise;
    }

    private static Aso signed(Aso aso, PutOptions options) {
        if (options.signature().isEmpty()) {
            return aso;
        }
        if (aso.signature().isPresent()) {
            throw new IllegalArgumentException(
                    "the object is signed already; another signature in the options contradicts it");
        }
        return aso.signed(options.signature().get());
    }

    private void putPassive(PutChange body, PutOptions options, long began, PendingReply<PutReply> promise) {
        try {
            begin(body, options, Policy.of(body.fields(), node.limits()), began, promise);
        } catch (IllegalArgumentException e) {
            promise.done(new PutReply.Refused(Refusal.of(Refusal.Reason.INVALID, e.getMessage()), List.of()));
        }
    }

    private PutChange body(Key key, Aso aso, Wire.Condition condition, PutOptions options) {
        Script script = aso.script();
        return new PutChange(
                key, caller(aso.signature()), script, aso.fields(), condition, aso.signature(), options.saved());
    }

    /** @param began when it was called: the run of its script is part of its time */
    private void begin(PutChange body, PutOptions options, Policy policy, long began, PendingReply<PutReply> promise) {
        Optional<Duration> left =
                options.timeout().map(time -> time.minusNanos(node.clock().nanos() - began));
        if (left.isPresent() && left.get().toMillis() <= 0) {
            promise.broken(NoReply.LATE, "the script did not run in time; nothing was sent");
            return;
        }
        // An update does not know how many owners the object has: it begins at as many as objects have by default.
        int replicas = body.condition() == Wire.Condition.IF_PRESENT
                ? node.settings().replication().replicas()
                : node.settings().replicas(policy);
        begin(new ChangeOperation<>(body, replicas, holders -> needed(options, holders), coordination), promise, left);
    }

    private int needed(PutOptions options, int holders) {
        return options.acks().isPresent()
                ? options.acks().get().needed(holders)
                : node.settings().replication().acks(holders);
    }

    /** The first owner, and the next one if that is silent or does not hold it; or as the read says. */
    CompletionStage<GetReply> get(Key key, Value request, Read read, Optional<Duration> timeout) {
        check(timeout);
        if (!node.isReady()) {
            return readiness.hold(timeout, left -> get(key, request, read, Optional.of(left)));
        }
        counts.gets.increment();
        RoutingView view = node.view();
        List<Contact> first = view.owners(key, 1);
        if (read == Read.FIRST
                && !first.isEmpty()
                && first.get(0).id().equals(node.self().id())
                && PutValidation.fault(request, node.limits()).isEmpty()) {
            return getHere(key, request, timeout);
        }
        return begin(get(key, request, read), request, timeout);
    }

    private Operation<GetReply> get(Key key, Value request, Read read) {
        Supplier<ReadOrder> orders = () ->
                ReadOrder.of(node::view, key, node.settings().replication().replicas());
        return switch (read) {
            case FIRST -> new GetOperation(key, caller, request, orders.get());
            case NEAREST -> new NearestGetOperation(key, caller, request, orders.get());
            case LATEST ->
                new LatestGetOperation(
                        key, caller, request, orders, replicas -> node.view().owners(key, replicas), node.self());
        };
    }

    private CompletionStage<GetReply> getHere(Key key, Value request, Optional<Duration> timeout) {
        // This node owns keys, so its actors are there.
        NodeGuardian.Doors doors = opened.join();
        Wire.Get asked = new Wire.Get(0, key, caller, request, Wire.Read.FIRST);
        LocalGet get = new LocalGet(node, doors.requester(), counts, asked, timeout);
        if (node.closing().breaks(get)) {
            return get;
        }
        long now = node.clock().nanos();
        node.published().look(now);
        if (directory.slot(key) instanceof Slot.Passive passive
                && directory.compared().isCompared(key)
                && !passive.isExpired(node.clock().wallMillis())) {
            get.reply(passive.answer());
            return get;
        }
        ReplicaRequest serving = new ReplicaRequest(key, asked, get, doors.replicas(), now);
        if (!underWay.enter(get, serving.arrivedNanos())) {
            get.reply(new ReplicaReply.Refused(tooMany()));
            return get;
        }
        get.begin();
        doors.router().handOn(serving);
        get.actorEnded();
        return get;
    }

    CompletionStage<List<GetReply>> getFromAll(Key key, GetOptions options) {
        if (options.isOfOneReplica()) {
            throw new IllegalArgumentException(
                    "every replica is asked; read(" + options.read() + "), which asks for one, contradicts it");
        }
        check(options.timeout());
        if (!node.isReady()) {
            return readiness.hold(options.timeout(), left -> getFromAll(key, options.timeout(left)));
        }
        counts.gets.increment();
        Value request = options.request();
        return begin(new GetAllOperation(key, caller, request, node.view().neighbors(key)), request, options.timeout());
    }

    CompletionStage<RemoveReply> remove(Key key, RemoveOptions options) {
        check(options.timeout());
        if (!node.isReady()) {
            return readiness.hold(options.timeout(), left -> remove(key, options.timeout(left)));
        }
        counts.removes.increment();
        Value request = options.request();
        RemoveChange remove =
                new RemoveChange(key, caller(options.signature()), request, options.signature(), options.saved());
        CometSettings.Replication replication = node.settings().replication();
        ChangeOperation<RemoveReply> operation =
                new ChangeOperation<>(remove, replication.replicas(), replication::acks, coordination);
        return begin(operation, request, options.timeout(), minority());
    }

    CompletionStage<StatReply> stat(Key key, StatOptions options) {
        return ask(key, id -> new Wire.Stat(id, key, caller), options);
    }

    CompletionStage<StatReply> release(Key key, StatOptions options) {
        return ask(key, id -> new Wire.Release(id, key, caller), options);
    }

    private CompletionStage<StatReply> ask(Key key, LongFunction<Wire.Request> requests, StatOptions options) {
        check(options.timeout());
        if (!node.isReady()) {
            return readiness.hold(options.timeout(), left -> ask(key, requests, options.timeout(left)));
        }
        return begin(new StatOperation(key, node.view().neighbors(key), requests), Value.NIL, options.timeout());
    }

    CompletionStage<List<Contact>> lookup(Key key) {
        if (!node.isReady()) {
            return readiness.hold(Optional.empty(), left -> lookup(key));
        }
        PendingReply<List<Contact>> reply = pending();
        if (!node.closing().breaks(reply)) {
            reply.done(node.view().neighbors(key));
        }
        return reply;
    }

    NodeFigures figures() {
        return figures;
    }

    void listen(Consumer<MembershipChange> listener) {
        opened.thenAccept(doors -> doors.routing().tell(new RoutingTableManager.Watch(listener)));
    }

    void unlisten(Consumer<MembershipChange> listener) {
        opened.thenAccept(doors -> doors.routing().tell(new RoutingTableManager.Unwatch(listener)));
    }

    private void check(Optional<Duration> timeout) {
        if (timeout.isPresent()) {
            CallTimeout.check(timeout.get(), node.settings().requests().timeout());
        }
    }

    /** Whoever puts what an author signed does it in the author's name. */
    private Caller caller(Optional<ObjectSignature> signature) {
        return signature.map(made -> caller.withWriter(made.author().writer())).orElse(caller);
    }

    private Version nextVersion() {
        return node.versions().next(node.clock().wallMillis());
    }

    /** The refusal of a change by a node that others may have left behind. */
    private Optional<Refusal> minority() {
        return node.isMinority() ? Optional.of(RequestRouter.MINORITY) : Optional.empty();
    }

    private <R> CompletionStage<R> begin(Operation<R> operation, Value request, Optional<Duration> timeout) {
        return begin(operation, request, timeout, Optional.empty());
    }

    /** @param refused why it does not begin, if it does not */
    private <R> CompletionStage<R> begin(
            Operation<R> operation, Value request, Optional<Duration> timeout, Optional<Refusal> refused) {
        PendingReply<R> promise = pending();
        if (node.closing().breaks(promise)) {
            return promise;
        }
        Optional<Refusal> refusal = PutValidation.fault(request, node.limits())
                .map(fault -> Refusal.of(Refusal.Reason.INVALID, fault))
                .or(() -> refused)
                .or(() -> tooMany(promise));
        if (refusal.isPresent()) {
            promise.done(operation.refused(refusal.get(), node.self()));
        } else {
            begin(operation, promise, timeout);
        }
        return promise;
    }

    /** Counts the request among those under way; the refusal if there are too many. */
    Optional<Refusal> tooMany(PendingReply<?> promise) {
        return underWay.enter(promise, node.clock().nanos()) ? Optional.empty() : Optional.of(tooMany());
    }

    private Refusal tooMany() {
        return Requester.busy(underWay.max());
    }

    private <R> void begin(Operation<R> operation, PendingReply<R> promise, Optional<Duration> timeout) {
        if (opened.isDone() && !opened.isCompletedExceptionally()) {
            begin(operation, promise, timeout, opened.join());
            return;
        }
        opened.whenComplete((doors, failure) -> {
            if (failure == null) {
                begin(operation, promise, timeout, doors);
            } else {
                promise.broken(NoReply.CLOSED, failure.getMessage());
            }
        });
    }

    private <R> void begin(
            Operation<R> operation, PendingReply<R> promise, Optional<Duration> timeout, NodeGuardian.Doors doors) {
        doors.requester().begin(operation, promise, timeout);
        node.closing().breaks(promise);
    }
}
