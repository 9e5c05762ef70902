package org.cometkv.actors.context;

import java.time.Duration;
import org.cometkv.actors.seam.Clock;

/**
 * A task of the clock that is set for the next deadline of its owner, and not at all while there is none: its owner
 * sleeps until something is due.
 *
 * <p>It is moved when an earlier deadline comes and left alone when one goes away: most go away, as requests are
 * answered, and a task too many costs less than to move it each time. All times are {@link Clock#millis()}. Not
 * thread-safe; owned by the actor that it wakes.
 */
public final class DeadlineTask {

    /** The deadline of what has none. */
    public static final long NEVER = Long.MAX_VALUE;

    private final Clock clock;
    private final long pauseMillis;
    private final Runnable task;
    private long setMillis = NEVER;
    private Clock.ScheduledTask scheduled;

    /**
     * A task that is not set.
     *
     * @param pause from one run to the next at least, where more was due than was done
     * @param task tells its owner, who calls {@link #ran} with what is due next
     */
    public DeadlineTask(Clock clock, Duration pause, Runnable task) {
        this.clock = clock;
        this.pauseMillis = pause.toMillis();
        this.task = task;
    }

    /** The task is to run at this deadline, if not before. */
    public void set(long deadlineMillis) {
        if (deadlineMillis >= setMillis) {
            return;
        }
        cancel();
        setMillis = deadlineMillis;
        scheduled = clock.after(Duration.ofMillis(Math.max(0, deadlineMillis - clock.millis())), task);
    }

    /** The task has run, and its owner has done what was due; what was too much is for a pause later. */
    public void ran(long nextMillis) {
        cancel();
        long now = clock.millis();
        set(nextMillis <= now ? now + pauseMillis : nextMillis);
    }

    /** The task is not set. */
    public void cancel() {
        if (scheduled != null) {
            scheduled.cancel();
            scheduled = null;
            setMillis = NEVER;
        }
    }
}
