package org.cometkv.aso;

import java.util.OptionalLong;

/**
 * The reserved fields of an object, read when an event commits.
 *
 * @param timerMillis period of {@code onTimer}; 0 is off; empty is the node's default
 * @param ttlMillis time to live from the last put; empty is for ever
 * @param replicas how many nodes should hold the object, 1 to {@link #REPLICAS_MAX}; 0 is the node's default
 */
public record Policy(OptionalLong timerMillis, OptionalLong ttlMillis, int replicas, Replication replication) {

    /** Most replicas of an object: one for each neighbor of its key. */
    public static final int REPLICAS_MAX = 20;

    /** An object that sets no reserved field. */
    public static final Policy DEFAULT = new Policy(OptionalLong.empty(), OptionalLong.empty(), 0, Replication.SYSTEM);
}
