package org.cometkv.actors;

import java.util.Optional;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/**
 * What every part of one node shares. Thread-safe.
 *
 * @param writer the authenticated name of the application that embeds the node
 */
record NodeContext(
        Contact self,
        String writer,
        CometSettings settings,
        Seams seams,
        Sandbox sandbox,
        Handlers handlers,
        PublishedView published,
        Directory directory,
        HybridClock versions,
        Closing closing,
        WaitingEvents waiting,
        Credentials credentials,
        Standings standings) {

    /** The nodes that may own keys, as this node sees them now. */
    RoutingView view() {
        return published.view();
    }

    /** The node under this id, if it is a member and has greeted, whether it owns keys or not. */
    Optional<Contact> member(NodeId id) {
        return published.member(id);
    }

    /** Takes notice of another node's clock; false if it is further ahead of this one's than it may be. */
    boolean observe(long clock) {
        return versions.observe(
                clock,
                seams.clock().wallMillis(),
                settings.replication().clockAheadMax().toMillis());
    }
}
