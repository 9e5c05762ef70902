package org.cometkv.node.bench.faults;

import java.util.Locale;
import java.util.Optional;

/**
 * The settings of a run with faults.
 *
 * @param nodes that hold the keys, each a JVM
 * @param seconds under load and faults
 * @param keys half of them values, half objects
 * @param everySeconds from one fault to the next
 * @param seed of the schedule and of the load
 * @param heap of each node, as the JVM reads it: {@code 192m}
 * @param data the directory that has one of each node; empty: nodes keep nothing
 * @param durability of all changes, as {@code comet.storage.durability} says it
 * @param isQuick only to show that everything works: faults are short, and nodes found and join clusters quickly
 */
public record ChaosSettings(
        int nodes,
        int seconds,
        int keys,
        Fault fault,
        int everySeconds,
        long seed,
        String heap,
        String data,
        String durability,
        boolean isQuick) {

    static final String SYNC = "sync";
    static final String BATCH = "batch";

    public static final String HEAP = "192m";

    private static final int NODES = 5;
    private static final int SECONDS = 60;
    private static final int KEYS = 20_000;
    private static final int QUICK_NODES = 3;
    private static final int QUICK_SECONDS = 4;
    private static final int QUICK_KEYS = 120;
    private static final int QUICK_EVERY_SECONDS = 2;
    private static final int QUICK_LASTS_MILLIS = 500;

    /** Fewer have no majority without one of them; of more, no node knows all owners of a key. */
    private static final int NODES_MIN = 3;

    private static final int NODES_MAX = 20;
    private static final int SECONDS_MAX = 86_400;
    private static final int KEYS_MAX = 1_000_000;

    /** The settings that a fault has where nothing else is said. */
    public static ChaosSettings of(Fault fault, boolean isQuick) {
        return isQuick
                ? new ChaosSettings(
                        QUICK_NODES, QUICK_SECONDS, QUICK_KEYS, fault, QUICK_EVERY_SECONDS, 1, HEAP, "", BATCH, true)
                : new ChaosSettings(NODES, SECONDS, KEYS, fault, fault.everySeconds(), 1, HEAP, "", BATCH, false);
    }

    public ChaosSettings withNodes(int other) {
        return new ChaosSettings(other, seconds, keys, fault, everySeconds, seed, heap, data, durability, isQuick);
    }

    public ChaosSettings withSeconds(int other) {
        return new ChaosSettings(nodes, other, keys, fault, everySeconds, seed, heap, data, durability, isQuick);
    }

    public ChaosSettings withKeys(int other) {
        return new ChaosSettings(nodes, seconds, other, fault, everySeconds, seed, heap, data, durability, isQuick);
    }

    public ChaosSettings withEverySeconds(int other) {
        return new ChaosSettings(nodes, seconds, keys, fault, other, seed, heap, data, durability, isQuick);
    }

    public ChaosSettings withSeed(long other) {
        return new ChaosSettings(nodes, seconds, keys, fault, everySeconds, other, heap, data, durability, isQuick);
    }

    public ChaosSettings withData(String directory) {
        return new ChaosSettings(nodes, seconds, keys, fault, everySeconds, seed, heap, directory, durability, isQuick);
    }

    public ChaosSettings withDurability(String name) {
        return new ChaosSettings(
                nodes, seconds, keys, fault, everySeconds, seed, heap, data, name.toLowerCase(Locale.ROOT), isQuick);
    }

    /** The same, with the time between faults worked out where none is said: so that each node has its turn. */
    public ChaosSettings complete() {
        return everySeconds == 0 && fault == Fault.ROLLING
                ? withEverySeconds(Math.max(1, seconds / (nodes + 1)))
                : this;
    }

    /** The first thing that is wrong, as a sentence of options. */
    public Optional<String> mistake() {
        if (nodes < NODES_MIN || nodes > NODES_MAX) {
            return Optional.of("--nodes is " + nodes + "; it must be " + NODES_MIN + " to " + NODES_MAX + ".");
        }
        if (seconds < 1 || seconds > SECONDS_MAX) {
            return Optional.of("--seconds is " + seconds + "; it must be 1 to " + SECONDS_MAX + ".");
        }
        if (keys < 1 || keys > KEYS_MAX) {
            return Optional.of("--keys is " + keys + "; it must be 1 to " + KEYS_MAX + ".");
        }
        if (!durability.matches("memory|batch|sync")) {
            return Optional.of("--durability is " + durability + "; it must be MEMORY, BATCH or SYNC.");
        }
        if (everySeconds < 1) {
            return Optional.of("--every is " + everySeconds + "; it must be 1 or more.");
        }
        if (everySeconds * 1_000L <= lastsMillis()) {
            return Optional.of("--every is " + everySeconds + "; a fault of kind " + fault + " lasts "
                    + lastsMillis() / 1_000.0 + " s, and the next one begins after it.");
        }
        // The first begins after that time, and ends before the load does.
        if (everySeconds * 1_000L + lastsMillis() > seconds * 1_000L) {
            return Optional.of("--every is " + everySeconds + " and --seconds " + seconds
                    + "; the first fault begins after " + everySeconds + " s and lasts " + lastsMillis() / 1_000.0
                    + " s, which is over " + seconds + ".");
        }
        return Optional.empty();
    }

    /** The time from the beginning of a fault to its end. */
    int lastsMillis() {
        return isQuick ? Math.min(QUICK_LASTS_MILLIS, fault.lastsMillis()) : fault.lastsMillis();
    }

    /** The time without suspicions after which the cluster counts as calm. */
    int calmMillis() {
        return isQuick ? 500 : 5_000;
    }
}
