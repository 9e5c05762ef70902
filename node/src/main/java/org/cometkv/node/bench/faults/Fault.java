package org.cometkv.node.bench.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of fault that a cluster under load is made to suffer again and again. */
public enum Fault {
    /** A node is killed without goodbye and started again, empty, on the same port. */
    KILL(20, 5_000),
    /** A node stands still and goes on. */
    STOP(20, 6_000),
    /** A minority of the nodes and one client is cut off for less than the time after which it is removed. */
    PARTITION(20, 8_000),
    /** The same for longer, so that the minority is removed; its nodes are started again, empty. */
    LONG_PARTITION(90, 40_000),
    /** A node is told to leave, and started again when it has left; one after the other until all were. */
    ROLLING(0, 0),
    /** All nodes are killed without goodbye, at once, and started again with their data directories. */
    KILL_ALL(30, 2_000);

    private final int everySeconds;
    private final int lastsMillis;

    Fault(int everySeconds, int lastsMillis) {
        this.everySeconds = everySeconds;
        this.lastsMillis = lastsMillis;
    }

    /** The fault of a name. */
    public static Optional<Fault> named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.toString().equals(name))
                .findFirst();
    }

    /** Seconds from one fault to the next, where the user does not say; 0: so that each node has its turn. */
    int everySeconds() {
        return everySeconds;
    }

    /** The time from the beginning of a fault to its end; a rolling restart ends when the node is up again. */
    int lastsMillis() {
        return lastsMillis;
    }

    /** Whether nodes are cut off from each other, for which something must stand between them. */
    boolean isCut() {
        return this == PARTITION || this == LONG_PARTITION;
    }

    /** The name on the command line: {@code long-partition}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
