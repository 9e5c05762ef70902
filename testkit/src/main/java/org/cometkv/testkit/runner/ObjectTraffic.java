package org.cometkv.testkit.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.KitNode;
import org.cometkv.testkit.history.Run;
import org.cometkv.testkit.trace.Sent;

/**
 * The traffic of the objects under a scenario's keys, as seen in the frames between nodes. Not thread-safe; owned by a
 * runner.
 */
final class ObjectTraffic {

    private final CometTestKit kit;
    private final Supplier<Duration> now;
    private final Map<Key, String> names = new HashMap<>();
    private final List<Run.Traffic> all = new ArrayList<>();
    private Optional<Wire.Frame> last = Optional.empty();

    /** @param now virtual time since the scenario began */
    ObjectTraffic(CometTestKit kit, List<String> keys, Supplier<Duration> now) {
        this.kit = kit;
        this.now = now;
        keys.forEach(key -> names.put(Key.of(key), key));
    }

    /** Hears of a frame that a node sent. */
    void heard(int from, Sent sent) {
        // What is lost on its way was heard of before, and so was what the network makes twice of.
        boolean isAgain = last.isPresent() && last.get() == sent.frame();
        if (isAgain || sent.encoded().length == 0) {
            return;
        }
        last = Optional.of(sent.frame());
        for (Wire.Item item : sent.frame().items()) {
            if (item instanceof Wire.ObjectRequest request) {
                Optional<Key> object = request.caller().key();
                if (object.isPresent()) {
                    add(kit.node(from), object.get(), true, request);
                } else {
                    node(sent.to()).ifPresent(to -> add(to, request.key(), false, request));
                }
            }
        }
    }

    private void add(KitNode node, Key key, boolean isSent, Wire.ObjectRequest request) {
        String name = names.get(key);
        if (name != null) {
            all.add(new Run.Traffic(now.get(), node.number(), node.lives(), name, isSent, WireSize.of(request)));
        }
    }

    /** The node at an address of the kit; empty for a peer that a test plays. */
    private Optional<KitNode> node(String address) {
        return kit.nodes().stream()
                .filter(node -> node.isUp() && node.contact().address().equals(address))
                .findFirst();
    }

    List<Run.Traffic> all() {
        return all;
    }
}
