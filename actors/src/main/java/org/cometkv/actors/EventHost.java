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

/** What one event sees of its node. */
record EventHost(NodeContext node) implements Host {

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

    /** Only what concerns the object on this node alone is offered yet. */
    @Override
    public Optional<String> admit(Effect effect) {
        if (effect instanceof Effect.After || effect instanceof Effect.Cancel || effect instanceof Effect.DeleteSelf) {
            return Optional.empty();
        }
        return Optional.of("this node lets objects send nothing");
    }

    @Override
    public Optional<String> admit(Question question) {
        // A lookup is answered by what this node knows; nothing can wait for the network.
        return question instanceof Question.Lookup
                ? Optional.empty()
                : Optional.of("this node lets objects ask nothing");
    }

    @Override
    public Optional<Contact> resolve(NodeId id) {
        return node.view().contact(id);
    }
}
