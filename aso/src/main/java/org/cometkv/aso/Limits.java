package org.cometkv.aso;

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

    /** @throws IllegalArgumentException if a bound is not positive */
    public Limits {
        requirePositive("fuel", fuel);
        requirePositive("allocation", allocation);
        requirePositive("depth", depth);
        requirePositive("effects", effects);
        requirePositive("inbox-answers", inboxAnswers);
        requirePositive("value", valueBytes);
        requirePositive("live", liveBytes);
        requirePositive("live-heap", liveHeap);
        requirePositive("script", scriptBytes);
        requirePositive("answer", answerBytes);
        requirePositive("call-values", callValues);
        requirePositive("waiting", waiting);
        requirePositive("named-timers", namedTimers);
        requirePositive("shortest-timer", shortestTimerMillis);
        requirePositive("slice", slice);
    }

    private static void requirePositive(String name, int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("limit " + name + " is " + bound + "; it must be 1 or more");
        }
    }
}
