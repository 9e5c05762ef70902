package org.cometkv.actors.seam;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Time that moves by command only. */
public final class FakeClock implements Clock {

    private record Due(long nanos, long order, Runnable task) {}

    private final PriorityQueue<Due> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::order));
    private long nanos;
    private Runnable intrusion = () -> {};
    private int bugs;
    private boolean isFatal;
    private long handlerNanos;
    private long order;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    /**
     * The next so many times that a handler's thread asks for the wall time, it meets a bug: before each event of an
     * object that ends some day, for one.
     */
    public synchronized void breakHandlers(int times) {
        bugs = times;
        isFatal = false;
    }

    /** As {@link #breakHandlers}, but with what Pekko takes for the end of the JVM. */
    public synchronized void breakHandlersFatally(int times) {
        bugs = times;
        isFatal = true;
    }

    /** From now on so much time passes whenever a handler's thread asks for the wall time. */
    public synchronized void slowHandlers(Duration step) {
        handlerNanos = step.toNanos();
    }

    /** Runs a task on a handler's thread, the next time that one asks for the wall time, before it is told. */
    public synchronized void beforeHandler(Runnable task) {
        intrusion = task;
    }

    @Override
    public long wallMillis() {
        boolean isHandler = Thread.currentThread().getName().contains("handlers-dispatcher");
        long now = wallMillis(isHandler);
        if (isHandler) {
            intrude();
        }
        return now;
    }

    private void intrude() {
        Runnable task;
        synchronized (this) {
            task = intrusion;
            intrusion = () -> {};
        }
        task.run();
    }

    private synchronized long wallMillis(boolean isHandler) {
        if (isHandler) {
            nanos += handlerNanos;
        }
        if (bugs > 0 && isHandler) {
            bugs--;
            if (isFatal) {
                throw new StackOverflowError();
            }
            throw new IllegalStateException("a bug, injected");
        }
        return 1_700_000_000_000L + nanos / 1_000_000;
    }

    @Override
    public synchronized ScheduledTask after(Duration delay, Runnable task) {
        Due due = new Due(nanos + delay.toNanos(), order++, task);
        tasks.add(due);
        return () -> cancel(due);
    }

    private synchronized void cancel(Due due) {
        tasks.remove(due);
    }

    /** How many tasks are to run. */
    public synchronized int tasks() {
        return tasks.size();
    }

    /** Moves time and runs what falls due, in order. */
    public void advance(Duration step) {
        List<Runnable> due = new ArrayList<>();
        synchronized (this) {
            nanos += step.toNanos();
            while (!tasks.isEmpty() && tasks.peek().nanos() <= nanos) {
                due.add(tasks.poll().task());
            }
        }
        due.forEach(Runnable::run);
    }
}
