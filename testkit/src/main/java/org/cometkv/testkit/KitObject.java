package org.cometkv.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.seam.HeldReplica;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.cometkv.testkit.observed.ObservedObject;
import org.cometkv.testkit.observed.ObservedReplica;

/**
 * The object under a key of a {@link CometTestKit}: its replicas on all nodes that are up and not paused, as they are
 * when they are looked at. For the test's thread.
 *
 * <p>To look is a message to the object's actor, so events that are midway end first; time stands still meanwhile.
 */
public final class KitObject implements ObservedObject {

    private final SimulatedCluster cluster;
    private final String name;
    private final Key key;

    KitObject(SimulatedCluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
        this.key = Key.of(name);
    }

    @Override
    public List<ObservedReplica> replicas() {
        List<ObservedReplica> replicas = new ArrayList<>();
        for (KitNode node : cluster.nodes()) {
            if (node.isUp() && !node.isPaused()) {
                look(node).map(held -> observed(node, held)).ifPresent(replicas::add);
            }
        }
        return List.copyOf(replicas);
    }

    private Optional<HeldReplica> look(KitNode node) {
        List<Optional<HeldReplica>> seen = new ArrayList<>(1);
        node.life().running().inspect(key, seen::add);
        cluster.await(() -> !seen.isEmpty(), node + " has not told what it holds under \"" + name + "\"");
        return seen.get(0);
    }

    private ObservedReplica observed(KitNode node, HeldReplica held) {
        if (held.state() instanceof Value.Table state) {
            return new ObservedReplica(node.toString(), state, cluster.fuel().of(node.number(), key));
        }
        throw new IllegalStateException(
                cluster.world().at("the state of \"" + name + "\" on " + node + " is cyclic or too deep for a value"));
    }

    /** {@code "k" on node-0, node-2}. */
    @Override
    public String toString() {
        List<String> nodes = replicas().stream().map(ObservedReplica::node).toList();
        return "\"" + name + "\" on " + (nodes.isEmpty() ? "no node" : String.join(", ", nodes));
    }
}
