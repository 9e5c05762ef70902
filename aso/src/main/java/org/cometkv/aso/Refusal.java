package org.cometkv.aso;

import java.util.OptionalLong;

/**
 * A typed "no": the request was understood and nothing was done.
 *
 * @param message one sentence that names the value and the bound where there is one
 * @param retryAfterMillis when asking again may help; empty where it will not
 */
public record Refusal(Reason reason, String message, OptionalLong retryAfterMillis) {

    /** Why; stable names that clients may branch on. Append only: the order is on the wire. */
    public enum Reason {
        /** The object's handler said no. */
        OBJECT,
        /** The object has no handler for it and the caller is not its writer. */
        NO_HANDLER,
        /** The object's rate or queue is full. */
        RATE_LIMITED,
        /** The node has too much to do. */
        BUSY,
        /** A value, script or key is over its limit, or a reserved field is out of its range. */
        INVALID,
        /** The node holds as much as it may. */
        QUOTA,
        /** The version is too far ahead of the clock, or the author signed a later one. */
        VERSION,
        /** The key is taken and the put asked for an empty one. */
        OCCUPIED,
        /** The node is not, or not yet, a member, or hosts no objects. */
        NOT_READY,
        /** The object is set aside after repeated failures. */
        SET_ASIDE,
        /** The object may not reach that key or node, or not do this at all. */
        NOT_ALLOWED,
        /** The message is of a kind or version that the node does not know. */
        UNKNOWN,
        /** The node takes others for the owners of the key than the sender does. */
        NOT_OWNER,
        /** The update is so old that the node may have run it before. */
        TOO_OLD,
        /** The change was taken back. */
        RETRACTED,
        /** A put of an empty key is older than what was there: the sender's clock is behind. */
        BEHIND
    }

    /** Whether asking again does not change it. */
    public boolean isFinal() {
        return retryAfterMillis.isEmpty();
    }

    /** A refusal that asking again does not change. */
    public static Refusal of(Reason reason, String message) {
        return new Refusal(reason, message, OptionalLong.empty());
    }

    /** A refusal that ends by itself. */
    public static Refusal retry(Reason reason, String message, long retryAfterMillis) {
        return new Refusal(reason, message, OptionalLong.of(retryAfterMillis));
    }
}
