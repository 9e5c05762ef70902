package org.cometkv.actors.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cometkv.routing.Key;

/**
 * The keys whose content is another than the store has, and those who wait until it is the same.
 *
 * <p>Each key is read once at a time: what changes meanwhile makes it dirty anew. Not thread-safe; owned by the writer.
 */
final class DirtyKeys {

    /** The time that a key may stay dirty. */
    enum Delay {
        NOW(0),
        /** What was acknowledged: half of the 100 ms that it may take to the disk, the other half is the sync's. */
        SOON(40),
        /** What handlers did: the shortest time from one write of an object to the next. */
        LATER(1_000);

        private final long millis;

        Delay(long millis) {
            this.millis = millis;
        }

        private Delay orSooner(Delay other) {
            return other != null && other.ordinal() < ordinal() ? other : this;
        }
    }

    /** A listener that is told once: empty when what it waits for is on the disk, or why it is not. */
    interface Waiter extends Consumer<Optional<String>> {}

    /** A key that is dirty. */
    static final class Entry {

        private final Key key;
        private long sinceMillis;
        private Delay delay;
        private boolean isOut;
        /** Null while nothing changed since it was last read. */
        private Delay again;

        private List<Waiter> waiters = new ArrayList<>(0);
        private List<Waiter> ofAgain = new ArrayList<>(0);

        private Entry(Key key, long sinceMillis, Delay delay) {
            this.key = key;
            this.sinceMillis = sinceMillis;
            this.delay = delay;
        }

        Key key() {
            return key;
        }
    }

    private record Due(Entry entry, long atMillis) {}

    /** In the order in which they became dirty. */
    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    private final Map<Delay, Deque<Due>> queues = new EnumMap<>(Delay.class);
    private int out;

    DirtyKeys() {
        for (Delay delay : Delay.values()) {
            queues.put(delay, new ArrayDeque<>());
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int size() {
        return entries.size();
    }

    /** How many are being read. */
    int out() {
        return out;
    }

    /** Since when the oldest one has been dirty. */
    Optional<Long> oldest() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.values().iterator().next().sinceMillis);
    }

    /** What is under the key has changed. */
    void changed(Key key, Delay delay, long nowMillis) {
        Entry entry = entries.get(key);
        if (entry == null) {
            Entry added = new Entry(key, nowMillis, delay);
            entries.put(key, added);
            queue(added, nowMillis);
        } else if (entry.isOut) {
            entry.again = delay.orSooner(entry.again);
        } else if (!entry.waiters.isEmpty()) {
            changedSooner(entry, nowMillis);
        } else if (delay.ordinal() < entry.delay.ordinal()) {
            entry.delay = delay;
            queue(entry, nowMillis);
        }
    }

    /** Waits until all changes of the key so far are written; false if they are. */
    boolean await(Key key, Waiter waiter, long nowMillis) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return false;
        }
        if (entry.isOut && entry.again != null) {
            entry.again = Delay.NOW;
            entry.ofAgain.add(waiter);
        } else {
            entry.waiters.add(waiter);
            changedSooner(entry, nowMillis);
        }
        return true;
    }

    private void changedSooner(Entry entry, long nowMillis) {
        if (!entry.isOut && entry.delay != Delay.NOW) {
            entry.delay = Delay.NOW;
            queue(entry, nowMillis);
        }
    }

    /** All are due now. */
    void hasten(long nowMillis) {
        entries.values().forEach(entry -> {
            if (entry.again != null) {
                entry.again = Delay.NOW;
            }
            changedSooner(entry, nowMillis);
        });
    }

    /** The next one that is due, which counts as being read. */
    Optional<Entry> take(long nowMillis) {
        for (Map.Entry<Delay, Deque<Due>> each : queues.entrySet()) {
            Deque<Due> queue = each.getValue();
            while (!queue.isEmpty() && queue.peek().atMillis <= nowMillis) {
                Entry entry = queue.poll().entry;
                // It may have been taken from a faster queue before.
                if (!entry.isOut && entry.delay == each.getKey() && entries.get(entry.key) == entry) {
                    entry.isOut = true;
                    out++;
                    return Optional.of(entry);
                }
            }
        }
        return Optional.empty();
    }

    /** When the next one is due; {@link Long#MAX_VALUE} if none is. */
    long nextDue() {
        long next = Long.MAX_VALUE;
        for (Deque<Due> queue : queues.values()) {
            next = queue.isEmpty() ? next : Math.min(next, queue.peek().atMillis);
        }
        return next;
    }

    /** It was read and is about to be written: those who waited for that. */
    List<Waiter> read(Entry entry, long nowMillis) {
        entry.isOut = false;
        out--;
        entries.remove(entry.key);
        List<Waiter> waited = entry.waiters;
        if (entry.again != null) {
            Entry next = new Entry(entry.key, nowMillis, entry.again);
            next.waiters = entry.ofAgain;
            entries.put(next.key, next);
            queue(next, nowMillis);
        }
        return waited;
    }

    /** It was read and is yet to be decided: it is read again a while later. */
    void unsettled(Entry entry, long nowMillis) {
        entry.isOut = false;
        out--;
        boolean isDecided = entry.again != null;
        entry.again = null;
        entry.waiters.addAll(entry.ofAgain);
        entry.ofAgain = new ArrayList<>(0);
        entry.delay = isDecided && !entry.waiters.isEmpty() ? Delay.NOW : Delay.SOON;
        queue(entry, nowMillis);
    }

    /** Forgets all of them; those who waited. */
    List<Waiter> clear() {
        List<Waiter> waiters = new ArrayList<>();
        for (Entry entry : entries.values()) {
            waiters.addAll(entry.waiters);
            waiters.addAll(entry.ofAgain);
        }
        entries.clear();
        queues.values().forEach(Deque::clear);
        return waiters;
    }

    private void queue(Entry entry, long nowMillis) {
        queues.get(entry.delay).add(new Due(entry, nowMillis + entry.delay.millis));
    }
}
