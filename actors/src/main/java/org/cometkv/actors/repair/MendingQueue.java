package org.cometkv.actors.repair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * The keys that wait to be mended, the most endangered first: those with the fewest live nodes that hold what is to be
 * held there. Among equals the one that came first. Not thread-safe; owned by the ReplicaManager.
 */
final class MendingQueue {

    /**
     * A key to be mended.
     *
     * @param holders live nodes that hold what is to be held, as far as is known
     * @param lacking the owners that hold nothing and are handed what this node does; none: the key is settled
     */
    record Task(Key key, int holders, List<Contact> lacking) {}

    private final TreeMap<Integer, LinkedHashMap<Key, Task>> byHolders = new TreeMap<>();
    private final Map<Key, Integer> holders = new LinkedHashMap<>();

    /** Adds a task in place of the one of the same key that waits. */
    void add(Task task) {
        Integer before = holders.put(task.key(), task.holders());
        if (before != null) {
            remove(task.key(), before);
        }
        byHolders.computeIfAbsent(task.holders(), any -> new LinkedHashMap<>()).put(task.key(), task);
    }

    /** The next one, which waits no longer. */
    Optional<Task> poll() {
        if (byHolders.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<Integer, LinkedHashMap<Key, Task>> most = byHolders.firstEntry();
        Key key = most.getValue().keySet().iterator().next();
        holders.remove(key);
        return Optional.of(remove(key, most.getKey()));
    }

    int size() {
        return holders.size();
    }

    private Task remove(Key key, int itsHolders) {
        LinkedHashMap<Key, Task> tasks = byHolders.get(itsHolders);
        Task task = tasks.remove(key);
        if (tasks.isEmpty()) {
            byHolders.remove(itsHolders);
        }
        return task;
    }
}
