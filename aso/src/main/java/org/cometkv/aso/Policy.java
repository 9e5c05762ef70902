package org.cometkv.aso;

import java.util.OptionalLong;

/**
 * The reserved fields of an object, read when an event commits.
 *
 * @param timerMillis period of {@code onTimer}; 0 is off; empty is the node's default
 * @param ttlMillis time to live from the last put; empty is for ever
 * @param replicas how many nodes should hold the object, 1 to {@link #REPLICAS_MAX}; 0 is the node's default
 * @param history how many of its last messages a replica keeps for subscribers that come back, 0 to {@link
 *     #HISTORY_MAX}
 */
public record Policy(
        OptionalLong timerMillis,
        OptionalLong ttlMillis,
        int replicas,
        Replication replication,
        Accept accept,
        int history) {

    /** Most replicas of an object: one for each neighbor of its key. */
    public static final int REPLICAS_MAX = 20;

    /** Most messages that a replica keeps. */
    public static final int HISTORY_MAX = 1_000;

    /** An object that sets no reserved field. */
    public static final Policy DEFAULT =
            new Policy(OptionalLong.empty(), OptionalLong.empty(), 0, Replication.SYSTEM, Accept.NEWER, 0);

    /** Longest timer or time to live: a hundred years, so that sums of instants never overflow. */
    private static final double SECONDS_MAX = 100.0 * 365 * 24 * 3_600;

    private static final int SHOWN_MAX = 80;

    /**
     * Reads the reserved fields {@code timer}, {@code ttl}, {@code replicas}, {@code replication}, {@code accept} and
     * {@code history}.
     *
     * @throws IllegalArgumentException if one is out of its range; the message names the field, the value and the bound
     */
    public static Policy of(Value.Table fields, Limits limits) {
        return of(
                fields.get("timer"),
                fields.get("ttl"),
                fields.get("replicas"),
                fields.get("replication"),
                fields.get("accept"),
                fields.get("history"),
                limits);
    }

    /**
     * Reads the reserved fields; {@link Value#NIL} where one is not set.
     *
     * @throws IllegalArgumentException if one is out of its range; the message names the field, the value and the bound
     */
    public static Policy of(
            Value timer, Value ttl, Value replicas, Value replication, Value accept, Value history, Limits limits) {
        double shortest = limits.shortestTimerMillis() / 1_000.0;
        OptionalLong timerMillis =
                number(timer) == 0 ? OptionalLong.of(0) : millis("timer", timer, shortest, "0 (off) or ");
        OptionalLong ttlMillis = millis("ttl", ttl, 0.001, "");
        Policy made = new Policy(
                timerMillis, ttlMillis, replicas(replicas), replication(replication), accept(accept), history(history));
        // Most objects have none, and share it.
        return made.equals(DEFAULT) ? DEFAULT : made;
    }

    private static OptionalLong millis(String field, Value value, double min, String other) {
        if (value == Value.NIL) {
            return OptionalLong.empty();
        }
        double seconds = number(value);
        if (!(seconds >= min && seconds <= SECONDS_MAX)) {
            throw bad(field, value, other + Value.of(min) + " to " + Value.of(SECONDS_MAX) + " seconds");
        }
        return OptionalLong.of(Math.round(seconds * 1_000));
    }

    private static int replicas(Value value) {
        if (value == Value.NIL) {
            return 0;
        }
        double number = number(value);
        if (!(number >= 1 && number <= REPLICAS_MAX && number == Math.rint(number))) {
            throw bad("replicas", value, "a whole number from 1 to " + REPLICAS_MAX);
        }
        return (int) number;
    }

    private static int history(Value value) {
        if (value == Value.NIL) {
            return 0;
        }
        double number = number(value);
        if (!(number >= 0 && number <= HISTORY_MAX && number == Math.rint(number))) {
            throw bad("history", value, "a whole number from 0 to " + HISTORY_MAX);
        }
        return (int) number;
    }

    private static Replication replication(Value value) {
        if (value == Value.NIL || value.equals(Value.of("system"))) {
            return Replication.SYSTEM;
        }
        if (value.equals(Value.of("self"))) {
            return Replication.SELF;
        }
        throw bad("replication", value, "\"system\" or \"self\"");
    }

    private static Accept accept(Value value) {
        if (value == Value.NIL || value.equals(Value.of("newer"))) {
            return Accept.NEWER;
        }
        if (value.equals(Value.of("all"))) {
            return Accept.ALL;
        }
        throw bad("accept", value, "\"newer\" or \"all\"");
    }

    /** NaN, which is in no range, for what is no number. */
    private static double number(Value value) {
        return value instanceof Value.Num num ? num.number() : Double.NaN;
    }

    private static IllegalArgumentException bad(String field, Value value, String bound) {
        String shown = value instanceof Value.Table ? "a table" : value.toString();
        String brief = shown.length() <= SHOWN_MAX ? shown : shown.substring(0, SHOWN_MAX) + "...";
        return new IllegalArgumentException("aso." + field + " is " + brief + "; it must be " + bound);
    }
}
