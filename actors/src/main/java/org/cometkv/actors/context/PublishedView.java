package org.cometkv.actors.context;

import java.util.Map;
import java.util.Optional;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/** The view of other nodes that the RoutingTableManager publishes and every thread reads. */
public final class PublishedView {

    private volatile RoutingView view = RoutingView.empty();
    private volatile Map<NodeId, Contact> members = Map.of();

    RoutingView view() {
        return view;
    }

    Optional<Contact> member(NodeId id) {
        return Optional.ofNullable(members.get(id));
    }

    /** @param everyMember those as well that own no keys */
    public void publish(RoutingView next, Map<NodeId, Contact> everyMember) {
        members = Map.copyOf(everyMember);
        view = next;
    }
}
