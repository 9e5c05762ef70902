package org.cometkv.actors;

import java.util.Optional;
import org.cometkv.actors.coordination.ChangeKind;
import org.cometkv.actors.requests.ReplicaReplies;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.wire.Terms;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;

/** A remove, the same for every owner. */
record RemoveChange(Key key, Caller caller, Value request, Optional<ObjectSignature> signature, Terms.Saved saved)
        implements ChangeKind<RemoveReply> {

    @Override
    public Wire.Condition condition() {
        return Wire.Condition.IF_PRESENT;
    }

    @Override
    public Wire.Change request(long id, Version version, Terms terms) {
        return new Wire.Remove(id, key, version, caller, request, signature, terms.saved(saved));
    }

    @Override
    public RemoveReply acknowledged(Version version, ReplicaReplies said) {
        return new RemoveReply.Removed(ReplicaResult.all(said));
    }

    @Override
    public RemoveReply notFound(ReplicaReplies said) {
        return new RemoveReply.NotFound(ReplicaResult.all(said));
    }

    @Override
    public RemoveReply refused(Refusal refusal, ReplicaReplies said) {
        return new RemoveReply.Refused(refusal, ReplicaResult.all(said));
    }

    @Override
    public RemoveReply failed(Failure failure, ReplicaReplies said) {
        return new RemoveReply.Failed(failure, ReplicaResult.all(said));
    }

    @Override
    public String word() {
        return "remove";
    }
}
