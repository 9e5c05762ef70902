package org.cometkv.actors;

import java.util.List;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Version;

/** The reply to a put or an update. Each carries what every owner said. */
public sealed interface PutReply {

    /** What each owner of the key said, closest first; then the other neighbors that were asked. */
    List<ReplicaResult> said();

    /**
     * Enough owners stored it, or hold an object that took it; the first one that is not suspect is among them.
     *
     * @param reached whom the object's messages about it went to
     */
    record Stored(Version version, List<ReplicaResult> said, Reached reached) implements PutReply {}

    /** So many said no, or the first owner did, that it cannot be stored; where it was stored it is taken back. */
    record Refused(Refusal refusal, List<ReplicaResult> said) implements PutReply {}

    /** The script does not compile or run, or the handlers of the objects there went wrong. */
    record Failed(Failure failure, List<ReplicaResult> said) implements PutReply {}

    /** An update found nothing under the key. */
    record NotFound(List<ReplicaResult> said) implements PutReply {}

    /**
     * The reply, if enough owners stored it.
     *
     * @throws CometException with code NOT_FOUND, REFUSED or FAILED where it was not
     */
    default Stored orElseThrow() {
        if (this instanceof Stored done) {
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
