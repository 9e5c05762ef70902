package org.cometkv.testkit;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cometkv.testkit.network.FrameRule;
import org.cometkv.testkit.trace.Trace;
import org.cometkv.testkit.world.World;

/** A builder of a kit. */
public final class KitBuilder {

    /** The setting that lets some scripts compile late, by a time up to this; they compile at once by default. */
    public static final String THREADS_DELAY = "comet-testkit.threads-delay";

    private long seed = 1;
    private int nodes = KitSettings.NODES;
    private Config config = ConfigFactory.empty();
    private final Map<Integer, Config> ofNode = new HashMap<>();
    private World.Order order = World.Order.SEEDED;
    private long stepsMax = KitSettings.STEPS_MAX;
    private Duration waitMax = KitSettings.WAIT_MAX;
    private Duration taskCost = Duration.ZERO;
    private SeamsRule seams = (node, own) -> own;
    private FrameRule frames = FrameRule.AS_IT_IS;
    private int timelineMax = KitSettings.TIMELINE;
    private boolean hasDisks;
    private final List<Trace.Listener> listeners = new ArrayList<>();

    KitBuilder() {}

    /** The seed of everything that happens. */
    public KitBuilder seed(long number) {
        this.seed = number;
        return this;
    }

    /** The number of nodes that form the cluster. */
    public KitBuilder nodes(int count) {
        this.nodes = count;
        return this;
    }

    /** Settings of all nodes in HOCON, which come before the defaults and those given before. */
    public KitBuilder config(String hocon) {
        this.config = ConfigFactory.parseString(hocon).withFallback(config);
        return this;
    }

    /** Settings of one node in HOCON; what belongs to the actor system, as an object's rate does, is for all. */
    public KitBuilder config(int node, String hocon) {
        this.ofNode.put(node, ConfigFactory.parseString(hocon));
        return this;
    }

    /** Which of the actors that have something to do is next; drawn from the seed by default. */
    public KitBuilder order(World.Order which) {
        this.order = which;
        return this;
    }

    /** Virtual time that each task of a node takes, beside 20 ns for each unit of fuel; none by default. */
    public KitBuilder taskCost(Duration cost) {
        this.taskCost = cost;
        return this;
    }

    /** Virtual time that a wait for a stage may take; a minute by default. */
    public KitBuilder waitMax(Duration most) {
        this.waitMax = most;
        return this;
    }

    /** Steps at one instant after which something goes round for ever; a million by default. */
    public KitBuilder stepsMax(long most) {
        this.stepsMax = most;
        return this;
    }

    /** Lines of the timeline that are kept for a failure; 40 by default. */
    public KitBuilder timeline(int lines) {
        this.timelineMax = lines;
        return this;
    }

    /** Delivers other frames than those that were sent, for tests that weaken what nodes do with them. */
    public KitBuilder frames(FrameRule rule) {
        this.frames = rule;
        return this;
    }

    /** Starts each node on other seams than the kit's own, for tests that weaken what is below a node. */
    public KitBuilder seams(SeamsRule rule) {
        this.seams = rule;
        return this;
    }

    /** Gives each node a disk: one that starts again has its id, and what it had written; {@link KitNode#disk}. */
    public KitBuilder disks() {
        this.hasDisks = true;
        return this;
    }

    /** Hears of all that happens, from the first line of the trace on. */
    public KitBuilder listen(Trace.Listener listener) {
        listeners.add(listener);
        return this;
    }

    /** Starts the nodes and forms their cluster. */
    public CometTestKit build() {
        return new CometTestKit(new KitSettings(
                seed,
                nodes,
                config,
                ofNode,
                order,
                seed % 10 == 0,
                stepsMax,
                waitMax,
                taskCost,
                timelineMax,
                listeners,
                seams,
                frames,
                hasDisks));
    }
}
