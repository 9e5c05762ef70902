package org.cometkv.testkit.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * A step of a scenario.
 *
 * @param at the instant of virtual time at which it runs, or at once if that is over; empty: after the step before it
 */
public record Step(Optional<Duration> at, Command command) {

    /** A step that runs as soon as the one before it is over. */
    public static Step of(Command command) {
        return new Step(Optional.empty(), command);
    }

    /** A step at an instant. */
    public static Step at(Duration instant, Command command) {
        return new Step(Optional.of(instant), command);
    }
}
