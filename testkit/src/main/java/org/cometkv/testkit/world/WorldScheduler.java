package org.cometkv.testkit.world;

import com.typesafe.config.Config;
import java.io.Closeable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import org.apache.pekko.actor.AbstractScheduler;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.Scheduler;
import org.apache.pekko.event.LoggingAdapter;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/** Pekko's scheduler in a simulated actor system: its tasks are due entries of the system's {@link World}. */
public final class WorldScheduler extends AbstractScheduler implements Closeable {

    private final World world;
    private final Set<DueEntry> onClose = new LinkedHashSet<>();
    private boolean isClosed;

    /** The form of constructor that Pekko looks for. */
    public WorldScheduler(Config config, LoggingAdapter log, ThreadFactory factory) {
        this.world = WorldRegistry.world(config);
    }

    World world() {
        return world;
    }

    @Override
    public Cancellable scheduleOnce(FiniteDuration delay, Runnable task, ExecutionContext executor) {
        if (isClosed) {
            throw new IllegalStateException("the scheduler of the simulated actor system is closed");
        }
        DueEntry[] set = new DueEntry[1];
        set[0] = world.at(world.nanos() + delay.toNanos(), () -> {
            onClose.remove(set[0]);
            executor.execute(task);
        });
        if (task instanceof Scheduler.TaskRunOnClose) {
            onClose.add(set[0]);
        }
        return new Scheduled(set[0], onClose);
    }

    /** At a fixed rate: the next one is due an interval after this one was, however late this one runs. */
    // Deprecated for callers, for whom it has two clearer names; those are built on it.
    @SuppressWarnings("deprecation")
    @Override
    public Cancellable schedule(
            FiniteDuration initialDelay, FiniteDuration interval, Runnable task, ExecutionContext executor) {
        Repeated repeated = new Repeated(world, interval.toNanos(), task, executor);
        repeated.set(world.nanos() + initialDelay.toNanos());
        return repeated;
    }

    @Override
    public double maxFrequency() {
        return 1_000_000_000;
    }

    /** Runs what asked to be run at the end. */
    @Override
    public void close() {
        isClosed = true;
        for (DueEntry entry : List.copyOf(onClose)) {
            Runnable run = entry::run;
            run.run();
            entry.cancel();
        }
        onClose.clear();
    }

    private record Scheduled(DueEntry entry, Set<DueEntry> onClose) implements Cancellable {

        @Override
        public boolean cancel() {
            boolean isFirst = !entry.isOver();
            onClose.remove(entry);
            if (isFirst) {
                entry.cancel();
            }
            return isFirst;
        }

        @Override
        public boolean isCancelled() {
            return entry.isOver();
        }
    }

    private static final class Repeated implements Cancellable {

        private final World world;
        private final long intervalNanos;
        private final Runnable task;
        private final ExecutionContext executor;
        private DueEntry next;
        private boolean isCancelled;

        Repeated(World world, long intervalNanos, Runnable task, ExecutionContext executor) {
            this.world = world;
            this.intervalNanos = intervalNanos;
            this.task = task;
            this.executor = executor;
        }

        void set(long nanos) {
            next = world.at(nanos, () -> {
                set(nanos + intervalNanos);
                executor.execute(task);
            });
        }

        @Override
        public boolean cancel() {
            boolean isFirst = !isCancelled;
            isCancelled = true;
            next.cancel();
            return isFirst;
        }

        @Override
        public boolean isCancelled() {
            return isCancelled;
        }
    }
}
