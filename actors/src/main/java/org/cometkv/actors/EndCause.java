package org.cometkv.actors;

/** A reason why a subscription ends by itself. */
public enum EndCause {
    /** The subscriber was too slow, and its options say {@link SlowPolicy#DISCONNECT}. */
    SLOW,
    /** No node holds the object any more. */
    REMOVED,
    /** The object's {@code onSubscribe} refuses the subscriber now, or goes wrong. */
    REFUSED,
    /** It was disconnected, {@link Comet#disconnect}. */
    DISCONNECTED,
    /** A method of the {@link Subscriber} threw an exception. */
    BROKEN,
    /** The node closes. */
    CLOSED
}
