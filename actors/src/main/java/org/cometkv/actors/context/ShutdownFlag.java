package org.cometkv.actors.context;

import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.ReplyListener;

/**
 * The flag that says whether a node still takes requests. Thread-safe.
 *
 * <p>What reaches an actor that is gone gets no reply. So whoever hands a request to an actor looks here afterwards:
 * the node closes before its actors stop, and they stop only after all that was handed to them before.
 */
public final class ShutdownFlag {

    private volatile String reason = "";

    /** From now on nothing is begun; the first reason stands. */
    public synchronized void close(String why) {
        if (reason.isEmpty()) {
            reason = why;
        }
    }

    public boolean isClosed() {
        return !reason.isEmpty();
    }

    /** Breaks a promise if the node is closed, and says whether it is. */
    public boolean breaks(ReplyListener<?> promise) {
        if (isClosed()) {
            promise.broken(NoReply.CLOSED, reason);
        }
        return isClosed();
    }
}
