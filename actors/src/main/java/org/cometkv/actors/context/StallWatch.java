package org.cometkv.actors.context;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.cometkv.actors.seam.Clock;

/**
 * A watch over the pauses of its own node: after one that is as long as {@code comet.members.stall-after} a new epoch
 * begins, because others may have gone on without the node. Thread-safe.
 *
 * <p>It beats once in 5/8 of that time, in the clock's own task so that an idle node handles no message for it. A
 * longer gap between a beat and the next look at the clock was a pause; whoever relies on the epoch looks first.
 */
public final class StallWatch {

    private final NodeContext node;
    private final LongConsumer stalled;
    private final Duration beat;
    private final long stallNanos;
    private volatile long lastNanos;
    private volatile Clock.ScheduledTask next = () -> {};
    private volatile boolean isStopped;

    /** @param stalled told of each pause, in milliseconds, once the new epoch has begun; on any thread */
    public StallWatch(NodeContext node, LongConsumer stalled) {
        this.node = node;
        this.stalled = stalled;
        this.stallNanos = node.settings().members().stallAfter().toNanos();
        // Seldom, for an idle node does nothing else; and with room for a late one, because an epoch costs a
        // comparison.
        this.beat = node.settings().members().stallAfter().multipliedBy(5).dividedBy(8);
        this.lastNanos = node.clock().nanos();
        node.published().watch(this::check);
    }

    /** Begins to beat. */
    public void start() {
        check();
        lastNanos = node.clock().nanos();
        if (!isStopped) {
            next = node.clock().after(beat, this::start);
        }
    }

    /** Beats no more. */
    public void stop() {
        isStopped = true;
        next.cancel();
    }

    /** Begins a new epoch if the node has just stood still. */
    public void check() {
        check(node.clock().nanos());
    }

    private void check(long nowNanos) {
        if (nowNanos - lastNanos >= stallNanos) {
            resume();
        }
    }

    private synchronized void resume() {
        long now = node.clock().nanos();
        long pause = now - lastNanos;
        if (pause < stallNanos) {
            return;
        }
        node.published().beginEpoch();
        lastNanos = now;
        stalled.accept(Clock.millis(pause));
    }
}
