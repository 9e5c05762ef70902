package org.cometkv.actors.coordination;

import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.aso.Refusal;

/** A node's word on a change, as far as its acknowledgement depends on it. */
enum Said {
    /** It has not answered. */
    NOTHING,
    /** It stored, took or did it. */
    TAKEN,
    /** It holds what is newer. */
    SUPERSEDED,
    /** It holds nothing that could be changed. */
    ABSENT,
    /** It refused for good, or a handler went wrong. */
    REFUSED,
    /** It refused the put of an empty key because the version is older than what was there. */
    BEHIND,
    /** It refused for now. */
    LATER,
    /** It takes others for the owners. */
    NOT_OWNER,
    /** It is no member any more. */
    GONE;

    static Said of(ReplicaReply reply) {
        if (reply instanceof ReplicaReply.Stored
                || reply instanceof ReplicaReply.Kept
                || reply instanceof ReplicaReply.Removed) {
            return TAKEN;
        }
        if (reply instanceof ReplicaReply.Superseded) {
            return SUPERSEDED;
        }
        if (reply instanceof ReplicaReply.Absent) {
            return ABSENT;
        }
        return reply instanceof ReplicaReply.Refused refused ? of(refused.refusal()) : REFUSED;
    }

    private static Said of(Refusal refusal) {
        if (refusal.reason() == Refusal.Reason.NOT_OWNER) {
            return NOT_OWNER;
        }
        if (refusal.reason() == Refusal.Reason.BEHIND) {
            return BEHIND;
        }
        return refusal.retryAfterMillis().isPresent() ? LATER : REFUSED;
    }

    /** Whether the node need not be asked again. */
    boolean isLast() {
        return this != NOTHING && this != LATER && this != NOT_OWNER;
    }
}
