package org.cometkv.actors.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cometkv.routing.Key;

/**
 * The copies of objects that replicate themselves on a node that is no neighbor of their key any more: nobody else
 * looks after them, and each ends after a time. All times are milliseconds of the clock. Not thread-safe; owned by the
 * ReplicaManager.
 */
final class StrayCopies {

    private final long keptMillis;
    private final Map<Integer, Map<Key, Long>> sinceByRange = new TreeMap<>();

    /** @param keptMillis how long each is kept */
    StrayCopies(long keptMillis) {
        this.keptMillis = keptMillis;
    }

    /** These of a range are astray now; the time of those that were before runs on. */
    void found(int range, Collection<Key> keys, long nowMillis) {
        Map<Key, Long> before = sinceByRange.remove(range);
        if (keys.isEmpty()) {
            return;
        }
        Map<Key, Long> since = new LinkedHashMap<>();
        keys.forEach(key -> since.put(key, before == null ? nowMillis : before.getOrDefault(key, nowMillis)));
        sinceByRange.put(range, since);
    }

    /** Those whose time is over, each told once. */
    List<Key> takeOver(long nowMillis) {
        List<Key> over = new ArrayList<>();
        for (Map<Key, Long> since : sinceByRange.values()) {
            since.entrySet().removeIf(each -> {
                boolean isOver = nowMillis - each.getValue() >= keptMillis;
                if (isOver) {
                    over.add(each.getKey());
                }
                return isOver;
            });
        }
        return over;
    }
}
