package org.cometkv.actors;

import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Caller;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/**
 * Whom an unsigned object may reach: its own key at that key's neighbors, and nothing else.
 *
 * <p>Checked by the node that hosts the object and again by the one that is reached, so that an object cannot spread
 * even with the help of a node that does not check.
 */
final class Reach {

    private Reach() {}

    /** Why an object may not send to these nodes under this key; empty if it may. */
    static Optional<String> denial(Key own, Key key, Optional<List<NodeId>> nodes, RoutingView view) {
        if (!key.equals(own)) {
            return Optional.of("an unsigned object reaches its own key only");
        }
        for (NodeId node : nodes.orElse(List.of())) {
            if (!view.isNeighbor(own, node)) {
                return Optional.of("node " + node.brief() + " is no neighbor of the object's key");
            }
        }
        return Optional.empty();
    }

    /** Why this node takes no request of that object under this key; empty if it does, or if no object asks. */
    static Optional<String> denialHere(Caller caller, Key key, NodeId self, RoutingView view) {
        if (caller.key().isEmpty()) {
            return Optional.empty();
        }
        if (!caller.key().get().equals(key)) {
            return Optional.of("an unsigned object reaches its own key only");
        }
        return view.isNeighbor(key, self)
                ? Optional.empty()
                : Optional.of("this node is no neighbor of the object's key");
    }
}
