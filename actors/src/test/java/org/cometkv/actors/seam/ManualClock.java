package org.cometkv.actors.seam;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that stands until a test moves it on, for classes that are tested alone. Thread-safe. */
public final class ManualClock implements Clock {

    private static final long EPOCH_MILLIS = 1_700_000_000_000L;

    private record Entry(long atNanos, long sequence, Runnable task) {}

    private final PriorityQueue<Entry> due =
            new PriorityQueue<>(Comparator.comparingLong(Entry::atNanos).thenComparingLong(Entry::sequence));
    private long nanos;
    private long sequence;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized long wallMillis() {
        return EPOCH_MILLIS + nanos / 1_000_000;
    }

    @Override
    public synchronized ScheduledTask after(Duration delay, Runnable task) {
        Entry entry = new Entry(nanos + delay.toNanos(), sequence++, task);
        due.add(entry);
        return () -> cancel(entry);
    }

    /** How many tasks are set. */
    public synchronized int tasks() {
        return due.size();
    }

    /** Moves on by so much; what is due meanwhile runs at its instant, on this thread. */
    public void advance(Duration by) {
        long until = nanos() + by.toNanos();
        for (Entry next = next(until); next != null; next = next(until)) {
            next.task().run();
        }
        moveTo(until);
    }

    private synchronized void cancel(Entry entry) {
        due.remove(entry);
    }

    private synchronized Entry next(long until) {
        if (due.isEmpty() || due.peek().atNanos() > until) {
            return null;
        }
        nanos = Math.max(nanos, due.peek().atNanos());
        return due.remove();
    }

    private synchronized void moveTo(long instant) {
        nanos = Math.max(nanos, instant);
    }
}
