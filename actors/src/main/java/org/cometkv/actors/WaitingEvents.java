package org.cometkv.actors;

import java.util.concurrent.atomic.AtomicInteger;

/** How many events of one node wait for an answer. Thread-safe. */
final class WaitingEvents {

    private final int max;
    private final AtomicInteger waiting = new AtomicInteger();

    WaitingEvents(int max) {
        this.max = max;
    }

    /** Whether one more may wait; approximate by as many as there are threads that run handlers. */
    boolean hasRoom() {
        return waiting.get() < max;
    }

    /** How many wait now. */
    int count() {
        return waiting.get();
    }

    void began() {
        waiting.incrementAndGet();
    }

    void ended() {
        waiting.decrementAndGet();
    }
}
