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

    /** Longest timer or time to live: a hundred years, so that sums of instants never overflow. */
    private static final double SECONDS_MAX = 100.0 * 365 * 24 * 3_600;

    /**
     * Reads the reserved fields {@code timer}, {@code ttl}, {@code replicas} and {@code replication}.
     *
     * @throws IllegalArgumentException if one is out of its range; the message names the field, the value and the bound
     */
    public static Policy of(Value.Table fields, Limits limits) {
        return of(fields.get("timer"), fields.get("ttl"), fields.get("replicas"), fields.get("replication"), limits);
    }

    /**
     * Reads the reserved fields; {@link Value#NIL} where one is not set.
     *
     * @throws IllegalArgumentException if one is out of its range; the message names the field, the value and the bound
     */
    public static Policy of(Value timer, Value ttl, Value replicas, Value replication, Limits limits) {
        double shortest = limits.shortestTimerMillis() / 1_000.0;
        OptionalLong timerMillis = timer instanceof Value.Num num && num.number() == 0
                ? OptionalLong.of(0)
                : millis("timer", timer, shortest, "0 (off) or ");
        return new Policy(timerMillis, millis("ttl", ttl, 0.001, ""), replicas(replicas), replication(replication));
    }

    private static OptionalLong millis(String field, Value value, double min, String other) {
        if (value == Value.NIL) {
            return OptionalLong.empty();
        }
        // Written so that NaN is refused as well.
        if (!(value instanceof Value.Num num) || !(num.number() >= min && num.number() <= SECONDS_MAX)) {
            throw new IllegalArgumentException("field '" + field + "' is " + value + "; it must be " + other
                    + Value.of(min) + " to " + Value.of(SECONDS_MAX) + " seconds");
        }
        return OptionalLong.of(Math.round(num.number() * 1_000));
    }

    private static int replicas(Value value) {
        if (value == Value.NIL) {
            return 0;
        }
        if (!(value instanceof Value.Num num)
                || num.number() != (int) num.number()
                || num.number() < 1
                || num.number() > REPLICAS_MAX) {
            throw new IllegalArgumentException(
                    "field 'replicas' is " + value + "; it must be a whole number from 1 to " + REPLICAS_MAX);
        }
        return (int) num.number();
    }

    private static Replication replication(Value value) {
        if (value == Value.NIL) {
            return Replication.SYSTEM;
        }
        String name = value instanceof Value.Bytes bytes ? bytes.utf8() : "";
        return switch (name) {
            case "system" -> Replication.SYSTEM;
            case "self" -> Replication.SELF;
            default ->
                throw new IllegalArgumentException(
                        "field 'replication' is " + value + "; it must be \"system\" or \"self\"");
        };
    }
}
