package org.cometkv.testkit.planted;

import java.util.List;
import java.util.stream.Stream;
import org.cometkv.actors.wire.Wire;
import org.cometkv.testkit.network.FrameRule;

/** A rule of single items of frames. */
interface ItemRule {

    /** The items that arrive in place of this one. */
    Stream<Wire.Item> arriving(int from, int to, boolean isPaused, Wire.Item item);

    /** The same as a rule of frames. */
    static FrameRule ofFrames(ItemRule rule) {
        return (from, to, isPaused, frame) -> {
            List<Wire.Item> items = frame.items().stream()
                    .flatMap(item -> rule.arriving(from, to, isPaused, item))
                    .toList();
            return items.isEmpty()
                    ? List.of()
                    : List.of(new Wire.Frame(frame.from(), frame.clock(), items, frame.size()));
        };
    }
}
