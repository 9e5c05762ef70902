package org.cometkv.node.bench.faults;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** The driver that makes a cluster suffer the faults of a schedule, on a thread of its own. */
final class FaultDriver implements AutoCloseable {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ChaosCluster cluster;
    private final Disturbances disturbances;
    private final History history;
    private final ReplicationWatch replication;
    private final List<FaultEvent> schedule;
    private final Thread thread = new Thread(this::run, "faults");
    private final long began;
    private volatile boolean isOver;
    private volatile RuntimeException failure;

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
        thread.start();
    }

    private void run() {
        try {
            for (FaultEvent event : schedule) {
                long at = began + TimeUnit.MILLISECONDS.toNanos(event.atMillis());
                while (history.now() < at) {
                    if (isOver) {
                        return;
                    }
                    Waiting.nanos(POLL_NANOS);
                }
                act(event);
            }
        } catch (RuntimeException broken) {
            // Told by the thread that waits for this one: without its faults the run measures nothing.
            failure = broken;
        }
    }

    private void act(FaultEvent event) {
        int node = event.nodes().get(0);
        switch (event.action()) {
            case KILL -> {
                disturbances.begin("kill of node-" + node, history.now(), 0);
                cluster.node(node).kill();
            }
            case START -> start(node, "kill of node-" + node);
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
            }
            case HEAL -> {
                cluster.heal();
                disturbances.end("cut around " + event.nodes(), history.now());
                event.nodes().forEach(this::startIfRemoved);
            }
            case LEAVE -> {
                disturbances.begin("leave of node-" + node, history.now(), 0);
                if (!cluster.node(node).leave()) {
                    disturbances.begin("kill of node-" + node + ", which did not leave", history.now(), 0);
                }
                start(node, "leave of node-" + node);
            }
        }
    }

    private void startIfRemoved(int node) {
        if (!cluster.node(node).isAlive()) {
            disturbances.begin("removal of node-" + node, history.now(), 0);
            start(node, "removal of node-" + node);
        }
    }

    private void start(int node, String fault) {
        cluster.startAgain(node).thenAccept(id -> {
            disturbances.end(fault, history.now());
            replication.await(node, id);
        });
    }

    private static int bits(List<Integer> nodes) {
        return nodes.stream().mapToInt(node -> 1 << node).sum();
    }

    /** Waits until the schedule is through, and starts what is not running. */
    void finish() {
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        isOver = true;
        thread.interrupt();
    }
}
