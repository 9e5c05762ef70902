package org.cometkv.testkit.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import org.cometkv.testkit.world.World;

/** A trace of all that happened in a run: its hash, and its last lines. Not thread-safe; owned by a kit. */
public final class Trace {

    /** The node of what belongs to none. */
    public static final int NO_NODE = -1;

    /** A listener to a trace. */
    public interface Listener {

        /** A line was added, after which the hash of all lines is this. */
        void heard(Line line, long hash);
    }

    /** A line: the instant, the node and the event. */
    public record Line(long nanos, int node, Traced what) {

        /** The text of the line. */
        public String text(KeyNames names) {
            return World.instant(nanos) + " " + (node == NO_NODE ? "kit" : "node-" + node) + " " + what.text(names);
        }
    }

    private final LongSupplier nanos;
    private final KeyNames names = new KeyNames();
    private final TraceHash hash = new TraceHash();
    private final Deque<Line> last = new ArrayDeque<>();
    private final int lastMax;
    private final List<Listener> listeners = new ArrayList<>(1);
    private long lines;

    /**
     * A trace of nothing yet.
     *
     * @param nanos virtual time
     * @param lastMax how many lines of the timeline are kept
     */
    public Trace(LongSupplier nanos, int lastMax) {
        this.nanos = nanos;
        this.lastMax = lastMax;
    }

    /** Adds a line of now. */
    public void add(int node, Traced what) {
        lines++;
        long now = nanos.getAsLong();
        hash.number(now);
        hash.number(node);
        what.hash(hash);
        boolean isHeard = !listeners.isEmpty();
        if (!isHeard && !what.isShown()) {
            return;
        }
        Line line = new Line(now, node, what);
        if (what.isShown()) {
            if (last.size() == lastMax) {
                last.removeFirst();
            }
            last.addLast(line);
        }
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).heard(line, hash.value());
        }
    }

    /** Hears of every line from now on, shown or not. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** The hash of all lines so far. */
    public long hash() {
        return hash.value();
    }

    /** The number of lines so far. */
    public long lines() {
        return lines;
    }

    /** The names of keys. */
    public KeyNames names() {
        return names;
    }

    /** The last lines of the timeline as text, the oldest first. */
    public List<String> timeline() {
        return last.stream().map(line -> line.text(names)).toList();
    }
}
