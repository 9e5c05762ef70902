package org.cometkv.actors.objects;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cometkv.actors.authorization.CallChain;
import org.cometkv.actors.authorization.ReachRule;
import org.cometkv.actors.authorization.RequestAuthorizer;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.trust.Grant;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.trust.Rights;
import org.cometkv.actors.trust.SignedMandate;
import org.cometkv.actors.trust.TrustVerdict;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Mandate;
import org.cometkv.aso.Question;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * The node as one event of a hosted object sees it, with the effects that the event may have from it.
 *
 * @param chain the requests in a row that the event is part of: without a bound on them, one message could fan out for
 *     ever
 */
record EventHost(HostingContext hosting, HostedObject object, CallChain chain) implements HostView {

    /** What the object sees while the event runs, and has as its chain until another one does. */
    static EventHost of(HostingContext hosting, HostedObject object, CallChain chain) {
        if (object.header().signature().isPresent()) {
            object.beginEvent(
                    chain,
                    hosting.credentials()
                            .limits(
                                    object.header().signature(),
                                    hosting.node().settings().limits(),
                                    hosting.node().clock().wallMillis()));
        }
        return new EventHost(hosting, object, chain);
    }

    /** A request's number that no other is longer than. */
    private static final long ID = Long.MAX_VALUE;

    private static final String UNPAID = "the object has sent as much as it may for now";

    @Override
    public NodeContext node() {
        return hosting.node();
    }

    @Override
    public Optional<String> admit(Effect effect) {
        if (effect instanceof Effect.After after) {
            return object.reserve(after.name())
                    ? Optional.empty()
                    : Optional.of("the object has " + node().settings().limits().namedTimers() + " named timers");
        }
        if (effect instanceof Effect.Cancel cancel) {
            object.unreserve(cancel.name());
            return Optional.empty();
        }
        if (effect instanceof Effect.DeleteSelf) {
            return Optional.empty();
        }
        if (effect instanceof Effect.PutSelf copy) {
            int image = object.imageBytes(node().clock().millis());
            return admit(copy, object.key(), Optional.of(copy.nodes()), this::enclosing, image);
        }
        if (effect instanceof Effect.Put put) {
            return ownedElsewhere(put.key())
                    .or(() ->
                            admit(put, put.key(), put.nodes(), as -> EffectSender.message(ID, put, version(), as), 0));
        }
        if (effect instanceof Effect.Spawn spawn) {
            return spawn.key().equals(object.key())
                    ? Optional.of("an object spawns under other keys than its own")
                    : ownedElsewhere(spawn.key())
                            .or(() -> admit(
                                    spawn,
                                    spawn.key(),
                                    spawn.nodes(),
                                    as -> EffectSender.message(ID, object, spawn, version(), as),
                                    0));
        }
        return Optional.of("this node does not offer it to objects");
    }

    @Override
    public Optional<String> admit(Question question) {
        if (question instanceof Question.Get get) {
            if (!hosting.waiting().hasRoom()) {
                return Optional.of("too many events of this node wait");
            }
            return admit(get, get.key(), get.nodes(), as -> new Wire.Get(ID, get.key(), as, get.request()), 0);
        }
        return chain.denial(rights());
    }

    /** The nodes that a put or get of the object goes to: those it named, or the other owners of the key. */
    static List<Contact> recipients(NodeContext node, HostedObject object, Key key, Optional<List<NodeId>> nodes) {
        if (nodes.isPresent()) {
            return nodes.get().stream()
                    .distinct()
                    .flatMap(id -> node.view().contact(id).stream())
                    .toList();
        }
        // Under its own key this node's replica is the object itself; under another one it is an owner like others.
        return node.view().owners(key, object.header().replicas()).stream()
                .filter(contact -> !key.equals(object.key())
                        || !contact.id().equals(node.self().id()))
                .toList();
    }

    /**
     * Whether the object may send this, in {@code cause}'s name; what it costs is taken at once.
     *
     * @param message as it will be sent, in the caller's name
     * @param more bytes that the message will have beyond that
     */
    private Optional<String> admit(
            Object cause, Key key, Optional<List<NodeId>> nodes, Function<Caller, Wire.Item> message, int more) {
        Rights rights = rights();
        Optional<String> denial = chain.denial(rights)
                .or(() -> elsewhere(key))
                .or(() -> ReachRule.denial(object.key(), key, grant(), nodes, node().view()));
        if (denial.isPresent()) {
            return denial;
        }
        int messages = recipients(node(), object, key, nodes).size();
        Optional<String> overdrawn = chain.take(messages, rights);
        if (overdrawn.isPresent()) {
            return overdrawn;
        }
        boolean isPlain = key.equals(object.key()) && rights.depth() == 0 || cause instanceof Effect.PutSelf;
        Optional<ObjectSignature> shown =
                isPlain ? Optional.empty() : object.header().signature();
        long now = node().clock().nanos();
        long bytes = EffectSender.bytes(node(), message.apply(caller(shown))) + more;
        if (!object.budget(now).pay(messages, messages * bytes, now)) {
            return Optional.of(UNPAID);
        }
        shown.ifPresent(signature -> chain.show(cause, signature, rights, messages));
        return Optional.empty();
    }

    /** What a copy has around its image, and a little more. */
    private Wire.Item enclosing(Caller caller) {
        return new Wire.Get(ID, object.key(), caller, Value.NIL);
    }

    /** Who asks, with the largest mandate there is under this signature. */
    private Caller caller(Optional<ObjectSignature> shown) {
        Caller caller = EffectSender.caller(node(), object);
        return shown.<Mandate>map(signature -> new SignedMandate(signature, Rights.DEPTH_MAX, Rights.FANOUT_MAX))
                .map(caller::withMandate)
                .orElse(caller);
    }

    /** Any version: all have one size. */
    private Version version() {
        return object.header().version();
    }

    /** Why a signed object has no grant for another key: the reason is not that it is unsigned. */
    private Optional<String> elsewhere(Key key) {
        boolean isSigned = object.header().signature().isPresent();
        return isSigned && !key.equals(object.key()) && standing() instanceof TrustVerdict.Identified identified
                ? Optional.of(identified.why())
                : Optional.empty();
    }

    private static Optional<String> ownedElsewhere(Key key) {
        return RequestAuthorizer.unsigned(key).map(Refusal::message);
    }

    private Rights rights() {
        return grant().map(Grant::rights).orElse(Rights.NONE);
    }

    private Optional<Grant> grant() {
        return standing() instanceof TrustVerdict.Verified verified ? Optional.of(verified.grant()) : Optional.empty();
    }

    private TrustVerdict standing() {
        return hosting.credentials()
                .standing(object.header().signature(), node().clock().wallMillis());
    }
}
