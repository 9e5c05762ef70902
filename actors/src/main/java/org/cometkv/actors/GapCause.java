package org.cometkv.actors;

/** A reason why messages did not reach a {@link Subscriber}, or why it begins anew with a snapshot. */
public enum GapCause {
    /** The subscriber, or its node, took too long. */
    CREDIT,
    /** The network lost them. */
    WIRE,
    /** The replica does not remember so many messages; {@code aso.history} says how many it does. */
    HISTORY,
    /** The replica's node failed or left, and another replica goes on. */
    MOVED,
    /** The replica took from the others what it had missed, and sent no messages for that. */
    REPAIRED,
    /** A put took the place of the object. */
    REPLACED,
    /** The position is none of this object. */
    POSITION,
    /** The replica was removed, and another one goes on. */
    REMOVED
}
