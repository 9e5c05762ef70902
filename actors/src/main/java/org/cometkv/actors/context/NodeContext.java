package org.cometkv.actors.context;

import java.util.Optional;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.seam.Seams;
import org.cometkv.actors.seam.Witness;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.aso.Limits;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/**
 * The identity, settings, seams and view that all parts of one node share. Thread-safe.
 *
 * @param writer the authenticated name of the application that embeds the node
 */
public record NodeContext(
        Contact self,
        String writer,
        CometSettings settings,
        Clock clock,
        Network network,
        Members members,
        Witness witness,
        PublishedView published,
        HybridClock versions,
        ClusterLimits clusterLimits,
        ReadyFlag ready,
        ShutdownFlag closing) {

    /** A node that knows no other yet. */
    public NodeContext(String writer, CometSettings settings, Seams seams) {
        this(
                seams.network().self(),
                writer,
                settings,
                seams.clock(),
                seams.network(),
                seams.members(),
                seams.witness(),
                new PublishedView(),
                new HybridClock(
                        seams.network().self().id(),
                        seams.clock(),
                        settings.replication().clockAheadMax()),
                new ClusterLimits(settings.limits()),
                new ReadyFlag(),
                new ShutdownFlag());
    }

    /** The nodes that may own keys, as this node sees them now. */
    public RoutingView view() {
        return published.view();
    }

    /** Whether this node knows the members of the cluster that it joined; it decides on no change before. */
    public boolean isReady() {
        return ready.isRaised();
    }

    /** Whether fewer than half of the members of the cluster are not suspect, as this node sees them. */
    public boolean isMinority() {
        return published.isMinority();
    }

    /** What an object may cost on this node: its own limits, as far as those of the cluster are not lower. */
    public Limits limits() {
        return clusterLimits.kept();
    }

    /** Whether this node is to own keys: its settings ask for it, its limits are not too low, and it is not closed. */
    public boolean isHost() {
        return settings.node().hostsObjects() && !clusterLimits.isBelow() && !closing.isClosed();
    }

    /** The node under this id, if it is a member and has greeted, whether it owns keys or not. */
    public Optional<Contact> member(NodeId id) {
        return published.member(id);
    }

    /** Takes notice of another node's hybrid clock; false if it is further ahead of this one's than it may be. */
    public boolean observe(long other) {
        return versions.observe(
                other,
                clock.wallMillis(),
                settings.replication().clockAheadMax().toMillis());
    }
}
