package org.cometkv.actors.replicas;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.objects.Slot;
import org.cometkv.routing.Key;

/**
 * The tombstones of a node in the order they were set: the oldest goes when its time is over or room is needed.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class Tombstones {

    private record Grave(Slot.Tombstone tombstone, long untilMillis) {}

    private final Directory directory;
    private final int max;
    private final long ageMillis;
    private final Map<Key, Grave> graves = new LinkedHashMap<>();

    Tombstones(Directory directory, int max, long ageMillis) {
        this.directory = directory;
        this.max = max;
        this.ageMillis = ageMillis;
    }

    /** When the oldest one's time is over. */
    long nextDue() {
        return graves.isEmpty() ? DeadlineTask.NEVER : oldest().getValue().untilMillis();
    }

    /** Sets a tombstone in the directory, in place of the one of the same key if there is one. */
    void bury(Key key, Slot.Tombstone tombstone, long nowMillis) {
        // Removed first, because it is the youngest now.
        graves.remove(key);
        if (graves.size() >= max) {
            digOldest();
        }
        directory.put(key, tombstone);
        graves.put(key, new Grave(tombstone, nowMillis + ageMillis));
    }

    /** Lets go of what is old enough, at most {@code limit} of it. */
    void clear(long nowMillis, int limit) {
        for (int i = 0; i < limit && !graves.isEmpty() && oldest().getValue().untilMillis() <= nowMillis; i++) {
            digOldest();
        }
    }

    private Map.Entry<Key, Grave> oldest() {
        return graves.entrySet().iterator().next();
    }

    private void digOldest() {
        Map.Entry<Key, Grave> oldest = oldest();
        graves.remove(oldest.getKey());
        // A newer object may be under the key by now.
        if (oldest.getValue().tombstone() == directory.slot(oldest.getKey())) {
            directory.remove(oldest.getKey());
        }
    }
}
