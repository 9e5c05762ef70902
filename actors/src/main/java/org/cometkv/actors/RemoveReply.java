package org.cometkv.actors;

import java.util.List;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;

/** The reply to a remove. Each carries what every owner said. */
public sealed interface RemoveReply {

    /** What each owner of the key said, closest first; then the other neighbors that were asked. */
    List<ReplicaResult> said();

    /** Enough owners removed it, as many as have to store a put; the first one that is not suspect is among them. */
    record Removed(List<ReplicaResult> said) implements RemoveReply {}

    /** So many said no, or the first owner did, that it cannot be removed; where it was removed it is taken back. */
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
