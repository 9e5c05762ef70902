package org.cometkv.testkit.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.cometkv.actors.wire.Wire;
import org.cometkv.testkit.world.RandomStream;

/** The way of frames from one node to another: they keep their order. Not thread-safe; owned by a network. */
final class SimulatedLink {

    /** Artery's queue to a peer: what is over it is dropped without a word. */
    static final int QUEUE_MAX = 3_072;

    private final RandomStream random;
    /** Frames that came to a paused node; a network of many nodes has a million links, few of which ever hold any. */
    private Optional<Deque<Wire.Frame>> stalled = Optional.empty();

    private LinkRule rule = LinkRule.DEFAULT;
    private long lastNanos;

    SimulatedLink(RandomStream random) {
        this.random = random;
    }

    LinkRule rule() {
        return rule;
    }

    void set(LinkRule changed) {
        rule = changed;
    }

    RandomStream random() {
        return random;
    }

    /** When a frame that is sent now arrives: never before one that was sent before it. */
    long arrival(long nowNanos) {
        lastNanos = Math.max(lastNanos, nowNanos + rule.delay().drawNanos(random));
        return lastNanos;
    }

    /** Keeps a frame for a paused node; false if there is no room. */
    boolean stall(Wire.Frame frame) {
        if (stalled.isEmpty()) {
            stalled = Optional.of(new ArrayDeque<>());
        }
        return stalled.get().size() < QUEUE_MAX && stalled.get().add(frame);
    }

    /** The frames that waited, of which it keeps none. */
    Deque<Wire.Frame> release() {
        Deque<Wire.Frame> released = stalled.orElseGet(ArrayDeque::new);
        stalled = Optional.empty();
        return released;
    }
}
