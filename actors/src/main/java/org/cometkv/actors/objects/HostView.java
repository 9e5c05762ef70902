package org.cometkv.actors.objects;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.aso.Host;
import org.cometkv.aso.NodeHandle;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** The part that all hosts on a node share: a view of the node. */
interface HostView extends Host {

    NodeContext node();

    @Override
    default long systemTimeMillis() {
        return node().clock().wallMillis();
    }

    @Override
    default Contact self() {
        return node().self();
    }

    @Override
    default Optional<List<NodeHandle>> neighbors(Key key) {
        return Optional.of(node().view().neighbors(key).stream()
                .filter(contact -> !contact.id().equals(node().self().id()))
                .map(NodeHandle::of)
                .toList());
    }
}
