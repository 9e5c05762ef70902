package org.cometkv.actors;

import java.util.concurrent.atomic.AtomicBoolean;

/** A watch of the members by an application, {@link Comet#watch}. Thread-safe. */
public final class Watch implements AutoCloseable {

    private final Runnable end;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    Watch(Runnable end) {
        this.end = end;
    }

    /** Ends the watch, and makes room for another; a change that is being told may still reach the listener. */
    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            end.run();
        }
    }
}
