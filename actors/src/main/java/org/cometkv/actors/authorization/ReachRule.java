package org.cometkv.actors.authorization;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.trust.Grant;
import org.cometkv.aso.Caller;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/**
 * The rule of what an object may reach: its own key at that key's neighbors; with a grant for keys, those of its
 * prefix as well, each at its own neighbors.
 *
 * <p>Checked by the node that hosts the object and again by the one that is reached, so that an object cannot spread
 * even with the help of a node that does not check.
 */
public final class ReachRule {

    private ReachRule() {}

    /** Why an object may not send to these nodes under this key; empty if it may. */
    public static Optional<String> denial(
            Key own, Key key, Optional<Grant> grant, Optional<List<NodeId>> nodes, RoutingView view) {
        Optional<String> denial = denial(own, key, grant);
        if (denial.isPresent()) {
            return denial;
        }
        for (NodeId node : nodes.orElse(List.of())) {
            if (!view.isNeighbor(key, node)) {
                return Optional.of("node " + node.brief() + " is no neighbor of "
                        + (key.equals(own) ? "the object's key" : "key " + key));
            }
        }
        return Optional.empty();
    }

    /**
     * Why this node takes no request of that object under this key; empty if it does, or if no object asks. A request
     * with a mandate passes here: {@link RequestAuthorizer} asks again with its grant.
     */
    public static Optional<String> denialHere(Caller caller, Key key, NodeId self, RoutingView view) {
        return caller.mandate().isPresent() ? Optional.empty() : denialHere(caller, key, Optional.empty(), self, view);
    }

    /** Why this node takes no request of that object with this grant; empty if it does, or if no object asks. */
    public static Optional<String> denialHere(
            Caller caller, Key key, Optional<Grant> grant, NodeId self, RoutingView view) {
        if (caller.key().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> denial = denial(caller.key().get(), key, grant);
        if (denial.isPresent()) {
            return denial;
        }
        return view.isNeighbor(key, self)
                ? Optional.empty()
                : Optional.of("this node is no neighbor of the object's key");
    }

    private static Optional<String> denial(Key own, Key key, Optional<Grant> grant) {
        if (key.equals(own)) {
            return Optional.empty();
        }
        if (grant.isEmpty()) {
            return Optional.of("an unsigned object reaches its own key only");
        }
        if (!grant.get().rights().keys()) {
            return Optional.of("the grant of the object is not for other keys");
        }
        return grant.get().prefix().contains(key)
                ? Optional.empty()
                : Optional.of(
                        "the grant is for keys that begin with \"" + grant.get().prefix() + "\", not for " + key);
    }
}
