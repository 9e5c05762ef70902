package org.cometkv.actors.replicas;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.wire.StoredHead;
import org.cometkv.routing.Key;

/**
 * The tombstones of a node in the order they were set: the oldest goes when its time is over or room is needed. Those
 * of names under which nothing was go before all others, so that a flood of removes pushes out none that counts.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class Tombstones {

    private record Entry(Slot.Tombstone tombstone, long untilMillis) {}

    private final Directory directory;
    private final int max;
    private final long ageMillis;
    private final Map<Key, Entry> byAge = new LinkedHashMap<>();
    private final Map<Key, Entry> ofNothing = new LinkedHashMap<>();

    Tombstones(Directory directory, int max, long ageMillis) {
        this.directory = directory;
        this.max = max;
        this.ageMillis = ageMillis;
    }

    /** When the oldest one's time is over. */
    long nextDue() {
        return Math.min(nextDue(byAge), nextDue(ofNothing));
    }

    private static long nextDue(Map<Key, Entry> tombstones) {
        return tombstones.isEmpty()
                ? DeadlineTask.NEVER
                : oldest(tombstones).getValue().untilMillis();
    }

    /** Sets a tombstone in the directory, in place of the one of the same key if there is one. */
    void add(Key key, Slot.Tombstone tombstone, long nowMillis) {
        keep(byAge, key, new Entry(tombstone, nowMillis + ageMillis));
        directory.put(key, tombstone);
    }

    /** Whether the tombstone of the key is that of a remove that found nothing. */
    boolean isOfNothing(Key key) {
        return ofNothing.containsKey(key);
    }

    /** Sets the tombstone of a remove that found nothing. */
    void addOfNothing(Key key, Slot.Tombstone tombstone, long nowMillis) {
        keep(ofNothing, key, new Entry(tombstone, nowMillis + ageMillis));
        directory.put(key, tombstone);
    }

    /** Sets a tombstone of the store, which was set that long ago by a clock that may have been another. */
    void restore(StoredHead.Gone gone, long passedMillis, long nowMillis) {
        Slot.Tombstone tombstone = Slot.Tombstone.of(gone.content(), gone.lineage());
        long left = ageMillis - Math.max(0, Math.min(ageMillis, passedMillis));
        keep(byAge, gone.key(), new Entry(tombstone, nowMillis + left));
        directory.putAsStored(gone.key(), tombstone);
    }

    private void keep(Map<Key, Entry> tombstones, Key key, Entry entry) {
        // Removed first, because it is the youngest now.
        byAge.remove(key);
        ofNothing.remove(key);
        if (byAge.size() + ofNothing.size() >= max) {
            evictOldest(ofNothing.isEmpty() ? byAge : ofNothing);
        }
        tombstones.put(key, entry);
    }

    /** Evicts tombstones whose age is over, at most {@code limit} of them. */
    void clear(long nowMillis, int limit) {
        for (int i = 0; i < limit && nextDue() <= nowMillis; i++) {
            evictOldest(nextDue(byAge) <= nowMillis ? byAge : ofNothing);
        }
    }

    private static Map.Entry<Key, Entry> oldest(Map<Key, Entry> tombstones) {
        return tombstones.entrySet().iterator().next();
    }

    private void evictOldest(Map<Key, Entry> tombstones) {
        Map.Entry<Key, Entry> oldest = oldest(tombstones);
        tombstones.remove(oldest.getKey());
        // A newer object may be under the key by now.
        if (oldest.getValue().tombstone() == directory.slot(oldest.getKey())) {
            directory.remove(oldest.getKey());
        }
    }
}
