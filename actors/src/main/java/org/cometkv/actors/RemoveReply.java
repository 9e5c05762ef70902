package org.cometkv.actors;

import java.util.List;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;

/** The reply to a remove. Each carries what every neighbor of the key said. */
public sealed interface RemoveReply {

    /** What each neighbor of the key said, closest first. */
    List<ReplicaResult> said();

    /** Most of those that held the object removed it. */
    record Removed(List<ReplicaResult> said) implements RemoveReply {}

    /** Most of those that hold the object said no. */
    record Refused(Refusal refusal, List<ReplicaResult> said) implements RemoveReply {}

    /** The handlers went wrong. */
    record Failed(Failure failure, List<ReplicaResult> said) implements RemoveReply {}

    /** No node held it. */
    record NotFound(List<ReplicaResult> said) implements RemoveReply {}

    /**
     * The reply, if it was removed.
     *
     * @throws CometException with code NOT_FOUND, REFUSED or FAILED where it was not
     */
    default Removed orElseThrow() {
        if (this instanceof Removed done) {
            return done;
        }
        if (this instanceof NotFound nothing) {
            throw CometException.notFound(nothing.said().size());
        }
        if (this instanceof Refused refused) {
            throw CometException.refused(refused.refusal());
        }
        throw CometException.failed(((Failed) this).failure());
    }
}
