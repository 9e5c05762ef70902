package org.cometkv.actors.context;

import java.util.ArrayList;
import java.util.List;

/**
 * The flag that says whether a node knows the cluster that it joined, and until then what it lacks. Thread-safe.
 *
 * <p>It is raised once, after the view with the members of that cluster was published.
 */
public final class ReadyFlag {

    private final List<Runnable> listeners = new ArrayList<>();
    private volatile boolean isRaised;
    private volatile String lack = "it is no member of its cluster yet";
    private volatile String fault = "";

    ReadyFlag() {}

    /** The node is ready. */
    public void raise() {
        List<Runnable> told;
        synchronized (listeners) {
            if (isRaised) {
                return;
            }
            isRaised = true;
            told = List.copyOf(listeners);
            listeners.clear();
        }
        told.forEach(Runnable::run);
    }

    /** @param what the node lacks still, as the end of "the node is not ready: ..." */
    public void lacks(String what) {
        lack = what;
    }

    /** What the node lacks, while it is not ready. */
    public String lack() {
        return lack;
    }

    /**
     * The node takes part as one that owns no keys, other than its settings ask for. Requests of its applications go
     * on, and whoever waits for it to be ready is told why.
     *
     * @param why a sentence; empty if it owns keys again
     */
    public void fail(String why) {
        fault = why;
    }

    /** Why the node does not take part as its settings ask for; empty if it does. */
    public String fault() {
        return fault;
    }

    /** Runs the task when the node is ready, on the thread that makes it so; at once if it is. */
    public void whenRaised(Runnable task) {
        synchronized (listeners) {
            if (!isRaised) {
                listeners.add(task);
                return;
            }
        }
        task.run();
    }

    /** Whether the node is ready. */
    public boolean isRaised() {
        return isRaised;
    }
}
