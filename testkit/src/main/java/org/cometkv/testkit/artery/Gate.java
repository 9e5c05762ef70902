package org.cometkv.testkit.artery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The gate before every task of a node: while it is closed, the node is paused. Thread-safe. */
final class Gate {

    /** The key of its number in a configuration. */
    static final String KEY = "comet-testkit.gate";

    private static final Map<Long, Gate> GATES = new ConcurrentHashMap<>();
    private static final AtomicLong LAST = new AtomicLong();

    private final long number = LAST.incrementAndGet();
    private boolean isClosed;

    private Gate() {}

    static Gate create() {
        Gate gate = new Gate();
        GATES.put(gate.number, gate);
        return gate;
    }

    static Gate of(long number) {
        return GATES.get(number);
    }

    long number() {
        return number;
    }

    /** Its node is no more. */
    void remove() {
        GATES.remove(number);
        open();
    }

    synchronized void close() {
        isClosed = true;
    }

    synchronized void open() {
        isClosed = false;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    /** Waits until it is open. */
    synchronized void pass() {
        boolean isInterrupted = false;
        while (isClosed) {
            try {
                wait();
            } catch (InterruptedException e) {
                // The pool ends, and so will its node: the gate is opened before.
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
