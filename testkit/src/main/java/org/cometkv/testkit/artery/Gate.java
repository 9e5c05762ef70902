package org.cometkv.testkit.artery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** The gate before every task of a node: while it is closed, the node is paused. Thread-safe. */
final class Gate {

    /** The key of its number in a configuration. */
    static final String KEY = "comet-testkit.gate";

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Map<Long, Gate> GATES = new ConcurrentHashMap<>();
    private static final AtomicLong LAST = new AtomicLong();

    private final long number = LAST.incrementAndGet();
    private boolean isClosed;
    private int passing;

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

    /**
     * Closes it and waits for the tasks that passed before, {@link #WAIT} at most: an actor whose task runs would still
     * take what is sent to it now.
     */
    synchronized void close() {
        isClosed = true;
        long end = System.nanoTime() + WAIT.toNanos();
        awaitWhile(() -> passing > 0 && isClosed && System.nanoTime() < end, WAIT.toMillis());
    }

    synchronized void open() {
        isClosed = false;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    /** Waits until it is open. {@link #leave} ends what begins here. */
    synchronized void pass() {
        awaitWhile(() -> isClosed, 0);
        passing++;
    }

    /** The task that passed has ended. */
    synchronized void leave() {
        passing--;
        notifyAll();
    }

    /** Waits as long as the condition holds, and looks at it again after so many ms; 0 is without end. */
    private synchronized void awaitWhile(BooleanSupplier condition, long ms) {
        boolean isInterrupted = false;
        while (condition.getAsBoolean()) {
            try {
                wait(ms);
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
