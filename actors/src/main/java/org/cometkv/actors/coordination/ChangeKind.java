package org.cometkv.actors.coordination;

import java.util.Optional;
import org.cometkv.actors.requests.ReplicaReplies;
import org.cometkv.actors.wire.Terms;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;

/** A kind of change: its message, and the replies to whoever asked for it. */
public interface ChangeKind<R> {

    Key key();

    /** When it applies; a remove is of an occupied key. */
    Wire.Condition condition();

    /** The message that asks one owner. */
    Wire.Change request(long id, Version version, Terms terms);

    /** It is acknowledged. */
    R acknowledged(Version version, ReplicaReplies said);

    /** There was nothing to change. */
    R notFound(ReplicaReplies said);

    /** It was refused. */
    R refused(Refusal refusal, ReplicaReplies said);

    /** A handler went wrong. */
    R failed(Failure failure, ReplicaReplies said);

    /** The word for it in a sentence: "put". */
    String word();

    /** The reply to a change that a node refused for good, or for now until the time was over. */
    default R refused(Optional<Refusal> refusal, Optional<Failure> failure, ReplicaReplies said) {
        if (failure.isPresent()) {
            return failed(failure.get(), said);
        }
        String newer = "what is held is newer than the " + word();
        return refused(refusal.orElseGet(() -> Refusal.of(Refusal.Reason.OCCUPIED, newer)), said);
    }
}
