package org.cometkv.actors.context;

import java.util.Optional;
import org.cometkv.aso.Limits;

/**
 * The limits of objects that a node keeps: its own, and those in force in its cluster, which are the lowest of all
 * owners, so that what one of them takes the others take as well. Thread-safe.
 */
public final class ClusterLimits {

    private record Known(Limits kept, Optional<Limits> inForce, boolean isBelow) {}

    private final Limits own;
    private volatile Known known;

    ClusterLimits(Limits own) {
        this.own = own;
        this.known = new Known(own, Optional.empty(), false);
    }

    /**
     * Takes notice of the limits in force.
     *
     * @param inForce empty if nobody owns keys
     * @param isBelow whether this node's own are lower, so that it owns no keys
     */
    public void publish(Optional<Limits> inForce, boolean isBelow) {
        known = new Known(inForce.map(own::lowest).orElse(own), inForce, isBelow);
    }

    /** What an object may cost on this node. */
    Limits kept() {
        return known.kept();
    }

    /** The lowest limits of all owners; empty before this node is ready, and if there are none. */
    public Optional<Limits> inForce() {
        return known.inForce();
    }

    /** Whether this node owns no keys because its own limits are lower than those in force. */
    public boolean isBelow() {
        return known.isBelow();
    }
}
