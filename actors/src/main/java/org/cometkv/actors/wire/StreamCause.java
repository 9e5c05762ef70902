package org.cometkv.actors.wire;

/** A reason why messages of a stream are missing, or why it ends. Append only: the order is on the wire. */
public enum StreamCause {
    /** The subscriber or its node took too long. */
    CREDIT,
    /** The network lost them. */
    WIRE,
    /** The replica's history does not reach that far. */
    HISTORY,
    /** The replica failed, left, or does not know the subscriber any more: another one goes on. */
    MOVED,
    /** The replica took what others hold, and sent no messages for it. */
    REPAIRED,
    /** A put took the place of the object. */
    REPLACED,
    /** The position is none of this key. */
    POSITION,
    /** The object is gone. */
    REMOVED
}
