package org.cometkv.aso;

import org.cometkv.routing.NodeId;

/**
 * The order of puts on a key: a hybrid logical clock, then the coordinating node.
 *
 * @param clock milliseconds since 1970 in the upper 48 bits, a counter in the lower 16
 */
public record Version(long clock, NodeId node) implements Comparable<Version> {

    /** Bits of the counter below the milliseconds. */
    public static final int COUNTER_BITS = 16;

    private static final int CLOCK_DIGITS = 16;

    /** The wall-clock part. */
    public long millis() {
        return clock >>> COUNTER_BITS;
    }

    public boolean isNewerThan(Version other) {
        return compareTo(other) > 0;
    }

    /** The version as a text that compares as it does: of the clock and the node, in hex of fixed width. */
    public String text() {
        String hex = Long.toHexString(clock);
        return "0".repeat(CLOCK_DIGITS - hex.length()) + hex + "-" + node;
    }

    @Override
    public int compareTo(Version other) {
        int order = Long.compareUnsigned(clock, other.clock);
        return order != 0 ? order : node.compareTo(other.node);
    }
}
