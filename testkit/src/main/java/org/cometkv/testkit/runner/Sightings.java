package org.cometkv.testkit.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.KitNode;
import org.cometkv.testkit.history.Run;

/**
 * The sightings of the replicas of a scenario's keys: each node is looked at whenever a line of the trace is about it,
 * which is before any other node hears of a change. Not thread-safe; owned by a runner.
 */
final class Sightings {

    private record Place(int node, int life, String key) {}

    private final CometTestKit kit;
    private final Supplier<Duration> now;
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Map<Place, KeyDigest> last = new HashMap<>();
    private final List<Run.Sighting> all = new ArrayList<>();

    /** @param now virtual time since the scenario began */
    Sightings(CometTestKit kit, List<String> keys, Supplier<Duration> now) {
        this.kit = kit;
        this.now = now;
        keys.forEach(key -> this.keys.put(key, Key.of(key)));
    }

    /** Looks at a node, if it is up. */
    void look(int number) {
        KitNode node = kit.node(number);
        if (!node.isUp()) {
            return;
        }
        keys.forEach((name, key) -> {
            KeyDigest digest = node.digest(key);
            Place place = new Place(number, node.lives(), name);
            // The first look at a life is kept, though it see nothing: what an earlier one held is gone.
            if (!digest.equals(last.put(place, digest))) {
                all.add(new Run.Sighting(now.get(), number, node.lives(), name, digest));
            }
        });
    }

    /** Looks at all nodes. */
    void lookAtAll() {
        kit.nodes().forEach(node -> look(node.number()));
    }

    List<Run.Sighting> all() {
        return all;
    }
}
