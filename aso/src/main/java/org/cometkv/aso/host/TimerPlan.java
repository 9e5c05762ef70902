package org.cometkv.aso.host;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cometkv.aso.Effect;

/**
 * An object's named timers as the event in hand leaves them, so that it arms no more than an object may have.
 *
 * <p>Nothing is armed here: the effects of the event do that once it has ended well. Not thread-safe; owned by whoever
 * hosts the object.
 */
public final class TimerPlan {

    private final Set<String> names;
    private final int max;

    /**
     * The plan of an event that begins.
     *
     * @param armed the named timers of the object
     * @param max how many of them an object may have
     */
    public TimerPlan(Set<String> armed, int max) {
        this.names = new HashSet<>(armed);
        this.max = max;
    }

    /** Takes or frees the place of an effect's timer: why there is none; empty if all is well, or it sets no timer. */
    public Optional<String> admit(Effect effect) {
        if (effect instanceof Effect.Cancel cancel) {
            names.remove(cancel.name());
        }
        if (!(effect instanceof Effect.After after) || names.contains(after.name())) {
            return Optional.empty();
        }
        if (names.size() >= max) {
            return Optional.of("the object has " + max + " named timers");
        }
        names.add(after.name());
        return Optional.empty();
    }
}
