package org.cometkv.actors.objects;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The events of one node that wait for an answer, and the bytes that they hold meanwhile. Thread-safe. */
public final class WaitingEvents {

    /** One of them. */
    final class Wait {

        private long held;
        private boolean isOver;

        private Wait(int bytesHeld) {
            this.held = bytesHeld;
        }

        /** Makes room for an answer of so many bytes; false if there is none, and the event has to do without it. */
        synchronized boolean take(int size) {
            if (isOver || bytes.get() + size > bytesMax) {
                return false;
            }
            held += size;
            bytes.addAndGet(size);
            return true;
        }

        /** The event goes on, or ended with its object; only the first time counts. */
        synchronized void ended() {
            if (!isOver) {
                isOver = true;
                waiting.decrementAndGet();
                bytes.addAndGet(-held);
            }
        }
    }

    /** Bytes of an event that waits, its scratch memory included, beside what it says that it holds. */
    static final int EVENT_BYTES = 2_048;

    private final int max;
    private final long bytesMax;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    WaitingEvents(int max, long bytesMax) {
        this.max = max;
        this.bytesMax = bytesMax;
    }

    /** Whether one more may wait; approximate by as many as there are threads that run handlers. */
    boolean hasRoom() {
        return waiting.get() < max && bytes.get() + EVENT_BYTES <= bytesMax;
    }

    public int count() {
        return waiting.get();
    }

    public long bytes() {
        return bytes.get();
    }

    /**
     * An event waits from now on.
     *
     * @param held bytes of heap that it holds
     */
    Wait began(int held) {
        waiting.incrementAndGet();
        Wait wait = new Wait(EVENT_BYTES + held);
        bytes.addAndGet(wait.held);
        return wait;
    }
}
