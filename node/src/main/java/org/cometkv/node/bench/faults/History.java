package org.cometkv.node.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A history of calls and their answers, by one monotonic clock. Thread-safe. */
final class History {

    private final long zero = System.nanoTime();
    private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
    private final Queue<Reading> readings = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger gets = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicLong longestNanos = new AtomicLong();
    private final Map<String, Integer> unanswered = new TreeMap<>();

    /** Now, as an instant after the run began. */
    long now() {
        return System.nanoTime() - zero;
    }

    /** The number of the next change. */
    int next() {
        return numbers.incrementAndGet();
    }

    void add(Change change) {
        changes.add(change);
    }

    void add(Reading reading) {
        readings.add(reading);
    }

    /** A first get of a key, as clients count them. */
    void asked(boolean isAnswered) {
        gets.incrementAndGet();
        if (isAnswered) {
            answered.incrementAndGet();
        }
    }

    /** A get under load that had no answer, for a reason. */
    void unanswered(String reason) {
        synchronized (unanswered) {
            unanswered.merge(reason, 1, Integer::sum);
        }
    }

    /** How many gets under load had no answer, repeated ones counted as well, by the reason. */
    Map<String, Integer> unanswered() {
        synchronized (unanswered) {
            return new TreeMap<>(unanswered);
        }
    }

    /** A key that was answered so long after it was first asked for. */
    void waited(long nanos) {
        longestNanos.accumulateAndGet(nanos, Math::max);
    }

    List<Change> changes() {
        return new ArrayList<>(changes);
    }

    List<Reading> readings() {
        return new ArrayList<>(readings);
    }

    int gets() {
        return gets.get();
    }

    /** The share of gets that were answered at the first call. */
    double answeredShare() {
        return gets.get() == 0 ? 0 : answered.get() / (double) gets.get();
    }

    double longestSeconds() {
        return longestNanos.get() / 1e9;
    }
}
