package org.cometkv.actors;

import java.time.Duration;
import java.util.Optional;

/** The bounds of a timeout that a caller asks for: those of {@code comet.requests.timeout}, and never over it. */
final class CallTimeout {

    static final Duration MIN = Duration.ofMillis(10);

    private CallTimeout() {}

    /** @throws IllegalArgumentException if no node could take it */
    static Optional<Duration> of(Duration timeout) {
        if (timeout.compareTo(MIN) < 0) {
            throw new IllegalArgumentException("the timeout is " + shown(timeout) + "; it must be 10 ms or more");
        }
        return Optional.of(timeout);
    }

    /*
     * Other nodes rely on the deadline of the configuration: what they keep of a request (its answer, refused versions)
     * they keep for a time that follows from it.
     */

    /** @throws IllegalArgumentException if it is over the node's own */
    static void check(Duration timeout, Duration max) {
        if (timeout.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "the timeout is " + shown(timeout) + "; it must not be over comet.requests.timeout, " + shown(max));
        }
    }

    private static String shown(Duration time) {
        boolean isLong = time.compareTo(Duration.ofMillis(Long.MAX_VALUE)) > 0;
        return isLong ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
