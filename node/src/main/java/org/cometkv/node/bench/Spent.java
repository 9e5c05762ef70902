package org.cometkv.node.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Usage;
import org.cometkv.aso.lua.Step;

/** CPU time and bytes that the events of one run of a case cost, slice by slice. */
final class Spent {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The cost of measuring nothing. */
    private static final long IDLE_NANOS = idleNanos();

    private final List<Long> slices = new ArrayList<>();
    private final List<Long> events = new ArrayList<>();
    private long eventNanos;
    private long allocatedBefore;
    private long garbage;
    private long fuel;
    private long allocated;
    private Outcome last;

    private static long idleNanos() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10_000; i++) {
            long begun = Stopwatch.cpuNanos();
            least = Math.min(least, Stopwatch.cpuNanos() - begun);
        }
        return least;
    }

    void beginEvent() {
        eventNanos = 0;
        allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
    }

    Step slice(Supplier<Step> work) {
        long begun = Stopwatch.cpuNanos();
        Step step = work.get();
        long nanos = Math.max(0, Stopwatch.cpuNanos() - begun - IDLE_NANOS);
        slices.add(nanos);
        eventNanos += nanos;
        return step;
    }

    void endEvent(Outcome outcome) {
        garbage += THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
        events.add(eventNanos);
        fuel += outcome.usage().fuel();
        allocated += outcome.usage().allocated();
        last = outcome;
    }

    /** Adds what was charged for something that is measured with an event, and is no part of it. */
    void besideEvent(Usage usage) {
        fuel += usage.fuel();
        allocated += usage.allocated();
    }

    /** Nanoseconds of each slice, in order. */
    List<Long> slices() {
        return slices;
    }

    /** Nanoseconds of each event, in order. */
    List<Long> events() {
        return events;
    }

    long nanos() {
        return events.stream().mapToLong(Long::longValue).sum();
    }

    /** Bytes of the heap that were allocated, most of them garbage at once. */
    long garbage() {
        return garbage;
    }

    long fuel() {
        return fuel;
    }

    /** Bytes that were charged for allocation. */
    long allocated() {
        return allocated;
    }

    /** The end of the last event. */
    Outcome last() {
        return last;
    }
}
