package org.cometkv.node.bench.faults;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The driver that makes a cluster suffer the faults of a schedule, on a thread of its own. */
final class FaultDriver implements AutoCloseable {

    static final String REMOVAL = "removal of node-";

    private static final long COMPLETE_SECONDS = 120;

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ChaosCluster cluster;
    private final Disturbances disturbances;
    private final History history;
    private final ReplicationWatch replication;
    private final List<FaultEvent> schedule;
    private final Thread thread = new Thread(this::run, "faults");
    private final CompletableFuture<Void> through = new CompletableFuture<>();
    /** Nodes that were started and are not known to all clients yet. */
    private final AtomicInteger starting = new AtomicInteger();

    private final AtomicLong longestUpNanos = new AtomicLong();

    private final Set<Integer> killed = new HashSet<>();
    private final long began;
    private volatile boolean isOver;
    private boolean isCut;

    FaultDriver(
            ChaosCluster cluster,
            Disturbances disturbances,
            History history,
            ReplicationWatch replication,
            List<FaultEvent> schedule) {
        this.cluster = cluster;
        this.disturbances = disturbances;
        this.history = history;
        this.replication = replication;
        this.schedule = schedule;
        this.began = history.now();
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            for (FaultEvent event : schedule) {
                long at = began + TimeUnit.MILLISECONDS.toNanos(event.atMillis());
                for (; history.now() < at && !isOver; Waiting.nanos(POLL_NANOS)) {
                    startRemoved();
                }
                if (isOver) {
                    return;
                }
                act(event);
            }
            through.complete(null);
            for (; !isOver; Waiting.nanos(POLL_NANOS)) {
                startRemoved();
            }
        } catch (RuntimeException broken) {
            // Told to the thread that waits for this one: without its faults the run measures nothing.
            through.completeExceptionally(broken);
        }
    }

    /** Starts the nodes that ended because the others removed them, as whoever runs a node does. */
    private void startRemoved() {
        if (isCut) {
            return;
        }
        for (int node = 0; node < cluster.size(); node++) {
            if (!killed.contains(node) && !cluster.node(node).isAlive()) {
                disturbances.begin(REMOVAL + node, history.now(), 0);
                start(node, REMOVAL + node);
            }
        }
    }

    private void killAll() {
        for (int node = 0; node < cluster.size(); node++) {
            killed.add(node);
            disturbances.begin(Disturbances.KILL_OF_ALL + node, history.now(), 0);
        }
        for (int node = 0; node < cluster.size(); node++) {
            // It does not wait, so that all end at once.
            cluster.node(node).close();
        }
        for (int node = 0; node < cluster.size(); node++) {
            cluster.node(node).kill();
        }
    }

    private void startAll() {
        for (int node = 0; node < cluster.size(); node++) {
            start(node, Disturbances.KILL_OF_ALL + node);
            killed.remove(node);
        }
    }

    /** The longest time from the start of a node's JVM until it was up again. */
    double upSeconds() {
        return longestUpNanos.get() / 1e9;
    }

    private void act(FaultEvent event) {
        int node = event.nodes().get(0);
        switch (event.action()) {
            case KILL -> {
                disturbances.begin("kill of node-" + node, history.now(), 0);
                killed.add(node);
                cluster.node(node).kill();
            }
            case START -> {
                start(node, "kill of node-" + node);
                killed.remove(node);
            }
            case KILL_ALL -> killAll();
            case START_ALL -> startAll();
            case STOP -> {
                disturbances.begin("stop of node-" + node, history.now(), 0);
                cluster.node(node).stop();
            }
            case CONTINUE -> {
                cluster.node(node).goOn();
                disturbances.end("stop of node-" + node, history.now());
            }
            case CUT -> {
                disturbances.begin("cut around " + event.nodes(), history.now(), bits(event.nodes()));
                cluster.cut(event.nodes());
                isCut = true;
            }
            case HEAL -> {
                cluster.heal();
                disturbances.end("cut around " + event.nodes(), history.now());
                isCut = false;
            }
            case LEAVE -> {
                // In good order: the one before is back first, however long this machine takes to start a node.
                Waiting.until(COMPLETE_SECONDS, () -> starting.get() == 0 && cluster.isComplete());
                disturbances.begin("leave of node-" + node, history.now(), 0);
                if (!cluster.node(node).leave()) {
                    disturbances.begin("kill of node-" + node + ", which did not leave", history.now(), 0);
                }
                start(node, "leave of node-" + node);
            }
        }
    }

    private void start(int node, String fault) {
        starting.incrementAndGet();
        long started = history.now();
        cluster.startAgain(node).whenComplete((id, failure) -> {
            longestUpNanos.accumulateAndGet(history.now() - started, Math::max);
            // One that failed has ended, and is started again.
            disturbances.end(fault, history.now());
            if (failure == null) {
                replication.await(node, id);
                Waiting.until(COMPLETE_SECONDS, () -> isOver || cluster.isKnown(node, id));
            }
            starting.decrementAndGet();
        });
    }

    private static int bits(List<Integer> nodes) {
        return nodes.stream().mapToInt(node -> 1 << node).sum();
    }

    /** Waits until the schedule is through; nodes that others remove are started again until this is closed. */
    void finish() {
        try {
            through.join();
        } catch (CompletionException broken) {
            throw new IllegalStateException("a fault could not be made", broken.getCause());
        }
    }

    @Override
    public void close() {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
