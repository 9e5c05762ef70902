package org.cometkv.testkit;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cometkv.testkit.network.FrameRule;
import org.cometkv.testkit.trace.Trace;
import org.cometkv.testkit.world.World;

/**
 * The settings of a simulated kit.
 *
 * @param config of all nodes, before the defaults
 * @param ofNode what single nodes have of their own, by number, before that
 * @param stepsMax steps at one instant after which something goes round for ever
 * @param waitMax virtual time that a wait for a stage may take
 * @param taskCost virtual time that each task of a node takes; zero for none
 * @param timelineMax lines of the timeline that are kept for a failure
 * @param listeners hear of the trace from its first line
 * @param seams changes the seams of a node
 * @param frames changes what arrives
 * @param hasDisks whether each node has a disk, which it finds again when it starts anew
 */
record KitSettings(
        long seed,
        int nodes,
        Config config,
        Map<Integer, Config> ofNode,
        World.Order order,
        boolean isSerializing,
        long stepsMax,
        Duration waitMax,
        Duration taskCost,
        int timelineMax,
        List<Trace.Listener> listeners,
        SeamsRule seams,
        FrameRule frames,
        boolean hasDisks) {

    static final int NODES = 3;

    static final long STEPS_MAX = 1_000_000;

    static final Duration WAIT_MAX = Duration.ofMinutes(1);

    static final int TIMELINE = 40;

    private static final String BYTES_MAX = "comet.replication.bytes-max";

    /** The heap of each node as far as its settings are concerned. */
    private static final long HEAP_BYTES = 8L << 30;

    KitSettings {
        ofNode = new TreeMap<>(ofNode);
        listeners = List.copyOf(listeners);
        if (nodes < 1 || nodes > 10_000) {
            throw new IllegalArgumentException("a kit has 1 to 10000 nodes, not " + nodes);
        }
    }

    /** The longest delay of what runs on the threads that compile scripts. */
    Duration threadsDelay() {
        return config.hasPath(KitBuilder.THREADS_DELAY) ? config.getDuration(KitBuilder.THREADS_DELAY) : Duration.ZERO;
    }

    /** The configuration of a node: its own, that of all, the defaults. */
    Config of(int node) {
        return withoutShare(ofNode.getOrDefault(node, ConfigFactory.empty())
                .withFallback(config)
                .withFallback(ConfigFactory.load())
                .resolve());
    }

    /** The heap of this machine is no matter: a share is one of the kit's, which is the same everywhere. */
    private static Config withoutShare(Config config) {
        String most = config.getString(BYTES_MAX).trim();
        if (!most.matches("([1-9][0-9]?|100)%")) {
            return config;
        }
        long bytes = HEAP_BYTES / 100 * Integer.parseInt(most.substring(0, most.length() - 1));
        return config.withValue(BYTES_MAX, ConfigValueFactory.fromAnyRef(bytes));
    }
}
