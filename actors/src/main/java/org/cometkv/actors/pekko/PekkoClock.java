package org.cometkv.actors.pekko;

import java.time.Duration;
import org.apache.pekko.actor.typed.ActorSystem;
import org.cometkv.actors.seam.Clock;

/** Real time, and Pekko's scheduler behind it. */
public final class PekkoClock implements Clock {

    private final ActorSystem<?> system;

    public PekkoClock(ActorSystem<?> system) {
        this.system = system;
    }

    /** What {@link #nanos()} of every such clock gives. */
    public static long monotonicNanos() {
        return System.nanoTime();
    }

    @Override
    public long nanos() {
        return monotonicNanos();
    }

    @Override
    public long wallMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        system.scheduler().scheduleOnce(delay, task, system.executionContext());
    }
}
