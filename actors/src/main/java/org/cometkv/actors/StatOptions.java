package org.cometkv.actors;

import java.time.Duration;
import java.util.Optional;

/**
 * The options of a stat or a release. Immutable; each method returns a changed copy.
 *
 * @see Comet#stat(String, StatOptions)
 * @see Comet#release(String, StatOptions)
 */
public final class StatOptions {

    /** Within {@code comet.requests.timeout}. */
    public static final StatOptions DEFAULT = new StatOptions(Optional.empty());

    private final Optional<Duration> timeout;

    private StatOptions(Optional<Duration> timeout) {
        this.timeout = timeout;
    }

    /**
     * Ends by then, with what was told until then, or with the code TIMEOUT.
     *
     * @param time 10 ms or more; a call with more than {@code comet.requests.timeout} throws
     * @throws IllegalArgumentException if it is below
     */
    public StatOptions timeout(Duration time) {
        return new StatOptions(CallTimeout.of(time));
    }

    Optional<Duration> timeout() {
        return timeout;
    }
}
