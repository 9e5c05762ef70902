package org.cometkv.actors.context;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.ReplyListener;

/**
 * The flag that says whether a node still takes requests. Thread-safe.
 *
 * <p>What reaches an actor that is gone gets no reply. So whoever hands a request to an actor looks here afterwards:
 * the node closes before its actors stop, and they stop only after all that was handed to them before.
 */
public final class ShutdownFlag {

    private final List<Runnable> listeners = new ArrayList<>();
    private volatile String reason = "";

    /** From now on nothing is begun; the first reason stands. */
    public void close(String why) {
        List<Runnable> told;
        synchronized (listeners) {
            if (!reason.isEmpty()) {
                return;
            }
            reason = why;
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
    }

    /** Runs the task when the node is closed, on the thread that closes it; at once if it is. */
    public void whenClosed(Runnable task) {
        synchronized (listeners) {
            if (reason.isEmpty()) {
                listeners.add(task);
                return;
            }
        }
        task.run();
    }

    /** Why the node takes no requests; empty while it does. */
    public String reason() {
        return reason;
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
