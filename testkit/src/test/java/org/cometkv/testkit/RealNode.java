package org.cometkv.testkit;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import org.cometkv.actors.CometNode;

/** Real nodes over Artery on loopback, with gossip quick enough for a test. Also a program: one node until killed. */
final class RealNode {

    private static final Map<String, Object> QUICK = Map.of(
            // A machine that is busy with other tests answers late, and a count must not be asked for twice.
            "comet.requests.answer-min", "2s",
            "pekko.cluster.gossip-interval", "200ms",
            "pekko.cluster.leader-actions-interval", "200ms",
            "pekko.cluster.periodic-tasks-initial-delay", "200ms",
            // And is asked after others once it is suspected, which have a count of their own.
            "pekko.cluster.failure-detector.acceptable-heartbeat-pause", "10s",
            "pekko.loglevel", "WARNING");

    private RealNode() {}

    /** A node that founds a cluster, or joins through the seeds (host:port). */
    static CometNode start(String... seeds) {
        return startWith(Map.of(), seeds);
    }

    /** The same with settings of its own. */
    static CometNode startWith(Map<String, Object> settings, String... seeds) {
        List<String> addresses =
                List.of(seeds).stream().map(seed -> "pekko://comet@" + seed).toList();
        Config overrides = ConfigFactory.parseMap(settings)
                .withFallback(ConfigFactory.parseMap(Map.of("pekko.cluster.seed-nodes", addresses)))
                .withFallback(ConfigFactory.parseMap(QUICK));
        return CometNode.start(overrides);
    }

    /** Runs a node that joins through the seed given as the argument; says so on stdout, then waits for its end. */
    public static void main(String[] args) throws InterruptedException {
        CometNode node = start(args);
        System.out.println("up " + node.comet().self().address());
        System.out.flush();
        node.system().getWhenTerminated().toCompletableFuture().join();
    }
}
