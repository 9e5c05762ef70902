package org.cometkv.node.bench.faults;

/**
 * A change that a client made, and its outcome.
 *
 * @param key by number
 * @param number of the change; no two have the same
 * @param writer the client, by number
 * @param beganNanos instant of the call, after the run began
 * @param endedNanos instant of its answer
 * @param holders the nodes that said they have it, as bits
 */
record Change(int key, int number, int writer, long beganNanos, long endedNanos, Outcome outcome, int holders) {

    /** An outcome of a change, as its client was told. */
    enum Outcome {
        ACKNOWLEDGED,
        REFUSED,
        /** It may have happened, or may happen yet. */
        UNKNOWN
    }

    boolean isAcknowledged() {
        return outcome == Outcome.ACKNOWLEDGED;
    }

    /** The last instant at which it can have happened: unknown changes may happen later than anybody waits. */
    long happenedByNanos() {
        return outcome == Outcome.UNKNOWN ? Long.MAX_VALUE : endedNanos;
    }

    /** The text that it puts. */
    static String text(int writer, int number) {
        return writer + ":" + number;
    }

    /** The number of the change that put this text; -1 if none did. */
    static int number(String text) {
        int colon = text.indexOf(':');
        return text.matches("[0-9]{1,3}:[0-9]{1,9}") ? Integer.parseInt(text.substring(colon + 1)) : -1;
    }
}
