package org.cometkv.actors.repair;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.cometkv.actors.context.PublishedView;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.routing.Key;

/**
 * The keys that this node has compared with their other owners in the present epoch: one by one, or by ranges.
 *
 * <p>Written by the ReplicaManager only, read by every thread.
 */
public final class ComparedKeys {

    private final PublishedView published;
    private final int keysMax;
    private final AtomicIntegerArray ranges = new AtomicIntegerArray(RangeDigest.RANGES);
    /** The epoch in which a key was compared by itself. */
    private final Map<Key, Integer> keys = new ConcurrentHashMap<>();

    private final ArrayDeque<Key> oldest = new ArrayDeque<>();
    /** Keys that count as not compared until their doubt ends. */
    private final Set<Key> doubts = ConcurrentHashMap.newKeySet();
    /** The instants of the monotonic clock at which the doubts end; the writer's own. */
    private final Map<Key, Long> doubtEnds = new LinkedHashMap<>();

    /** Keys that are to be compared once more, whatever was compared before. */
    private final Set<Key> again = ConcurrentHashMap.newKeySet();

    private volatile boolean hasDoubts;

    /** @param keysMax most keys that are remembered one by one; more are compared again */
    public ComparedKeys(PublishedView published, int keysMax) {
        this.published = published;
        this.keysMax = keysMax;
    }

    /** Whether the key was compared in this epoch and nothing has made it doubtful since. */
    public boolean isCompared(Key key) {
        int epoch = published.epoch();
        boolean isCompared = ranges.get(RangeDigest.range(key)) == epoch || isComparedAlone(key, epoch);
        return isCompared && !(hasDoubts && isDoubtful(key));
    }

    private boolean isDoubtful(Key key) {
        return doubts.contains(key) || again.contains(key);
    }

    private boolean isComparedAlone(Key key, int epoch) {
        Integer compared = keys.get(key);
        return compared != null && compared == epoch;
    }

    /** The key was compared, beginning in this epoch. */
    public void compared(Key key, int epoch) {
        if (epoch != published.epoch()) {
            return;
        }
        again.remove(key);
        noteDoubts();
        if (ranges.get(RangeDigest.range(key)) == epoch) {
            return;
        }
        if (keys.put(key, epoch) == null) {
            oldest.add(key);
        }
        while (oldest.size() > keysMax) {
            keys.remove(oldest.poll());
        }
    }

    /** All keys of the range were compared, beginning in this epoch. */
    public void rangeCompared(int range, int epoch) {
        ranges.set(range, epoch);
    }

    /** The key counts as not compared until then. */
    public void doubt(Key key, long untilMillis) {
        doubtEnds.merge(key, untilMillis, Math::max);
        doubts.add(key);
        noteDoubts();
    }

    /** The key is to be compared once more before it counts as compared. */
    public void compareAgain(Key key) {
        again.add(key);
        noteDoubts();
    }

    /** Ends the doubts whose time is over. */
    public void clearDoubts(long nowMillis) {
        doubtEnds.entrySet().removeIf(doubt -> {
            boolean isOver = doubt.getValue() <= nowMillis;
            if (isOver) {
                doubts.remove(doubt.getKey());
            }
            return isOver;
        });
        noteDoubts();
    }

    private void noteDoubts() {
        hasDoubts = !doubts.isEmpty() || !again.isEmpty();
    }

    /** Whether a key is doubtful for a time that has an end. */
    public boolean hasTimedDoubts() {
        return !doubts.isEmpty();
    }
}
