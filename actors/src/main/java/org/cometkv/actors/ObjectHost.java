package org.cometkv.actors;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.signed.Grant;
import org.cometkv.actors.signed.Rights;
import org.cometkv.actors.signed.Verdict;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Question;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * What one event of a hosted object sees of its node, and may do from it.
 *
 * @param chain the requests in a row that the event is part of: without a bound on them, one message could fan out for
 *     ever
 */
record ObjectHost(NodeContext node, HostedObject object, Chain chain) implements NodeHost {

    /** What the object sees while the event runs, and has as its chain until another one does. */
    static ObjectHost of(NodeContext node, HostedObject object, Chain chain) {
        if (object.header().signature().isPresent()) {
            object.enter(
                    chain,
                    node.credentials()
                            .limits(
                                    object.header().signature(),
                                    node.settings().limits(),
                                    node.seams().clock().wallMillis()));
        }
        return new ObjectHost(node, object, chain);
    }

    private static final String UNPAID = "the object has sent as much as it may for now";

    @Override
    public Optional<String> admit(Effect effect) {
        if (effect instanceof Effect.After after) {
            return object.reserve(after.name())
                    ? Optional.empty()
                    : Optional.of("the object has " + node.settings().limits().namedTimers() + " named timers");
        }
        if (effect instanceof Effect.Cancel || effect instanceof Effect.DeleteSelf) {
            return Optional.empty();
        }
        if (effect instanceof Effect.PutSelf copy) {
            return admit(effect, object.key(), Optional.of(copy.nodes()), object.imageBytes());
        }
        if (effect instanceof Effect.Put put) {
            return ownedElsewhere(put.key())
                    .or(() -> admit(put, put.key(), put.nodes(), WireSize.of(put.value()) + Envelope.BYTES));
        }
        if (effect instanceof Effect.Spawn spawn) {
            int bytes = object.script().length() + WireSize.of(spawn.fields()) + Envelope.BYTES;
            return spawn.key().equals(object.key())
                    ? Optional.of("an object spawns under other keys than its own")
                    : ownedElsewhere(spawn.key()).or(() -> admit(spawn, spawn.key(), spawn.nodes(), bytes));
        }
        return Optional.of("this node does not offer it to objects");
    }

    @Override
    public Optional<String> admit(Question question) {
        if (question instanceof Question.Get get) {
            if (!node.waiting().hasRoom()) {
                return Optional.of("too many events of this node wait");
            }
            return admit(get, get.key(), get.nodes(), WireSize.of(get.request()) + Envelope.BYTES);
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

    /** Whether the object may send this, in {@code cause}'s name; what it costs is taken at once. */
    private Optional<String> admit(Object cause, Key key, Optional<List<NodeId>> nodes, int bytesEach) {
        Rights rights = rights();
        Optional<String> denial = chain.denial(rights)
                .or(() -> elsewhere(key))
                .or(() -> Reach.denial(object.key(), key, grant(), nodes, node.view()));
        if (denial.isPresent()) {
            return denial;
        }
        int messages = recipients(node, object, key, nodes).size();
        Optional<String> overdrawn = chain.take(messages, rights);
        if (overdrawn.isPresent()) {
            return overdrawn;
        }
        long now = node.seams().clock().nanos();
        if (!object.credit(now).pay(messages, (long) messages * bytesEach, now)) {
            return Optional.of(UNPAID);
        }
        boolean isPlain = key.equals(object.key()) && rights.depth() == 0 || cause instanceof Effect.PutSelf;
        if (!isPlain) {
            chain.show(cause, object.header().signature().orElseThrow(), rights, messages);
        }
        return Optional.empty();
    }

    /** Why a signed object has no grant for another key: the reason is not that it is unsigned. */
    private Optional<String> elsewhere(Key key) {
        boolean isSigned = object.header().signature().isPresent();
        return isSigned && !key.equals(object.key()) && standing() instanceof Verdict.Identified identified
                ? Optional.of(identified.why())
                : Optional.empty();
    }

    private static Optional<String> ownedElsewhere(Key key) {
        return Admission.unsigned(key).map(Refusal::message);
    }

    private Rights rights() {
        return grant().map(Grant::rights).orElse(Rights.NONE);
    }

    private Optional<Grant> grant() {
        return standing() instanceof Verdict.Verified verified ? Optional.of(verified.grant()) : Optional.empty();
    }

    private Verdict standing() {
        return node.credentials()
                .standing(object.header().signature(), node.seams().clock().wallMillis());
    }
}
