package org.cometkv.node.bench.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cometkv.actors.Read;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.console.UserMistake;
import org.cometkv.routing.MembershipChange;

/**
 * A run with faults: a cluster of JVMs under load, faults by a schedule, a phase of rest in which every key is read,
 * and the verdict on what was acknowledged. Used by one thread.
 */
public final class ChaosRun {

    private static final int OUTSTANDING = 128;

    /** Until every key was put, or read: a machine that has other work puts 20,000 in half a minute. */
    private static final long EACH_KEY_SECONDS = 120;

    /** Until the cluster is as it was before the faults. */
    private static final long REST_SECONDS = 120;

    /** Until the last call is answered: the time of a request, and more. */
    private static final long ANSWER_SECONDS = 15;

    private final ChaosSettings settings;
    private final History history = new History();
    private final Disturbances disturbances = new Disturbances();

    private ChaosRun(ChaosSettings settings) {
        this.settings = settings;
    }

    /**
     * Runs it.
     *
     * @throws IllegalStateException if nothing could be measured
     * @throws UserMistake if the cluster fell apart
     */
    public static ChaosResult of(ChaosSettings settings) {
        return new ChaosRun(settings).run();
    }

    private ChaosResult run() {
        try (ChaosCluster cluster = ChaosCluster.start(settings, Map.of(), this::noticed)) {
            Calls calls = new Calls(cluster, history);
            List<Integer> notPut = eachKey(key -> calls.create(key, key % ChaosCluster.CLIENTS));
            if (!notPut.isEmpty()) {
                throw new IllegalStateException(notPut.size() + " of " + settings.keys() + " keys cannot be put");
            }
            try (Load load = new Load(calls, history, settings);
                    ReplicationWatch replication = new ReplicationWatch(cluster, history, settings);
                    FaultDriver faults = new FaultDriver(
                            cluster, disturbances, history, replication, FaultEvent.schedule(settings))) {
                long began = history.now();
                load.run(TimeUnit.SECONDS.toNanos(settings.seconds()));
                double seconds = (history.now() - began) / 1e9;
                faults.finish();
                load.end();
                boolean isAtRest = rest(cluster, calls, replication);
                if (cluster.isFallenApart()) {
                    throw new UserMistake(
                            ExitCode.UNREACHABLE,
                            "the nodes removed each other until no client knew any, as they do on a machine that has"
                                    + " too much to do; nothing can be said of what was lost.");
                }
                Map<String, Double> more = new LinkedHashMap<>();
                more.put(ChaosResult.SECONDS, seconds);
                more.put(ChaosResult.OPS_PER_S, load.operations() / seconds);
                more.put(ChaosResult.UP_SECONDS, faults.upSeconds());
                more.put("at_rest", isAtRest ? 1.0 : 0.0);
                more.putAll(readFinally(calls, replication));
                return result(more);
            }
        }
    }

    private Map<String, Double> readFinally(Calls calls, ReplicationWatch replication) {
        Map<String, Double> more = new LinkedHashMap<>();
        int first = eachKey(key -> calls.readFinally(key, Read.FIRST)).size();
        int latest = eachKey(key -> calls.readFinally(key, Read.LATEST)).size();
        more.put(ChaosResult.UNREAD, (double) (first + latest));
        more.put("not_replicated", (double) eachKey(replication::isFull).size());
        if (settings.fault() == Fault.KILL || settings.fault() == Fault.ROLLING) {
            // None is there if no node started again.
            more.put(
                    ChaosResult.REPLICATED_SECONDS,
                    replication.seconds().stream().max(Double::compare).orElse(1.0 * REST_SECONDS));
        }
        return more;
    }

    private void noticed(MembershipChange change) {
        disturbances.noticed(change.kind() + " " + change.node().address(), history.now());
    }

    /** Waits until all nodes are back, nobody was suspected for a while, and every call has its answer. */
    private boolean rest(ChaosCluster cluster, Calls calls, ReplicationWatch replication) {
        long margin = calmNanos();
        boolean isAtRest = Waiting.until(REST_SECONDS, () -> {
            long now = history.now();
            return cluster.isComplete()
                    && replication.isIdle()
                    && Disturbances.isCalm(disturbances.spans(), now, now, margin);
        });
        Waiting.until(ANSWER_SECONDS, () -> calls.outstanding() == 0);
        return isAtRest;
    }

    private long calmNanos() {
        return TimeUnit.MILLISECONDS.toNanos(settings.calmMillis());
    }

    /** Calls for each key, some at a time, again where it did not go well; the keys where it never did in time. */
    private List<Integer> eachKey(IntFunction<CompletionStage<Boolean>> call) {
        long end = history.now() + TimeUnit.SECONDS.toNanos(EACH_KEY_SECONDS);
        List<Integer> left = IntStream.range(0, settings.keys()).boxed().toList();
        while (!left.isEmpty() && history.now() < end) {
            left = once(left, call, end);
            if (!left.isEmpty()) {
                Waiting.nanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
        return left;
    }

    private List<Integer> once(List<Integer> keys, IntFunction<CompletionStage<Boolean>> call, long end) {
        Semaphore room = new Semaphore(OUTSTANDING);
        Queue<Integer> failed = new ConcurrentLinkedQueue<>();
        for (int key : keys) {
            room.acquireUninterruptibly();
            if (history.now() > end) {
                failed.add(key);
                room.release();
                continue;
            }
            call.apply(key).whenComplete((isWell, broken) -> {
                if (broken != null || !isWell) {
                    failed.add(key);
                }
                room.release();
            });
        }
        room.acquireUninterruptibly(OUTSTANDING);
        return List.copyOf(failed);
    }

    private ChaosResult result(Map<String, Double> more) {
        List<Disturbances.Span> spans = disturbances.spans();
        more.put("faults", (double)
                spans.stream().filter(Disturbances.Span::isFault).count());
        Verdict verdict = new HistoryChecker(spans, calmNanos()).check(history.changes(), history.readings());
        return ChaosResult.of(verdict, history, more);
    }
}
