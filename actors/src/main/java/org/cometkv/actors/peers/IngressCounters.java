package org.cometkv.actors.peers;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counters of inbound traffic that was dropped, refused or answered from memory, by cause. Counted, not logged: a
 * sender of nonsense must not write this node's log.
 *
 * <p>Not thread-safe; owned by the Gateway.
 */
public final class IngressCounters {

    /** What was wrong with it. */
    public enum Kind {
        /** A frame whose sender's id belongs to a member at another address: dropped. */
        FORGED,
        /** A reply to no request that is out to that node: dropped. */
        UNASKED,
        /** An item of an unknown kind, or not as its kind is written: refused if somebody waits for it. */
        UNREAD,
        /** A part of a message that will never be whole; whoever waits for that is told once. */
        PART,
        /**
         * A request that came before under its number: answered from memory, or when the first one is. Or another
         * greeting in one frame: dropped.
         */
        REPEATED,
        /** A request of a peer that has sent more than it may: refused. */
        RATE_LIMITED,
        /** A greeting of a node that is no member, when such nodes have sent more than they may: dropped. */
        GREETING,
        /** A request of a peer while too much is in progress: refused. */
        BUSY,
        /**
         * A request that does not show a right to what it asks: a signature, grant or mandate does not hold, or an
         * object is out of its reach. Refused.
         */
        NOT_ALLOWED
    }

    private final long[] counts = new long[Kind.values().length];

    void count(Kind kind) {
        counts[kind.ordinal()]++;
    }

    /** All of them so far. */
    Map<Kind, Long> counts() {
        Map<Kind, Long> copy = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            copy.put(kind, counts[kind.ordinal()]);
        }
        return copy;
    }
}
