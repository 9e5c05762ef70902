package org.cometkv.testkit.subscriptions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.cometkv.actors.Delivery;
import org.cometkv.aso.Value;

/** The rules of what one subscriber of a topic received, whose snapshots are the list of all it was told before. */
final class StreamRules {

    /** Characters of a position that say which stream it is in. */
    private static final int STREAM = 22;

    private final Received received;
    private final List<String> broken = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private Optional<Delivery.Message> last = Optional.empty();
    /** How many messages gaps told of since the last one; empty if a gap did not say, or a snapshot came. */
    private OptionalLong missing = OptionalLong.of(0);

    private StreamRules(Received received) {
        this.received = received;
    }

    /** The breaches by one subscriber. */
    static List<String> check(Received received) {
        StreamRules rules = new StreamRules(received);
        received.all.forEach(rules::next);
        return rules.broken;
    }

    private void next(Delivery delivery) {
        if (delivery instanceof Delivery.Message message) {
            message(message);
            last = Optional.of(message);
            missing = OptionalLong.of(0);
        } else if (delivery instanceof Delivery.Snapshot) {
            last = Optional.empty();
            missing = OptionalLong.empty();
        } else if (delivery instanceof Delivery.Gap gap) {
            missing = gap.missing().isPresent() && missing.isPresent()
                    ? OptionalLong.of(missing.getAsLong() + gap.missing().getAsLong())
                    : OptionalLong.empty();
        }
    }

    private void message(Delivery.Message message) {
        String stream = message.position().substring(0, STREAM);
        if (!seen.add(stream + " " + message.number())) {
            broken.add("message " + message.number() + " came twice in a stream");
        }
        if (last.isEmpty() || !last.get().position().startsWith(stream)) {
            return;
        }
        long before = last.get().number();
        if (message.number() <= before) {
            broken.add("message " + message.number() + " came after " + before);
        }
        long hole = message.number() - before - 1 - message.skipped();
        if (missing.isPresent() && hole != missing.getAsLong()) {
            broken.add("between " + before + " and " + message.number() + " " + hole + " messages are missing, and "
                    + missing.getAsLong() + " were told of");
        }
    }

    /** The breaches of completeness, of one that is subscribed at the quiet end, by what the topic holds then. */
    static List<String> complete(Received received, List<Value> held) {
        List<String> broken = new ArrayList<>();
        Set<Value> told = new LinkedHashSet<>();
        boolean isWhole = false;
        for (Delivery delivery : received.all) {
            if (delivery instanceof Delivery.Snapshot snapshot) {
                told.clear();
                told.addAll(snapshot.value().asList());
                isWhole = true;
            } else if (delivery instanceof Delivery.Gap) {
                isWhole = false;
            } else if (delivery instanceof Delivery.Message message && !told.add(message.value()) && isWhole) {
                broken.add("message " + message.value() + " was told of before");
            }
        }
        if (isWhole && received.isOpen()) {
            for (Value each : held) {
                if (!told.contains(each)) {
                    broken.add("the topic holds " + each + ", of which nothing was told, and no gap");
                }
            }
        }
        return broken;
    }
}
