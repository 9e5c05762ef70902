package org.cometkv.node.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults, and what nodes noticed of them, on the time line of a run. Thread-safe. */
final class Disturbances {

    /**
     * A fault, or a change of the membership.
     *
     * @param untilNanos its end; {@link Long#MAX_VALUE} while it lasts
     * @param cutOff the nodes that were cut off, as bits
     */
    record Span(String name, long fromNanos, long untilNanos, boolean isFault, int cutOff) {}

    /** The beginning of the names of faults that end all nodes at once. */
    static final String KILL_OF_ALL = "kill of all nodes, node-";

    private final List<Span> spans = new ArrayList<>();

    /** A fault that begins. */
    synchronized void begin(String name, long nanos, int cutOff) {
        spans.add(new Span(name, nanos, Long.MAX_VALUE, true, cutOff));
    }

    /** The end of the last fault of this name. */
    synchronized void end(String name, long nanos) {
        for (int i = spans.size() - 1; i >= 0; i--) {
            Span span = spans.get(i);
            if (span.isFault() && span.name().equals(name) && span.untilNanos() == Long.MAX_VALUE) {
                spans.set(i, new Span(name, span.fromNanos(), nanos, true, span.cutOff()));
                return;
            }
        }
    }

    /** A suspicion, or another change of the membership that a client was told of. */
    synchronized void noticed(String what, long nanos) {
        spans.add(new Span(what, nanos, nanos, false, 0));
    }

    synchronized List<Span> spans() {
        return List.copyOf(spans);
    }

    /** Whether nothing happened from so long before an interval until its end. */
    static boolean isCalm(List<Span> spans, long fromNanos, long untilNanos, long marginNanos) {
        for (Span span : spans) {
            boolean isOver = span.untilNanos() < fromNanos - marginNanos;
            if (!isOver && span.fromNanos() <= untilNanos) {
                return false;
            }
        }
        return true;
    }

    /** The last fault that began before an instant. */
    static Optional<Span> faultBefore(List<Span> spans, long nanos) {
        Span last = null;
        for (Span span : spans) {
            if (span.isFault() && span.fromNanos() <= nanos && (last == null || span.fromNanos() > last.fromNanos())) {
                last = span;
            }
        }
        return Optional.ofNullable(last);
    }

    /** The first fault that began after an instant. */
    static Optional<Span> faultAfter(List<Span> spans, long nanos) {
        Span first = null;
        for (Span span : spans) {
            if (span.isFault() && span.fromNanos() > nanos && (first == null || span.fromNanos() < first.fromNanos())) {
                first = span;
            }
        }
        return Optional.ofNullable(first);
    }
}
