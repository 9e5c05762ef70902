package org.cometkv.testkit.world;

import org.cometkv.actors.seam.Clock;

/** A task that is due at an instant of virtual time. Not thread-safe; owned by a {@link World}. */
public final class DueEntry implements Clock.ScheduledTask, Runnable {

    /** The place of an entry that is not in the heap. */
    static final int NOWHERE = -1;

    private final World world;
    private final long nanos;
    private final long sequence;
    private final Domain domain;
    private Runnable task;
    private int place = NOWHERE;

    DueEntry(World world, long nanos, long sequence, Domain domain, Runnable task) {
        this.world = world;
        this.nanos = nanos;
        this.sequence = sequence;
        this.domain = domain;
        this.task = task;
    }

    /** When it is due. */
    public long nanos() {
        return nanos;
    }

    /** Whether it has run or was cancelled. */
    public boolean isOver() {
        return task == null;
    }

    /** Cancels it; one that a paused domain holds will do nothing. */
    @Override
    public void cancel() {
        task = null;
        if (place != NOWHERE) {
            world.removed(this);
        }
    }

    @Override
    public void run() {
        Runnable once = task;
        task = null;
        if (once != null) {
            once.run();
        }
    }

    Domain domain() {
        return domain;
    }

    int place() {
        return place;
    }

    void placed(int at) {
        this.place = at;
    }

    boolean isBefore(DueEntry other) {
        return nanos != other.nanos ? nanos < other.nanos : sequence < other.sequence;
    }

    @Override
    public String toString() {
        return World.instant(nanos) + " " + domain;
    }
}
