package org.cometkv.actors;

import java.util.ArrayDeque;
import java.util.Deque;
import org.cometkv.routing.Key;

/**
 * The tombstones of a node in the order they were set: the oldest goes when its time is over or room is needed.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class Graves {

    private record Grave(Key key, Slot.Tombstone tombstone, long untilMillis) {}

    private final Directory directory;
    private final int max;
    private final long ageMillis;
    private final Deque<Grave> graves = new ArrayDeque<>();

    Graves(Directory directory, int max, long ageMillis) {
        this.directory = directory;
        this.max = max;
        this.ageMillis = ageMillis;
    }

    boolean isEmpty() {
        return graves.isEmpty();
    }

    /** Sets a tombstone in the directory. */
    void bury(Key key, Slot.Tombstone tombstone, long nowMillis) {
        if (graves.size() >= max) {
            dig(graves.poll());
        }
        directory.put(key, tombstone);
        graves.add(new Grave(key, tombstone, nowMillis + ageMillis));
    }

    /** Lets go of what is old enough, at most {@code limit} of it. */
    void clear(long nowMillis, int limit) {
        for (int i = 0; i < limit && !graves.isEmpty() && graves.peek().untilMillis() <= nowMillis; i++) {
            dig(graves.poll());
        }
    }

    private void dig(Grave grave) {
        // A newer object or tombstone may be under the key by now.
        if (grave.tombstone() == directory.slot(grave.key())) {
            directory.remove(grave.key());
        }
    }
}
