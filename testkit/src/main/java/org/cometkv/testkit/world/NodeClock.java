package org.cometkv.testkit.world;

import java.time.Duration;
import org.cometkv.actors.seam.Clock;

/** The clock of one life of one node: virtual time, and a wall clock that can be wrong. Not thread-safe. */
public final class NodeClock implements Clock {

    /** The wall time at which every world begins, in milliseconds since 1970: 2026-01-01. */
    public static final long BEGIN_MILLIS = 1_767_225_600_000L;

    private final World world;
    private final Domain domain;
    private final double rate;
    private long skewNanos;
    private long aheadNanos;
    private Runnable listener = () -> {};

    /**
     * A clock.
     *
     * @param rate how much faster than virtual time its monotonic time goes; 1 for a good clock
     * @param skew how far its wall time is ahead
     */
    public NodeClock(World world, Domain domain, double rate, Duration skew) {
        if (!(rate >= 0.5 && rate <= 2)) {
            throw new IllegalArgumentException("the rate of a clock is 0.5 to 2, not " + rate);
        }
        this.world = world;
        this.domain = domain;
        this.rate = rate;
        this.skewNanos = skew.toNanos();
    }

    /** The wall time goes ahead by so much, or back; monotonic time does not notice. */
    public void jump(Duration by) {
        skewNanos += by.toNanos();
    }

    /** Its time goes ahead by so much, as it does within a step that takes long; what is due later stays due then. */
    public void pass(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not go back: pass(" + time + ")");
        }
        aheadNanos += time.toNanos();
    }

    /**
     * Runs a task each time the node asks for the wall time, before each event of an object that ends some day, for
     * one: what it throws is a bug of the node there.
     */
    public void listen(Runnable task) {
        listener = task;
    }

    /** The time by which its wall time is ahead of a good clock's. */
    public Duration skew() {
        return Duration.ofNanos(skewNanos);
    }

    @Override
    public long nanos() {
        world.requireThread();
        return own(world.nanos());
    }

    @Override
    public long wallMillis() {
        listener.run();
        return BEGIN_MILLIS + (nanos() + skewNanos) / 1_000_000L;
    }

    @Override
    public ScheduledTask after(Duration delay, Runnable task) {
        if (domain.isDead()) {
            return () -> {};
        }
        long wait = rate == 1 ? delay.toNanos() : (long) (delay.toNanos() / rate);
        return world.at(world.nanos() + wait, domain, task);
    }

    private long own(long nanos) {
        return (rate == 1 ? nanos : (long) (nanos * rate)) + aheadNanos;
    }
}
