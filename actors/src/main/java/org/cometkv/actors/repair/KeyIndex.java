package org.cometkv.actors.repair;

import java.util.Arrays;
import java.util.function.Consumer;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.routing.Key;

/**
 * An index of the keys under which a node holds something, sorted within their ranges.
 *
 * <p>A key costs a reference and what its range's array has in reserve. Not thread-safe; owned by the ReplicaManager.
 */
public final class KeyIndex {

    private static final Key[] NO_KEYS = new Key[0];

    private final Key[][] keys = new Key[RangeDigest.RANGES][];
    private final int[] counts = new int[RangeDigest.RANGES];

    public KeyIndex() {
        Arrays.fill(keys, NO_KEYS);
    }

    /** Adds a key; nothing happens if it is there. */
    public void add(Key key) {
        int range = RangeDigest.range(key);
        int place = place(range, key);
        if (place >= 0) {
            return;
        }
        int count = counts[range]++;
        if (count == keys[range].length) {
            keys[range] = Arrays.copyOf(keys[range], count + (count >> 2) + 2);
        }
        int at = -place - 1;
        System.arraycopy(keys[range], at, keys[range], at + 1, count - at);
        keys[range][at] = key;
    }

    /** Removes a key; nothing happens if it is not there. */
    public void remove(Key key) {
        int range = RangeDigest.range(key);
        int place = place(range, key);
        if (place < 0) {
            return;
        }
        int count = --counts[range];
        System.arraycopy(keys[range], place + 1, keys[range], place, count - place);
        keys[range][count] = null;
        if (count == 0) {
            keys[range] = NO_KEYS;
        }
    }

    /** How many keys of a range there are. */
    int count(int range) {
        return counts[range];
    }

    /** Hands out the keys of a range in their order; the reader must not change the index. */
    void forEach(int range, Consumer<Key> reader) {
        for (int i = 0; i < counts[range]; i++) {
            reader.accept(keys[range][i]);
        }
    }

    private int place(int range, Key key) {
        return Arrays.binarySearch(keys[range], 0, counts[range], key);
    }
}
