package org.cometkv.actors;

import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.authorization.ReachRule;
import org.cometkv.actors.authorization.RequestAuthorizer;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.membership.Membership;
import org.cometkv.actors.membership.RoutingTableManager;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.objects.SupervisorMessage;
import org.cometkv.actors.peers.Inbound;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.replicas.ReplicaManager;
import org.cometkv.actors.requests.ReplyTo;
import org.cometkv.actors.settings.StorageSettings;
import org.cometkv.actors.storage.ObjectStore;
import org.cometkv.actors.subscriptions.SubscriberShards;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;

/**
 * The router of requests for this node: to the routing manager, to the object's actor, or to the ReplicaManager where
 * none runs. Thread-safe.
 *
 * <pre>
 *   Gateway ──▶ serve ─ lookup? ──▶ RoutingTableManager
 *                 └ clock, reach, signature ─▶ handOn ─┬▶ AsoActor
 *   Comet ───────────────────────────────────▶ handOn ─┴▶ ReplicaManager
 * </pre>
 *
 * <p>Until its managers are there it refuses with NOT_READY; a greeting is lost then, and comes again. Before the node
 * is ready it refuses whatever is about an object, and in the minority every change.
 */
final class RequestRouter implements Inbound {

    private static final long OTHER_VIEW_RETRY_MILLIS = 200;

    private static final Refusal NOT_READY = Refusal.retry(Refusal.Reason.NOT_READY, "this node is being started", 100);

    /** A member that joins is ready within milliseconds in the usual course. */
    private static final long RETRY_MILLIS = 200;

    private static final Refusal JOINING = Refusal.retry(
            Refusal.Reason.NOT_READY, "this node does not know the members of its cluster yet", RETRY_MILLIS);

    /** The refusal of changes by a node that others may have left behind. */
    static final Refusal MINORITY = Refusal.retry(
            Refusal.Reason.NOT_READY,
            "this node is in the minority: it does not reach half of the members of its cluster",
            RETRY_MILLIS);

    /** The actors that requests and greetings go to. */
    record Managers(
            ActorRef<RoutingTableManager.Command> routing,
            ActorRef<SupervisorMessage> replicas,
            ActorRef<Membership.Command> membership) {}

    private final NodeContext node;
    private final Directory directory;
    private final RequestAuthorizer authorizer;
    private final SubscriberShards subscribers;
    private volatile Managers managers;

    RequestRouter(NodeContext node, Directory directory, RequestAuthorizer authorizer, SubscriberShards subscribers) {
        this.node = node;
        this.directory = directory;
        this.authorizer = authorizer;
        this.subscribers = subscribers;
    }

    /** Names the managers, which need the Gateway and so are spawned after it. */
    void bind(Managers itsManagers) {
        managers = itsManagers;
    }

    @Override
    public void serve(Wire.Request request, ReplyTo replyTo, long arrivedNanos) {
        Managers bound = managers;
        if (bound == null) {
            replyTo.reply(new ReplicaReply.Refused(NOT_READY));
            return;
        }
        if (request instanceof Wire.FindNode find) {
            bound.routing().tell(new RoutingTableManager.FindNode(find.key(), replyTo));
            return;
        }
        if (request instanceof Wire.Renew renew) {
            replyTo.reply(subscribers.renew(renew));
            return;
        }
        if (request instanceof Wire.Upkeep) {
            bound.replicas().tell(new ReplicaRequest(request.key(), request, replyTo, bound.replicas(), arrivedNanos));
            return;
        }
        Wire.ObjectRequest asked = (Wire.ObjectRequest) request;
        Optional<Refusal> refusal = refuse(asked);
        if (refusal.isPresent()) {
            replyTo.reply(new ReplicaReply.Refused(refusal.get()));
            return;
        }
        ReplyTo answers =
                asked instanceof Wire.Change change ? saved(change, ofChange(change, replyTo, bound)) : replyTo;
        ReplicaRequest admitted = new ReplicaRequest(request.key(), request, answers, bound.replicas(), arrivedNanos);
        authorizer.examine(asked, () -> handOn(admitted), replyTo::reply);
    }

