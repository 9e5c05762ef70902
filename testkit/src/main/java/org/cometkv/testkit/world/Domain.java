package org.cometkv.testkit.world;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The part of a {@link World} that belongs to one life of one node: its actors' mailboxes, its timers and what it
 * checks. It can be paused, which holds its tasks, and it can die, which drops them.
 *
 * <p>Not thread-safe; owned by its world.
 */
public final class Domain {

    private enum State {
        RUNNING,
        PAUSED,
        DEAD
    }

    private final String name;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private final Deque<Runnable> backlog = new ArrayDeque<>();
    private State state = State.RUNNING;
    private long busyUntilNanos;
    private boolean isWoken;

    Domain(String name) {
        this.name = name;
    }

    /** The first element, below {@code /system}, of the paths of its actors. */
    public String name() {
        return name;
    }

    public boolean isPaused() {
        return state == State.PAUSED;
    }

    public boolean isDead() {
        return state == State.DEAD;
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    void pause() {
        state = State.PAUSED;
    }

    void hold(Runnable task) {
        held.add(task);
    }

    /** Runs from now on; what it held. */
    Deque<Runnable> resume() {
        state = State.RUNNING;
        Deque<Runnable> released = new ArrayDeque<>(held);
        held.clear();
        return released;
    }

    void die() {
        state = State.DEAD;
        held.clear();
        backlog.clear();
    }

    /** The tasks that wait for its processor. */
    Deque<Runnable> backlog() {
        return backlog;
    }

    /** The instant from which its processor is free. */
    long busyUntilNanos() {
        return busyUntilNanos;
    }

    void busyUntil(long nanos) {
        busyUntilNanos = nanos;
    }

    /** Whether an entry is due that takes the next of the backlog. */
    boolean isWoken() {
        return isWoken;
    }

    void woken(boolean isSet) {
        isWoken = isSet;
    }

    @Override
    public String toString() {
        return name;
    }
}
