package org.cometkv.actors.objects;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The events of one node that wait for an answer, and the bytes that they hold meanwhile. Thread-safe. */
public final class WaitingEvents {

    /** A waiting event: the room that it takes, and the request that it keeps waiting. */
    final class Wait {

        private final Optional<ReplicaRequest> request;
        private long held;
        private boolean isOver;

        private Wait(int bytesHeld, Optional<ReplicaRequest> request) {
            this.held = bytesHeld;
            this.request = request;
        }

        /** The request that caused the event and is answered after it; none for a timer's event. */
        Optional<ReplicaRequest> request() {
            return request;
        }

        /** Takes room for an answer of so many bytes; false if there is none: the event goes on without the answer. */
        synchronized boolean take(int size) {
            if (isOver || bytes.get() + size > bytesMax) {
                return false;
            }
            held += size;
            bytes.addAndGet(size);
            return true;
        }

        /** Gives the room back when the event goes on or its object ends; only the first time counts. */
        synchronized void ended() {
            if (!isOver) {
                isOver = true;
                waiting.decrementAndGet();
                bytes.addAndGet(-held);
            }
        }
    }

    /** Bytes of a waiting event beside the heap that it holds: its scratch memory and its bookkeeping. */
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
     * @param request that caused it
     */
    Wait began(int held, Optional<ReplicaRequest> request) {
        waiting.incrementAndGet();
        Wait wait = new Wait(EVENT_BYTES + held, request);
        bytes.addAndGet(wait.held);
        return wait;
    }
}
