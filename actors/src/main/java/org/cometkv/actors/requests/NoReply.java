package org.cometkv.actors.requests;

/** A reason why an {@link Operation} ends without a reply. */
public enum NoReply {
    /** Too few nodes answered in time. */
    LATE,
    /** No node that could answer is known. */
    NOBODY_KNOWN,
    /** The node is closed. */
    CLOSED
}
