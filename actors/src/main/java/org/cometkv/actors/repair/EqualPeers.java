package org.cometkv.actors.repair;

import java.util.HashMap;
import java.util.Map;
import org.cometkv.routing.NodeId;

/**
 * The nodes that compared what they hold with this one a short while ago and found it equal: they need not be asked for
 * the same, so that of each pair one asks. All times are milliseconds of the clock. Not thread-safe; owned by the
 * ReplicaManager.
 */
final class EqualPeers {

    private final long keptMillis;
    private final Map<NodeId, Long> since = new HashMap<>();
    private int epoch;

    /** @param keptMillis how long a comparison stands for this node's own */
    EqualPeers(long keptMillis) {
        this.keptMillis = keptMillis;
    }

    /** The node asked, and holds the same. */
    void found(NodeId peer, int itsEpoch, long nowMillis) {
        begin(itsEpoch);
        since.put(peer, nowMillis);
    }

    /** Whether the node was found equal in this epoch, not long ago. */
    boolean contains(NodeId peer, int itsEpoch, long nowMillis) {
        begin(itsEpoch);
        Long found = since.get(peer);
        return found != null && nowMillis - found < keptMillis;
    }

    /** What was equal in another epoch says nothing of this one; and who is gone is forgotten. */
    private void begin(int next) {
        if (next != epoch) {
            epoch = next;
            since.clear();
        }
    }
}
