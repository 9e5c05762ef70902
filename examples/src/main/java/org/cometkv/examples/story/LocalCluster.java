package org.cometkv.examples.story;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometNode;

/** A cluster of real nodes in one JVM, with Artery over loopback between them. Used by one thread. */
public final class LocalCluster implements AutoCloseable {

    /** The number of nodes. */
    public static final int NODES = 3;

    /** Gossip and failure detection are set for a story of seconds instead of weeks. */
    private static final Map<String, Object> QUICK = Map.of(
            "pekko.cluster.gossip-interval", "200ms",
            "pekko.cluster.leader-actions-interval", "200ms",
            "pekko.cluster.periodic-tasks-initial-delay", "200ms",
            "pekko.cluster.seed-node-timeout", "2s",
            // A machine that is held up for a moment must not send a reader on to another replica, with its own count.
            "comet.requests.answer-min", "2s",
            "pekko.cluster.failure-detector.acceptable-heartbeat-pause", "10s",
            "pekko.loglevel", "WARNING");

    private final List<CometNode> nodes = new ArrayList<>();
    private final Set<CometNode> stopped = new HashSet<>();

    private LocalCluster() {}

    /**
     * Starts the nodes: the first founds the cluster and the others join it.
     *
     * @param issuers the public keys of those whose grants the nodes honour
     */
    public static LocalCluster start(List<String> issuers) {
        LocalCluster cluster = new LocalCluster();
        try {
            List<String> seeds = List.of();
            while (cluster.nodes.size() < NODES) {
                cluster.nodes.add(CometNode.start(settings(seeds, issuers)));
                seeds = List.of(
                        "pekko://comet@" + cluster.nodes.get(0).comet().self().address());
            }
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static Config settings(List<String> seeds, List<String> issuers) {
        return ConfigFactory.parseMap(Map.of("pekko.cluster.seed-nodes", seeds, "comet.trust.issuers", issuers))
                .withFallback(quick());
    }

    /** Settings of a node that founds, joins and leaves a cluster quickly. */
    public static Config quick() {
        return ConfigFactory.parseMap(QUICK);
    }

    /** A cluster without nodes. */
    public static LocalCluster empty() {
        return new LocalCluster();
    }

    /** The store, as seen from each node. */
    public List<Comet> comets() {
        return nodes.stream().map(CometNode::comet).toList();
    }

    /** Stops one node in good order. */
    public void stop(int node) {
        if (stopped.add(nodes.get(node))) {
            nodes.get(node).close();
        }
    }

    @Override
    public void close() {
        List<CometNode> running = nodes.stream().filter(stopped::add).toList();
        running.parallelStream().forEach(CometNode::close);
    }
}
