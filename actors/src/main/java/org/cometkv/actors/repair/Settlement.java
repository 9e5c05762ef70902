package org.cometkv.actors.repair;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.repair.CompareOperation.Comparison;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/** The state of a settlement under way. Not thread-safe; owned by the ReplicaManager. */
final class Settlement {

    final Key key;
    /** Requests that go on when it ends. */
    final List<ReplicaRequest> waiting = new ArrayList<>(1);

    final List<Consumer<Settlements.Result>> listeners = new ArrayList<>(0);
    /** The epoch in which its last comparison began. */
    int epoch;

    int rounds;
    /** How many owners the key has, as far as it is known. */
    int replicas;
    /** Counts the comparisons: the answers of one that another has replaced come too late. */
    int comparisons;
    /** Whether it compares, or is to compare again in a moment. */
    boolean compares;

    boolean isComplete;
    /** The last one; null before. */
    Comparison comparison;
    /** Nobody needs the result now: what is young stays where it is, and may yet be taken back there. */
    boolean leavesYoung;

    boolean hasLeftYoung;
    /** What it found may have changed since. */
    boolean isStale;

    Settlement(Key key) {
        this.key = key;
    }

    /** All other owners: of gets, and those of changes where another node is about to leave. */
    List<Contact> others(RoutingView view, NodeId self) {
        Set<Contact> others = new LinkedHashSet<>(view.owners(key, replicas));
        others.addAll(view.changeOwners(key, replicas));
        others.removeIf(owner -> owner.id().equals(self));
        return List.copyOf(others);
    }

    /**
     * Whether it is to compare once more at its end: what is held gives way since it compared, or a request waits now
     * for what was left to its coordinator.
     */
    boolean beginsAnew() {
        boolean beginsAnew = isStale || hasLeftYoung && !leavesYoung;
        if (beginsAnew) {
            isStale = false;
            hasLeftYoung = false;
        }
        return beginsAnew;
    }
}
