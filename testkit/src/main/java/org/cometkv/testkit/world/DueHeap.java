package org.cometkv.testkit.world;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * A heap of due entries, earliest first; those of one instant in the order they were set. An entry that is cancelled
 * leaves at once. Not thread-safe; owned by a {@link World}.
 */
final class DueHeap {

    private DueEntry[] entries = new DueEntry[64];
    private int size;

    int size() {
        return size;
    }

    /** The earliest; null if there is none. */
    DueEntry peek() {
        return size == 0 ? null : entries[0];
    }

    void add(DueEntry entry) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        up(size++, entry);
    }

    /** Takes the earliest. */
    DueEntry poll() {
        DueEntry first = entries[0];
        remove(first);
        return first;
    }

    void remove(DueEntry entry) {
        int place = entry.place();
        DueEntry last = entries[--size];
        entries[size] = null;
        entry.placed(DueEntry.NOWHERE);
        if (last == entry) {
            return;
        }
        up(place, last);
        down(last.place(), last);
    }

    /** Removes all of these. */
    void removeIf(Predicate<DueEntry> condition) {
        DueEntry[] all = Arrays.copyOf(entries, size);
        for (DueEntry entry : all) {
            if (condition.test(entry)) {
                remove(entry);
            }
        }
    }

    /** The number of these. */
    int count(Predicate<DueEntry> condition) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += condition.test(entries[i]) ? 1 : 0;
        }
        return count;
    }

    private void up(int from, DueEntry entry) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            if (!entry.isBefore(entries[parent])) {
                break;
            }
            put(place, entries[parent]);
            place = parent;
        }
        put(place, entry);
    }

    private void down(int from, DueEntry entry) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && entries[child + 1].isBefore(entries[child])) {
                child++;
            }
            if (!entries[child].isBefore(entry)) {
                break;
            }
            put(place, entries[child]);
            place = child;
        }
        put(place, entry);
    }

    private void put(int place, DueEntry entry) {
        entries[place] = entry;
        entry.placed(place);
    }
}