    @Override
    public void greeted(Contact from, Wire.Hello hello) {
        Managers bound = managers;
        if (bound != null) {
            bound.membership().tell(new Membership.Greeted(from, hello));
        }
    }

    /** A change is answered by its durability, if this node has a disk. */
    private ReplyTo saved(Wire.Change change, ReplyTo replyTo) {
        ObjectStore store = directory.store();
        if (!store.isKept()) {
            return replyTo;
        }
        StorageSettings settings = node.settings().storage();
        return switch (settings.when(change.terms().saved())) {
            case SYNC -> new SyncedReply(change.key(), store, replyTo);
            case BATCH -> settings.isInMemory() ? replyTo.after(reply -> store.hasten(change.key())) : replyTo;
            default -> replyTo;
        };
    }

    /** What the first owner refuses for good counts as taken back at once. */
    private ReplyTo ofChange(Wire.Change change, ReplyTo replyTo, Managers bound) {
        if (change.terms().owners() == 0
                || !node.view().isFirst(change.key(), node.self().id())) {
            return replyTo;
        }
        return replyTo.after(reply -> {
            if (reply instanceof ReplicaReply.Refused no && no.refusal().isFinal()) {
                bound.replicas().tell(new ReplicaManager.Refused(change.key(), change.version()));
            }
        });
    }

    @Override
    public void streamed(Contact from, Wire.Item item) {
        subscribers.streamed(from, item);
    }

    @Override
    public void ended(Contact ended) {
        Managers bound = managers;
        if (bound != null) {
            bound.membership().tell(new Membership.Ended(ended));
        }
    }

    @Override
    public void leaving(Contact from, Wire.Leaving leaving) {
        Managers bound = managers;
        if (bound != null) {
            bound.membership().tell(new Membership.Announced(from, leaving));
        }
    }

    /** Hands a request that may come in to the object's actor, or to the ReplicaManager if none runs. */
    void handOn(ReplicaRequest request) {
        if (request.body() instanceof Wire.Get get && settlesFirst(get)) {
            request.supervisor().tell(new ReplicaManager.Passed(request));
            return;
        }
        if (!directory.offer(request.key(), request)) {
            request.supervisor().tell(request);
        }
    }

    /** Whether a get waits until the key is settled, whatever this node knows of it: the first owner was passed by. */
    private boolean settlesFirst(Wire.Get get) {
        boolean mayPass = get.read() == Wire.Read.OWN || !node.settings().node().hostsObjects();
        return !mayPass
                && (get.read() == Wire.Read.SETTLED
                        || !node.view().isFirst(get.key(), node.self().id()));
    }

    /** The refusal that does not depend on what is held under the request's key. */
    private Optional<Refusal> refuse(Wire.ObjectRequest request) {
        if (!node.isReady()) {
            return Optional.of(JOINING);
        }
        if (request instanceof Wire.Change && node.isMinority()) {
            return Optional.of(MINORITY);
        }
        Optional<Refusal> unstored =
                request instanceof Wire.Change ? directory.store().refusal() : Optional.empty();
        if (unstored.isPresent()) {
            return unstored;
        }
        if (request instanceof Wire.Change change
                && !node.observe(change.version().clock())) {
            long aheadMillis = change.version().millis() - node.clock().wallMillis();
            return Optional.of(Refusal.of(
                    Refusal.Reason.VERSION,
                    "version is " + aheadMillis + " ms ahead of this node's clock; the limit is "
                            + node.settings().replication().clockAheadMax().toMillis() + " ms"));
        }
        if (request instanceof Wire.Change change && isOfOtherOwners(change)) {
            return Optional.of(Refusal.retry(
                    Refusal.Reason.NOT_OWNER,
                    "this node knows other owners of the key than the sender",
                    OTHER_VIEW_RETRY_MILLIS));
        }
        return ReachRule.denialHere(request.caller(), request.key(), node.self().id(), node.view())
                .map(denial -> Refusal.of(Refusal.Reason.NOT_ALLOWED, denial));
    }

    private boolean isOfOtherOwners(Wire.Change change) {
        int owners = change.terms().owners();
        return owners > 0 && !change.terms().name(node.view().changeOwners(change.key(), owners));
    }
}
