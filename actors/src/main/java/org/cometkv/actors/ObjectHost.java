package org.cometkv.actors;

import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Host;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Question;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * What one event of a hosted object sees of its node, and may do from it.
 *
 * @param isCausedByObject whether another object's request caused the event: then it may send and ask nothing, or one
 *     message could fan out for ever
 */
record ObjectHost(NodeContext node, HostedObject object, boolean isCausedByObject) implements Host {

    private static final String RECURSIVE = "an event that another object's request caused sends and asks nothing";
    private static final String UNPAID = "the object has sent as much as it may for now";

    @Override
    public long systemTimeMillis() {
        return node.seams().clock().wallMillis();
    }

    @Override
    public Contact self() {
        return node.self();
    }

    @Override
    public Optional<List<NodeHandle>> neighbors(Key key) {
        return Optional.of(node.view().neighbors(key).stream()
                .filter(contact -> !contact.id().equals(node.self().id()))
                .map(NodeHandle::of)
                .toList());
    }

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
            return admit(object.key(), Optional.of(copy.nodes()), object.imageBytes());
        }
        if (effect instanceof Effect.Put put) {
            return admit(put.key(), put.nodes(), WireSize.of(put.value()) + Envelope.BYTES);
        }
        return Optional.of("this node does not offer it to objects");
    }

    @Override
    public Optional<String> admit(Question question) {
        if (question instanceof Question.Get get) {
            if (!node.waiting().hasRoom()) {
                return Optional.of("too many events of this node wait");
            }
            return admit(get.key(), get.nodes(), WireSize.of(get.request()) + Envelope.BYTES);
        }
        return isCausedByObject ? Optional.of(RECURSIVE) : Optional.empty();
    }

    @Override
    public Optional<Contact> resolve(NodeId id) {
        return node.view().contact(id);
    }

    /** The nodes that a put or get of the object goes to: those it named, or the other owners of the key. */
    static List<Contact> recipients(NodeContext node, HostedObject object, Key key, Optional<List<NodeId>> nodes) {
        if (nodes.isPresent()) {
            return nodes.get().stream()
                    .distinct()
                    .flatMap(id -> node.view().contact(id).stream())
                    .toList();
        }
        return node.view().owners(key, object.header().replicas()).stream()
                .filter(contact -> !contact.id().equals(node.self().id()))
                .toList();
    }

    private Optional<String> admit(Key key, Optional<List<NodeId>> nodes, int bytesEach) {
        if (isCausedByObject) {
            return Optional.of(RECURSIVE);
        }
        Optional<String> denial = Reach.denial(object.key(), key, nodes, node.view());
        if (denial.isPresent()) {
            return denial;
        }
        int messages = recipients(node, object, key, nodes).size();
        long now = node.seams().clock().nanos();
        return object.credit(now).pay(messages, (long) messages * bytesEach, now)
                ? Optional.empty()
                : Optional.of(UNPAID);
    }
}
