package org.cometkv.testkit.network;

import java.time.Duration;
import java.util.Optional;
import org.cometkv.testkit.world.RandomStream;

/** The rule of how long a frame takes, drawn from the seed: within bounds, or as on a local network without them. */
public record DelayRule(Optional<Duration> least, Optional<Duration> most) {

    /*
     * On a local network most frames take a few hundred microseconds. Some take none and some next to none, because
     * only what comes at nearly the same time can change places; a few take milliseconds.
     */

    /** The rule of a local network. */
    public static final DelayRule LOCAL = new DelayRule(Optional.empty(), Optional.empty());

    /** The rule of a delay that is anywhere between these. */
    public static DelayRule between(Duration least, Duration most) {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException("a delay is from 0 up, not from " + least + " to " + most);
        }
        return new DelayRule(Optional.of(least), Optional.of(most));
    }

    long drawNanos(RandomStream random) {
        if (least.isPresent()) {
            long from = least.get().toNanos();
            return from + random.below(most.orElseThrow().toNanos() - from + 1);
        }
        int kind = random.below(100);
        if (kind < 10) {
            return 0;
        }
        if (kind < 30) {
            return random.below(50_000);
        }
        return kind < 97 ? 150_000 + random.below(650_000) : 1_000_000 + random.below(4_000_000);
    }
}
