package org.cometkv.actors;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cometkv.routing.Contact;

/**
 * The requests of peers that this node has not answered yet. A peer whose request takes long is told once that it is
 * being worked on, so that it asks no one else and no handler runs twice without need.
 *
 * <p>Not thread-safe; owned by the Gateway.
 */
final class Serving {

    /** A request of a peer by its number. */
    record Asked(Contact peer, long id) {}

    private final long patienceMillis;
    private final Map<Asked, Long> quiet = new LinkedHashMap<>();

    /** @param patienceMillis after which a peer is told */
    Serving(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /** Whether there is anyone to tell sooner or later. */
    boolean isEmpty() {
        return quiet.isEmpty();
    }

    void began(Contact peer, long id, long nowMillis) {
        quiet.put(new Asked(peer, id), nowMillis);
    }

    void ended(Contact peer, long id) {
        quiet.remove(new Asked(peer, id));
    }

    /** Nobody waits at that peer any more. */
    void forget(Contact peer) {
        quiet.keySet().removeIf(asked -> asked.peer().equals(peer));
    }

    /** Whom to tell now, the longest first, at most {@code limit}; nobody is told twice. */
    List<Asked> overdue(long nowMillis, int limit) {
        List<Asked> overdue = new ArrayList<>();
        Iterator<Map.Entry<Asked, Long>> oldest = quiet.entrySet().iterator();
        while (oldest.hasNext() && overdue.size() < limit) {
            Map.Entry<Asked, Long> entry = oldest.next();
            if (nowMillis - entry.getValue() < patienceMillis) {
                break;
            }
            overdue.add(entry.getKey());
            oldest.remove();
        }
        return overdue;
    }
}
