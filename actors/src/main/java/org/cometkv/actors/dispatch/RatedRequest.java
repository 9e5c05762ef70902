package org.cometkv.actors.dispatch;

import org.cometkv.aso.Refusal;

/**
 * A message that the {@link RateMailbox} of its receiver counts, and may refuse. Every other message passes.
 *
 * <p>Exactly one of three things happens to it: the actor receives it, {@link #refuse} or {@link #abandoned}. Both run
 * on whatever thread sends or ends the actor: they tell someone and return, and never throw.
 */
public interface RatedRequest {

    /** When it arrived at its receiver, in {@code Clock.nanos()}: a mailbox reads no clock. */
    long arrivedNanos();

    /** Whether it passes whatever the object's rate is, so few at a time that they cannot be a flood. */
    default boolean isUrgent() {
        return false;
    }

    /** Whether it changes the object: changes have a share of rate and queue that other requests cannot take. */
    default boolean isChange() {
        return false;
    }

    /** It is over the object's rate, or the object's queue is full: it was not enqueued. */
    void refuse(Refusal refusal);

    /** The actor ended before it looked at the request. */
    void abandoned();
}
