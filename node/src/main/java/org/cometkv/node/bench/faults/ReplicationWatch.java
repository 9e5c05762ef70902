package org.cometkv.node.bench.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.cometkv.actors.Comet;
import org.cometkv.actors.ObjectStat;
import org.cometkv.actors.StatOptions;
import org.cometkv.actors.StatReply;
import org.cometkv.routing.Contact;

/** A watch on replicas: how long after a node's restart each of many keys is held by all its owners. Thread-safe. */
final class ReplicationWatch implements AutoCloseable {

    private static final int REPLICAS = 3;
    private static final int SAMPLES = 300;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** After these a key counts as never replicated. */
    private static final long SECONDS_MAX = 60;

    private static final long QUICK_SECONDS_MAX = 5;

    private final ChaosCluster cluster;
    private final History history;
    private final ChaosSettings settings;
    private final SplittableRandom random;
    private final AtomicInteger watching = new AtomicInteger();
    private final List<Double> seconds = new ArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread watch = new Thread(task, "replication-watch");
        watch.setDaemon(true);
        return watch;
    });
    private volatile boolean isOver;

    ReplicationWatch(ChaosCluster cluster, History history, ChaosSettings settings) {
        this.cluster = cluster;
        this.history = history;
        this.settings = settings;
        this.random = new SplittableRandom(settings.seed() + 1);
    }

    /** Begins to watch, now that a node of this id is up again. */
    void await(int node, String id) {
        long up = history.now();
        watching.incrementAndGet();
        thread.execute(() -> {
            watch(node, id, up);
            watching.decrementAndGet();
        });
    }

    private void watch(int node, String id, long up) {
        long end = up + TimeUnit.SECONDS.toNanos(settings.isQuick() ? QUICK_SECONDS_MAX : SECONDS_MAX);
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < Math.min(SAMPLES, settings.keys()); i++) {
            open.add(random.nextInt(settings.keys()));
        }
        // Before that the owners are others than they are going to be.
        while (!isOver && history.now() < end && !(cluster.isKnown(node, id) && open.isEmpty())) {
            if (cluster.isKnown(node, id)) {
                open.removeAll(full(open));
            }
            Waiting.nanos(POLL_NANOS);
        }
        if (!isOver) {
            synchronized (seconds) {
                seconds.add((history.now() - up) / 1e9);
            }
        }
    }

    /** Of these keys those that all their owners hold. */
    private Set<Integer> full(List<Integer> keys) {
        List<CompletableFuture<Boolean>> asked =
                keys.stream().map(key -> isFull(key).toCompletableFuture()).toList();
        Set<Integer> full = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            if (asked.get(i).join()) {
                full.add(keys.get(i));
            }
        }
        return full;
    }

    /** Whether all owners of a key hold it, in one lineage. */
    CompletionStage<Boolean> isFull(int key) {
        Comet comet = cluster.comet(0);
        List<Contact> owners = ChaosCluster.neighbors(comet, Calls.key(key)).stream()
                .limit(REPLICAS)
                .toList();
        return comet.stat(Calls.key(key), StatOptions.DEFAULT)
                .handle((reply, broken) -> reply instanceof StatReply.Found found && isHeld(found, owners));
    }

    private static boolean isHeld(StatReply.Found found, List<Contact> owners) {
        Set<Contact> holders =
                found.replicas().stream().map(ObjectStat::replica).collect(Collectors.toSet());
        return !owners.isEmpty()
                && holders.containsAll(owners)
                && found.replicas().stream()
                                .filter(stat -> owners.contains(stat.replica()))
                                .map(ObjectStat::lineage)
                                .distinct()
                                .count()
                        == 1;
    }

    /** Whether no restart is still watched. */
    boolean isIdle() {
        return watching.get() == 0;
    }

    /** Seconds from each restart until the keys were held by all owners; the bound where they never were. */
    List<Double> seconds() {
        synchronized (seconds) {
            return List.copyOf(seconds);
        }
    }

    @Override
    public void close() {
        isOver = true;
        thread.shutdownNow();
    }
}
