package org.cometkv.examples;

import com.typesafe.config.ConfigFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometNode;
import org.cometkv.examples.story.Application;

/** Three real nodes on loopback, started once for all tests of this JVM and stopped with it. */
public final class ThreeNodes {

    private static final Map<String, Object> QUICK = Map.of(
            "pekko.cluster.gossip-interval", "200ms",
            "pekko.cluster.leader-actions-interval", "200ms",
            "pekko.cluster.periodic-tasks-initial-delay", "200ms",
            "pekko.cluster.seed-node-timeout", "2s",
            // A machine that is held up for a moment must not send a reader on to another replica, with its own count.
            "comet.requests.answer-min", "2s",
            "pekko.cluster.failure-detector.acceptable-heartbeat-pause", "10s",
            "pekko.loglevel", "WARNING");

    private static final List<CometNode> NODES = start();

    private ThreeNodes() {}

    /** The store, as seen from each node. */
    public static List<Comet> comets() {
        return NODES.stream().map(CometNode::comet).toList();
    }

    /** Runs an application's story and gives what it printed. */
    public static String tell(Application application) {
        StringWriter printed = new StringWriter();
        application.run(comets(), new PrintWriter(printed));
        return printed.toString();
    }

    private static List<CometNode> start() {
        List<CometNode> nodes = new ArrayList<>();
        nodes.add(node(List.of()));
        String seed = "pekko://comet@" + nodes.get(0).comet().self().address();
        nodes.add(node(List.of(seed)));
        nodes.add(node(List.of(seed)));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> nodes.parallelStream().forEach(CometNode::close)));
        return nodes;
    }

    private static CometNode node(List<String> seeds) {
        return CometNode.start(ConfigFactory.parseMap(
                        Map.of("pekko.cluster.seed-nodes", seeds, "comet.trust.issuers", Applications.issuers()))
                .withFallback(ConfigFactory.parseMap(QUICK)));
    }
}
