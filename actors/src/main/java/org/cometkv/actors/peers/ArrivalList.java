package org.cometkv.actors.peers;

import java.util.Optional;

/**
 * A list of a peers' requests in the order of their arrival. Any of them leaves it at once: what was answered would
 * otherwise be held, with its answer, until all that came before it is over.
 *
 * <p>The links are in the requests, each of which is in one list at a time. Not thread-safe; owned by the Gateway.
 */
final class ArrivalList {

    private InboundRequests.Asked first;
    private InboundRequests.Asked last;

    Optional<InboundRequests.Asked> oldest() {
        return Optional.ofNullable(first);
    }

    /** @throws IllegalStateException if it is in a list already */
    void add(InboundRequests.Asked asked) {
        if (asked.list != null) {
            throw new IllegalStateException("the request " + asked.id() + " is in a list already");
        }
        asked.list = this;
        asked.previous = last;
        if (last == null) {
            first = asked;
        } else {
            last.next = asked;
        }
        last = asked;
    }

    void remove(InboundRequests.Asked asked) {
        if (asked.previous == null) {
            first = asked.next;
        } else {
            asked.previous.next = asked.next;
        }
        if (asked.next == null) {
            last = asked.previous;
        } else {
            asked.next.previous = asked.previous;
        }
        asked.list = null;
        asked.previous = null;
        asked.next = null;
    }
}
