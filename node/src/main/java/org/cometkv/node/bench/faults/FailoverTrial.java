package org.cometkv.node.bench.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * A trial of a killed owner: keys whose first owner is one node are asked for, one get every 10 ms each, from the
 * moment in which that node is killed until there is a right answer; the time is that of the slowest key.
 */
public final class FailoverTrial {

    private static final int KEYS = 8;
    private static final int VICTIM = 1;

    /** Round trips that are known before the owner is killed, as they are in a cluster that serves. */
    private static final int GETS_BEFORE = 50;

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long ANSWER_SECONDS = 60;

    private FailoverTrial() {}

    /**
     * The times of one trial.
     *
     * @param getSeconds from the kill to the first right answer
     * @param putSeconds from the kill to the first acknowledged put
     */
    public record Times(double getSeconds, double putSeconds) {}

    /**
     * Kills the first owner of some keys, starts it again, and so on.
     *
     * @param overrides settings of all nodes
     * @throws IllegalStateException if nothing could be measured
     */
    public static List<Times> run(Map<String, String> overrides, int trials, boolean isQuick) {
        ChaosSettings settings = ChaosSettings.of(Fault.KILL, isQuick).withNodes(isQuick ? 3 : 4);
        List<Times> all = new ArrayList<>();
        try (ChaosCluster cluster = ChaosCluster.start(settings, overrides, change -> {})) {
            for (int trial = 0; trial < trials; trial++) {
                if (trial > 0) {
                    startAgain(cluster);
                }
                all.add(once(cluster, trial));
            }
        }
        return all;
    }

    private static void startAgain(ChaosCluster cluster) {
        try {
            String id = cluster.startAgain(VICTIM).get(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (!Waiting.until(ANSWER_SECONDS, () -> cluster.isKnown(VICTIM, id) && cluster.isComplete())) {
                throw new IllegalStateException("the node that was killed did not join again");
            }
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the node that was killed did not start again", failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a node started", stop);
        }
    }

    private static Times once(ChaosCluster cluster, int trial) {
        Comet comet = cluster.comet(0);
        List<Key> keys = keysOfVictim(cluster, trial);
        for (Key key : keys) {
            put(comet, key, "before").toCompletableFuture().join();
            for (int i = 0; i < GETS_BEFORE; i++) {
                comet.get(key, Value.NIL).toCompletableFuture().join();
            }
        }
        cluster.node(VICTIM).kill();
        long killed = System.nanoTime();
        List<CompletableFuture<Double>> gets = new ArrayList<>();
        for (Key key : keys.subList(1, KEYS)) {
            gets.add(first(
                    killed,
                    () -> comet.get(key, Value.NIL)
                            .thenApply(reply -> reply instanceof GetReply.Found found
                                    && found.value().equals(Value.of("before")))));
        }
        CompletableFuture<Double> put =
                first(killed, () -> put(comet, keys.get(0), "after").thenApply(PutReply.Stored.class::isInstance));
        return new Times(slowest(gets), slowest(List.of(put)));
    }

    private static CompletionStage<PutReply> put(Comet comet, Key key, String text) {
        return comet.put(key, Aso.value(text), PutOptions.DEFAULT);
    }

    private static List<Key> keysOfVictim(ChaosCluster cluster, int trial) {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; keys.size() < KEYS; i++) {
            Key key = Key.of("failover-" + trial + "-" + i);
            List<Contact> owners = ChaosCluster.neighbors(cluster.comet(0), key);
            if (cluster.number(owners.get(0)) == VICTIM) {
                keys.add(key);
            }
        }
        return Collections.unmodifiableList(keys);
    }

    /** The seconds after an instant at which the first of many calls, one every 10 ms, went well. */
    private static CompletableFuture<Double> first(long since, Supplier<CompletionStage<Boolean>> call) {
        CompletableFuture<Double> first = new CompletableFuture<>();
        Thread asking = new Thread(
                () -> {
                    while (!first.isDone()) {
                        call.get().thenAccept(isWell -> {
                            if (isWell) {
                                first.complete((System.nanoTime() - since) / 1e9);
                            }
                        });
                        Waiting.nanos(EVERY_NANOS);
                    }
                },
                "asking");
        asking.setDaemon(true);
        asking.start();
        return first;
    }

    private static double slowest(List<CompletableFuture<Double>> all) {
        double slowest = 0;
        for (CompletableFuture<Double> each : all) {
            try {
                slowest = Math.max(slowest, each.get(ANSWER_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException | TimeoutException failure) {
                // The thread that asks ends.
                all.forEach(other -> other.complete((double) ANSWER_SECONDS));
                return ANSWER_SECONDS;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a key was asked for", stop);
            }
        }
        return slowest;
    }
}
