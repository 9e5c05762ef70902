package org.cometkv.actors;

import java.util.List;
import org.cometkv.aso.Refusal;

/** The reply to a stat of an object, or to its release. */
public sealed interface StatReply {

    /**
     * Some nodes hold it.
     *
     * @param replicas each as its node tells it, closest to the key first
     * @param asked how many nodes were asked
     */
    record Found(List<ObjectStat> replicas, int asked) implements StatReply {
        public Found {
            replicas = List.copyOf(replicas);
        }
    }

    /** Every node said that it does not hold it. */
    record NotFound(int asked) implements StatReply {}

    /** No node told of it, and one at least said no. */
    record Refused(Refusal refusal) implements StatReply {}

    /**
     * The reply, if some nodes hold it.
     *
     * @throws CometException with code NOT_FOUND or REFUSED where none told of it
     */
    default Found orElseThrow() {
        if (this instanceof Found found) {
            return found;
        }
        if (this instanceof NotFound nothing) {
            throw CometException.notFound(nothing.asked());
        }
        throw CometException.refused(((Refused) this).refusal());
    }
}
