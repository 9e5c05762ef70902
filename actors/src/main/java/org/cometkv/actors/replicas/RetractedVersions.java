package org.cometkv.actors.replicas;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cometkv.actors.changes.ChangeOutcomes;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;

/**
 * The changes that were taken back a short while ago: they are refused, and so is every image that holds them. Beside
 * them, what was under a key before a put that may yet be taken back.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class RetractedVersions {

    private record Change(Key key, Version version) {}

    /**
     * The content of a slot as a put found it.
     *
     * @param slot a tombstone, or nothing
     */
    record Found(Optional<Slot> slot, long untilMillis) {}

    private final int max;
    private final long keptMillis;
    /** The end of each change's time, in the order they were taken back. */
    private final Map<Change, Long> retracted = new LinkedHashMap<>();
    /** How many of a key's changes were taken back: nearly all keys have none. */
    private final Map<Key, Integer> counts = new HashMap<>();

    /** The end of the time of each change that this node refused and the other owners took: it was acknowledged. */
    private final Map<Change, Long> acknowledged = new LinkedHashMap<>();

    private final Map<Change, Found> found = new LinkedHashMap<>();

    /**
     * No change was taken back yet.
     *
     * @param max most that are remembered, of either kind; the oldest goes first
     * @param keptMillis how long each is
     */
    RetractedVersions(int max, long keptMillis) {
        this.max = max;
        this.keptMillis = keptMillis;
    }

    void retract(Key key, Version version, long nowMillis) {
        clear(nowMillis);
        if (retracted.put(new Change(key, version), nowMillis + keptMillis) == null) {
            counts.merge(key, 1, Integer::sum);
        }
        if (retracted.size() > max) {
            removeOldest();
        }
    }

    /** An owner refused the change alone, and the others took it: it counts as taken back no more. */
    void overrule(Key key, Version version, long nowMillis) {
        clear(nowMillis);
        Change change = new Change(key, version);
        if (retracted.remove(change) != null) {
            uncount(key);
        }
        acknowledged.put(change, nowMillis + keptMillis);
        if (acknowledged.size() > max) {
            acknowledged.remove(acknowledged.keySet().iterator().next());
        }
    }

    boolean isRetracted(Key key, Version version, long nowMillis) {
        if (!counts.containsKey(key)) {
            return false;
        }
        Long until = retracted.get(new Change(key, version));
        return until != null && until > nowMillis;
    }

    /** Whether any change of the key was taken back. */
    boolean hasAny(Key key, long nowMillis) {
        clear(nowMillis);
        return counts.containsKey(key);
    }

    /** Whether what a digest tells of holds no change that was taken back, as far as a digest tells. */
    boolean isSound(Key key, KeyDigest digest, long nowMillis) {
        if (!counts.containsKey(key)) {
            return true;
        }
        if (digest instanceof KeyDigest.Live live) {
            return !isRetracted(key, live.lineage(), nowMillis) && !isRetracted(key, live.version(), nowMillis);
        }
        return !(digest instanceof KeyDigest.Gone gone) || !isRetracted(key, gone.version(), nowMillis);
    }

    /** Whether the content holds no change that was taken back, or a newer one that was acknowledged. */
    boolean isSound(KeyContent content, long nowMillis) {
        Key key = content.key();
        if (content instanceof Image image && counts.containsKey(key)) {
            return !ChangeOutcomes.areUnsound(
                    image.changes(),
                    change -> isRetracted(key, change, nowMillis),
                    change -> acknowledged.containsKey(new Change(key, change)));
        }
        return isSound(key, content.digest(), nowMillis);
    }

    /** A put found this in its slot, where no object was: it comes back if the put is taken back. */
    void tookPlaceOf(Key key, Version put, Optional<Slot> slot, long nowMillis) {
        clear(nowMillis);
        found.put(new Change(key, put), new Found(slot, nowMillis + keptMillis));
        if (found.size() > max) {
            found.remove(found.keySet().iterator().next());
        }
    }

    /** What the put found in its slot; empty if it found an object, or that was too long ago. */
    Optional<Found> foundBy(Key key, Version put) {
        return Optional.ofNullable(found.remove(new Change(key, put)));
    }

    /** As {@link #foundBy}, and it is told again. */
    Optional<Optional<Slot>> lookFoundBy(Key key, Version put, long nowMillis) {
        clear(nowMillis);
        return Optional.ofNullable(found.get(new Change(key, put))).map(Found::slot);
    }

    private void clear(long nowMillis) {
        while (!retracted.isEmpty() && retracted.values().iterator().next() <= nowMillis) {
            removeOldest();
        }
        while (!acknowledged.isEmpty() && acknowledged.values().iterator().next() <= nowMillis) {
            acknowledged.remove(acknowledged.keySet().iterator().next());
        }
        while (!found.isEmpty() && found.values().iterator().next().untilMillis() <= nowMillis) {
            found.remove(found.keySet().iterator().next());
        }
    }

    private void removeOldest() {
        Change oldest = retracted.keySet().iterator().next();
        retracted.remove(oldest);
        uncount(oldest.key());
    }

    private void uncount(Key key) {
        counts.computeIfPresent(key, (each, count) -> count > 1 ? count - 1 : null);
    }
}
