package org.cometkv.node.bench.faults;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A load of 200 changes and 1,000 gets a second, from three clients in turn, whatever becomes of the calls before.
 *
 * <p>Each second change is of the key of the one before, from another client, so that writers meet; each second get
 * asks for one of the keys that were changed last. A key without an answer is asked for again until there is one.
 */
final class Load implements AutoCloseable {

    private static final int CHANGES_PER_SECOND = 200;
    private static final int GETS_PER_SECOND = 1_000;
    private static final int RECENT = 256;

    /** Of one key that collects, so that its state stays far from its limit. */
    private static final int CHANGES_PER_KEY_MAX = 1_000;

    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long RETRY_MILLIS = 250;

    private final Calls calls;
    private final History history;
    private final SplittableRandom random;
    private final int[] recent = new int[RECENT];
    private final int[] changesOf;
    /** Keys that are asked for again and again, until there is an answer. */
    private final Set<Integer> unanswered = ConcurrentHashMap.newKeySet();

    private final ScheduledExecutorService retries = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "retries");
        thread.setDaemon(true);
        return thread;
    });
    private int changes;
    private int gets;
    private volatile boolean isOver;

    Load(Calls calls, History history, ChaosSettings settings) {
        this.calls = calls;
        this.history = history;
        this.random = new SplittableRandom(~settings.seed());
        this.changesOf = new int[settings.keys()];
        for (int i = 0; i < RECENT; i++) {
            recent[i] = random.nextInt(settings.keys());
        }
    }

    /** Runs for a time; on the caller's thread. */
    void run(long nanos) {
        long began = System.nanoTime();
        for (long past = 0; past < nanos && !isOver; past = System.nanoTime() - began) {
            double seconds = past / 1e9;
            for (; changes < seconds * CHANGES_PER_SECOND; changes++) {
                change();
            }
            for (; gets < seconds * GETS_PER_SECOND; gets++) {
                boolean isOfRecent = gets % 2 == 0;
                int key = isOfRecent ? recent[random.nextInt(RECENT)] : random.nextInt(changesOf.length);
                get(key, gets % ChaosCluster.CLIENTS, history.now(), true);
            }
            Waiting.nanos(STEP_NANOS);
        }
    }

    private void change() {
        boolean isOfLast = changes % 2 == 1;
        int key = isOfLast ? recent[(changes - 1) % RECENT] : random.nextInt(changesOf.length);
        recent[changes % RECENT] = key;
        if (KeyKind.of(key) != KeyKind.COLLECTING || changesOf[key]++ < CHANGES_PER_KEY_MAX) {
            calls.change(key, changes % ChaosCluster.CLIENTS);
        }
    }

    private void get(int key, int client, long firstAsked, boolean isFirst) {
        calls.read(key, client).thenAccept(isAnswered -> {
            if (isFirst) {
                history.asked(isAnswered);
            }
            history.waited(history.now() - firstAsked);
            if (isAnswered) {
                unanswered.remove(key);
            } else if (!isOver && (!isFirst || unanswered.add(key))) {
                // Once for each key: else the clients would make a storm of the load.
                retries.schedule(() -> get(key, client, firstAsked, false), RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
        });
    }

    /** Gets and changes that were begun, but for repeated ones. */
    int operations() {
        return changes + gets;
    }

    /** Repeats nothing from now on. */
    void end() {
        isOver = true;
        retries.shutdownNow();
    }

    @Override
    public void close() {
        end();
    }
}
