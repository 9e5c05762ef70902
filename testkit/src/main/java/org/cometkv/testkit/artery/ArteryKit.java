package org.cometkv.testkit.artery;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.actors.CometNode;
import org.cometkv.actors.Metric;
import org.cometkv.testkit.ClusterKit;

/**
 * A cluster of real nodes in one JVM, over Artery on loopback, in real time: what a test runs on to
 * see that the simulation tells the truth.
 */
public final class ArteryKit implements ClusterKit {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration CHECK_EACH = Duration.ofMillis(50);

    private static final String SETTINGS = """
            pekko {
              loglevel = WARNING
              # Or to end an actor system would be to leave the cluster in good order.
              coordinated-shutdown.run-by-actor-system-terminate = off
              cluster {
                gossip-interval = 200ms
                leader-actions-interval = 200ms
                periodic-tasks-initial-delay = 200ms
                seed-node-timeout = 2s
              }
              actor {
                default-dispatcher.executor = ${comet-testkit.executor}
                internal-dispatcher.executor = ${comet-testkit.executor}
              }
              remote.default-remote-dispatcher.executor = ${comet-testkit.executor}
            }
            comet {
              handlers-dispatcher.executor = ${comet-testkit.executor}
              gateway-dispatcher.executor = ${comet-testkit.executor}
              managers-dispatcher.executor = ${comet-testkit.executor}
            }
            comet-testkit.executor = "org.cometkv.testkit.artery.GatedExecutor"
            """;

    private final Config config;
    private final List<ArteryNode> nodes = new ArrayList<>();
    private final ActorSystem<Void> probes = ActorSystem.create(
            Behaviors.empty(),
            "probes",
            ConfigFactory.parseString("pekko.actor.provider = local, pekko.loglevel = WARNING")
                    .withFallback(ConfigFactory.load()));

    private ArteryKit(Config config) {
        this.config = config;
    }

    /**
     * Starts nodes and waits until each knows all others.
     *
     * @param config settings of all nodes in HOCON
     */
    public static ArteryKit start(int nodes, String config) {
        ArteryKit kit = new ArteryKit(ConfigFactory.parseString(config));
        try {
            for (int i = 0; i < nodes; i++) {
                kit.begin(kit.add());
            }
            kit.eventually(PATIENCE, () -> kit.requireOwners(nodes));
            return kit;
        } catch (RuntimeException | Error e) {
            kit.close();
            throw e;
        }
    }

    @Override
    public ArteryNode node(int number) {
        if (number < 0 || number >= nodes.size()) {
            throw new IllegalArgumentException(
                    "there is no node " + number + "; the kit has nodes 0 to " + (nodes.size() - 1));
        }
        return nodes.get(number);
    }

    @Override
    public <T> T await(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the stage that the test waits for is not complete after " + PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a stage", e);
        }
    }

    /** Waits in real time. */
    @Override
    public void advance(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    @Override
    public void eventually(Duration most, Runnable check) {
        long until = System.nanoTime() + most.toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
            advance(CHECK_EACH);
        }
    }

    @Override
    public <M> TestProbe<M> probe(Class<M> type) {
        return TestProbe.create(type, probes);
    }

    @Override
    public void pause(int number) {
        node(number).life().gate().close();
    }

    @Override
    public void resume(int number) {
        node(number).life().gate().open();
    }

    @Override
    public void crash(int number) {
        ArteryNode node = node(number);
        ArteryNode.Life life = node.life();
        life.gate().open();
        terminate(life);
        node.end();
    }

    @Override
    public void restart(int number) {
        ArteryNode node = node(number);
        if (node.isUp()) {
            throw new IllegalStateException("node " + number + " is up; crash it first");
        }
        begin(node);
    }

    @Override
    public ArteryNode join() {
        ArteryNode node = add();
        begin(node);
        return node;
    }

    @Override
    public void leave(int number) {
        ArteryNode node = node(number);
        ArteryNode.Life life = node.life();
        ActorSystem<Void> system = life.node().system();
        await(CoordinatedShutdown.get(system).runAll(CoordinatedShutdown.unknownReason()));
        life.gate().remove();
        node.end();
    }

    @Override
    public void close() {
        nodes.stream()
                .filter(ArteryNode::isUp)
                .forEach(node -> node.life().gate().open());
        nodes.stream().filter(ArteryNode::isUp).forEach(node -> crash(node.number()));
        probes.terminate();
        await(probes.getWhenTerminated());
    }

    private ArteryNode add() {
        ArteryNode node = new ArteryNode(nodes.size());
        nodes.add(node);
        return node;
    }

    private void begin(ArteryNode node) {
        Gate gate = Gate.create();
        List<String> seeds = nodes.stream()
                .filter(other ->
                        other != node && other.isUp() && !other.life().gate().isClosed())
                .map(other -> "\"pekko://comet@" + other.comet().self().address() + "\"")
                .toList();
        Config own = ConfigFactory.parseString(Gate.KEY + " = " + gate.number() + "\n"
                + "pekko.remote.artery.canonical.port = " + node.port() + "\n"
                + "pekko.cluster.seed-nodes = [" + String.join(", ", seeds) + "]");
        node.begin(CometNode.start(own.withFallback(config).withFallback(ConfigFactory.parseString(SETTINGS))), gate);
    }

    private void terminate(ArteryNode.Life life) {
        life.node().system().terminate();
        await(life.node().system().getWhenTerminated());
        life.gate().remove();
    }

    private void requireOwners(int owners) {
        for (ArteryNode node : nodes) {
            long known = node.comet().metrics().value(Metric.NODES_OWNERS);
            if (known != owners) {
                throw new AssertionError("node " + node.number() + " knows " + known + " of " + owners + " nodes");
            }
        }
    }
}
