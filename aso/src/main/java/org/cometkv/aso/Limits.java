package org.cometkv.aso;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What one object may cost. All are bounds that pass when met exactly.
 *
 * @param fuel units of metered work of an event
 * @param allocation bytes charged for allocation in an event
 * @param depth nested Lua calls, callbacks of library functions included
 * @param effects effects of an event
 * @param inboxAnswers answers to inboxes of an event
 * @param valueBytes encoded bytes of a value given by a put
 * @param liveBytes encoded bytes of the state between events
 * @param liveHeap charged heap bytes of the state between events
 * @param scriptBytes bytes of a script's text
 * @param answerBytes encoded bytes of an answer or message
 * @param callValues arguments or results of one call
 * @param waiting events of one object that wait at a time
 * @param namedTimers one-shot timers of one object
 * @param shortestTimerMillis the shortest timer, in milliseconds
 * @param slice units of fuel after which an event gives its thread back
 */
public record Limits(
        int fuel,
        int allocation,
        int depth,
        int effects,
        int inboxAnswers,
        int valueBytes,
        int liveBytes,
        int liveHeap,
        int scriptBytes,
        int answerBytes,
        int callValues,
        int waiting,
        int namedTimers,
        int shortestTimerMillis,
        int slice) {

    /** Deepest nesting of a value that crosses the boundary. */
    public static final int VALUE_DEPTH = 32;

    /** The defaults of the design, for tools that run without a configuration. */
    public static final Limits DEFAULTS = new Limits(
            100_000,
            400 * 1024,
            10_000,
            64,
            1_024,
            100 * 1024,
            100 * 1024,
            512 * 1024,
            16 * 1024,
            64 * 1024,
            4_000,
            16,
            16,
            1_000,
            5_000);

    /** Heap for an encoded byte of a state at most; about five bytes are usual, and some room is left above that. */
    private static final int HEAP_FOR_EACH_ENCODED_BYTE = 8;

    /** The names of the bounds, in their order; {@link #label} is the word of error messages and of tools. */
    public enum Name {
        FUEL,
        ALLOCATION,
        DEPTH,
        EFFECTS,
        INBOX_ANSWERS,
        VALUE,
        LIVE,
        LIVE_HEAP,
        SCRIPT,
        ANSWER,
        CALL_VALUES,
        WAITING,
        NAMED_TIMERS,
        SHORTEST_TIMER,
        SLICE;

        private static final Name[] ALL = values();

        /** Whether it is the same for an object wherever it is hosted: the slice is each node's own affair. */
        public boolean isShared() {
            return this != SLICE;
        }

        /** Whether the first bound allows less than the second; of the shortest timer that is the longer time. */
        public boolean isLower(int bound, int than) {
            return this == SHORTEST_TIMER ? bound > than : bound < than;
        }

        /** The name in lower case, its words joined by hyphens. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @throws IllegalArgumentException if a bound is not positive */
    public Limits {
        int[] bounds = {
            fuel,
            allocation,
            depth,
            effects,
            inboxAnswers,
            valueBytes,
            liveBytes,
            liveHeap,
            scriptBytes,
            answerBytes,
            callValues,
            waiting,
            namedTimers,
            shortestTimerMillis,
            slice
        };
        for (Name name : Name.ALL) {
            int bound = bounds[name.ordinal()];
            if (bound < 1) {
                throw new IllegalArgumentException("limit " + name.label() + " is " + bound + "; it must be 1 or more");
            }
        }
    }

    /** The bound of this name. */
    public int get(Name name) {
        return switch (name) {
            case FUEL -> fuel;
            case ALLOCATION -> allocation;
            case DEPTH -> depth;
            case EFFECTS -> effects;
            case INBOX_ANSWERS -> inboxAnswers;
            case VALUE -> valueBytes;
            case LIVE -> liveBytes;
            case LIVE_HEAP -> liveHeap;
            case SCRIPT -> scriptBytes;
            case ANSWER -> answerBytes;
            case CALL_VALUES -> callValues;
            case WAITING -> waiting;
            case NAMED_TIMERS -> namedTimers;
            case SHORTEST_TIMER -> shortestTimerMillis;
            case SLICE -> slice;
        };
    }

    /**
     * These limits with another bound under one name.
     *
     * @throws IllegalArgumentException if the bound is not positive
     */
    public Limits with(Name name, int bound) {
        return of(each -> each == name ? bound : get(each));
    }

    /** These limits with another bound for the encoded state, and a heap of at least eight times as many bytes. */
    public Limits withState(int bytes) {
        long heap = Math.min((long) bytes * HEAP_FOR_EACH_ENCODED_BYTE, Integer.MAX_VALUE);
        return with(Name.LIVE, bytes).with(Name.LIVE_HEAP, (int) Math.max(liveHeap, heap));
    }

    /** The names that are shared and whose bound allows less here than there. */
    public List<Name> lowerThan(Limits other) {
        return Stream.of(Name.ALL)
                .filter(name -> name.isShared() && name.isLower(get(name), other.get(name)))
                .toList();
    }

    /** These limits, but for the shared bounds that allow less there. */
    public Limits lowest(Limits other) {
        List<Name> lower = other.lowerThan(this);
        return lower.isEmpty() ? this : of(name -> lower.contains(name) ? other.get(name) : get(name));
    }

    /** These limits, but for the shared bounds that allow more there. */
    public Limits highest(Limits other) {
        List<Name> lower = lowerThan(other);
        return lower.isEmpty() ? this : of(name -> lower.contains(name) ? other.get(name) : get(name));
    }

    /**
     * Limits with a bound for each name.
     *
     * @throws IllegalArgumentException if a bound is not positive
     */
    public static Limits of(ToIntFunction<Name> bounds) {
        int[] all = Stream.of(Name.ALL).mapToInt(bounds).toArray();
        return new Limits(
                all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7], all[8], all[9], all[10], all[11],
                all[12], all[13], all[14]);
    }
}
