package org.cometkv.actors.objects;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cometkv.actors.authorization.CallChain;
import org.cometkv.actors.authorization.ReachRule;
import org.cometkv.actors.authorization.RequestAuthorizer;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.trust.Grant;
import org.cometkv.actors.trust.Rights;
import org.cometkv.actors.trust.SignedMandate;
import org.cometkv.actors.trust.TrustVerdict;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Question;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * The host of one event of a hosted object: a view of the node that admits the event's effects and questions.
 *
 * @param chain the requests in a row that the event is part of: without a bound on them, one message could fan out for
 *     ever
 */
record EventHost(HostingContext hosting, HostedObject object, CallChain chain, EventRunner.Check check)
        implements HostView {

    /** The view of an event that begins or goes on, whose limits are those of the object's grant. */
    static EventHost of(HostingContext hosting, HostedObject object, CallChain chain, EventRunner.Check check) {
        grantLimits(hosting, object);
        return new EventHost(hosting, object, chain, check);
    }

    /**
     * The limits of an event are the node's, of a signed object those of its grant, as they stand now. While the node
     * is full no state grows: what an object makes of a get or timer is not asked for, and would be too much one day.
     */
    static void grantLimits(HostingContext hosting, HostedObject object) {
        Limits limits = hosting.node().limits();
        if (object.header().signature().isPresent()) {
            long wallMillis = hosting.node().clock().wallMillis();
            limits = hosting.verifier().limits(object.header().signature(), limits, wallMillis);
        }
        if (hosting.quota().isOver()) {
            int live = Math.max(1, object.instance().live());
            limits = limits.with(Limits.Name.LIVE_HEAP, Math.min(live, limits.liveHeap()));
        }
        object.beginEvent(limits);
    }

    private static final int MESSAGE_BYTES_MAX = 120 * 1_024;

    private static final String UNPAID = "the object has sent as much as it may for now";

    @Override
    public NodeContext node() {
        return hosting.node();
    }

    @Override
    public boolean keeps(Value result) {
        return check.keeps(result);
    }

    @Override
    public Optional<String> admit(Effect effect) {
        if (effect instanceof Effect.After || effect instanceof Effect.Cancel) {
            return object.plan(effect);
        }
        if (effect instanceof Effect.DeleteSelf) {
            return Optional.empty();
        }
        if (effect instanceof Effect.Publish message) {
            return tooLarge(message);
        }
        if (effect instanceof Effect.PutSelf copy) {
            int image = object.imageBytes(node().clock().millis());
            return prepare(
                    copy,
                    object.key(),
                    Optional.of(copy.nodes()),
                    caller -> PreparedSend.message(object, copy, caller),
                    image);
        }
        if (effect instanceof Effect.Put put) {
            return ownedElsewhere(put.key())
                    .or(() -> prepare(
                            put, put.key(), put.nodes(), caller -> PreparedSend.message(object, put, caller), 0));
        }
        if (effect instanceof Effect.Spawn spawn) {
            return spawn.key().equals(object.key())
                    ? Optional.of("an object spawns under other keys than its own")
                    : ownedElsewhere(spawn.key())
                            .or(() -> prepare(
                                    spawn,
                                    spawn.key(),
                                    spawn.nodes(),
                                    caller -> PreparedSend.message(object, spawn, caller),
                                    0));
        }
        return Optional.of("this node does not offer it to objects");
    }

    /** Whoever asked for messages pays for them; but each is sent whole. */
    private static Optional<String> tooLarge(Effect.Publish message) {
        int bytes = StreamMessage.size(message.value(), message.conflate(), message.tags());
        return bytes > MESSAGE_BYTES_MAX
                ? Optional.of("the message has " + bytes + " bytes; at most " + MESSAGE_BYTES_MAX)
                : Optional.empty();
    }

    @Override
    public int subscribers() {
        return object.subscribers();
    }

    @Override
    public Optional<String> admit(Question question) {
        if (question instanceof Question.Get get) {
            if (!hosting.waiting().hasRoom()) {
                return Optional.of("too many events of this node wait");
            }
            return prepare(get, get.key(), get.nodes(), caller -> PreparedSend.message(get, caller), 0);
        }
        return chain.denial(rights(grant()));
    }

    /**
     * Prepares a send if the object may and can pay for it; else says why not, and nothing is taken.
     *
     * @param cause the effect or question
     * @param message as it will be sent, in the caller's name
     * @param more bytes that each message will have beyond that
     */
    private Optional<String> prepare(
            Object cause,
            Key key,
            Optional<List<NodeId>> nodes,
            Function<Caller, Wire.ObjectRequest> message,
            int more) {
        Optional<Grant> grant = grant();
        Rights rights = rights(grant);
        Optional<String> denial = chain.denial(rights)
                .or(() -> elsewhere(key))
                .or(() -> ReachRule.denial(object.key(), key, grant, nodes, node().view()));
        if (denial.isPresent()) {
            return denial;
        }
        List<Contact> recipients = recipients(key, nodes);
        int messages = recipients.size();
        Optional<String> overdrawn = chain.overdrawn(messages, rights);
        if (overdrawn.isPresent()) {
            return overdrawn;
        }
        boolean isPlain = key.equals(object.key()) && rights.depth() == 0 || cause instanceof Effect.PutSelf;
        Optional<SignedMandate> mandate = isPlain
                ? Optional.empty()
                : object.header().signature().map(signature -> chain.mandate(signature, rights, messages));
        Wire.ObjectRequest priced = message.apply(caller(mandate));
        long bytes = EffectSender.bytes(node(), priced) + more;
        long now = node().clock().nanos();
        if (!object.budget(now).pay(messages, messages * bytes, now)) {
            return Optional.of(UNPAID);
        }
        chain.take(messages, mandate, rights);
        object.prepare(new PreparedSend(cause, recipients, priced));
        return Optional.empty();
    }

    /** The nodes that a put or get of the object goes to: those it named, or the other owners of the key. */
    private List<Contact> recipients(Key key, Optional<List<NodeId>> nodes) {
        if (nodes.isPresent()) {
            return nodes.get().stream()
                    .distinct()
                    .flatMap(id -> node().view().contact(id).stream())
                    .toList();
        }
        // Under its own key this node's replica is the object itself; under another one it is an owner like others.
        return node().view().owners(key, object.header().replicas()).stream()
                .filter(contact -> !key.equals(object.key())
                        || !contact.id().equals(node().self().id()))
                .toList();
    }

    /** The object as it calls. */
    private Caller caller(Optional<SignedMandate> mandate) {
        Caller caller = Caller.local(node().self(), object.header().writer()).withKey(object.key());
        return mandate.map(caller::withMandate).orElse(caller);
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

    private static Rights rights(Optional<Grant> grant) {
        return grant.map(Grant::rights).orElse(Rights.NONE);
    }

    private Optional<Grant> grant() {
        return standing() instanceof TrustVerdict.Verified verified ? Optional.of(verified.grant()) : Optional.empty();
    }

    private TrustVerdict standing() {
        return hosting.verifier()
                .standing(object.header().signature(), node().clock().wallMillis());
    }
}
