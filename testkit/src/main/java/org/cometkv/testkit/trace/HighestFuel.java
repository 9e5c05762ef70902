package org.cometkv.testkit.trace;

import java.util.HashMap;
import java.util.Map;
import org.cometkv.routing.Key;

/** The highest fuel of an event for each node and key. Not thread-safe; owned by a kit. */
public final class HighestFuel {

    private record Replica(int node, Key key) {}

    private final Map<Replica, Integer> highest = new HashMap<>();

    void used(int node, Key key, int fuel) {
        highest.merge(new Replica(node, key), fuel, Math::max);
    }

    /** The fuel of the dearest event of a key on a node so far; 0 if there was none. */
    public int of(int node, Key key) {
        return highest.getOrDefault(new Replica(node, key), 0);
    }
}
