package org.cometkv.actors.pekko;

import java.time.Duration;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Scheduler;
import org.cometkv.actors.seam.Clock;
import scala.concurrent.ExecutionContext;

/** Real time, and Pekko's scheduler behind it. */
public final class PekkoClock implements Clock {

    private final Scheduler scheduler;
    private final ExecutionContext threads;

    /** @param threads run the tasks */
    public PekkoClock(ActorSystem<?> system, ExecutionContext threads) {
        this.scheduler = system.scheduler();
        this.threads = threads;
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
    public ScheduledTask after(Duration delay, Runnable task) {
        return scheduler.scheduleOnce(delay, task, threads)::cancel;
    }
}
