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
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;

/** A put or an update, the same for every owner. */
record PutChange(
        Key key,
        Caller caller,
        Script script,
        Value.Table fields,
        Wire.Condition condition,
        Optional<ObjectSignature> signature,
        Terms.Saved saved)
        implements ChangeKind<PutReply> {

    @Override
    public Wire.Change request(long id, Version version, Terms terms) {
        return new Wire.Put(id, key, version, caller, script, fields, condition, signature, terms.saved(saved));
    }

    @Override
    public PutReply acknowledged(Version version, ReplicaReplies said) {
        return new PutReply.Stored(version, ReplicaResult.all(said), Reached.of(said));
    }

    @Override
    public PutReply notFound(ReplicaReplies said) {
        return new PutReply.NotFound(ReplicaResult.all(said));
    }

    @Override
    public PutReply refused(Refusal refusal, ReplicaReplies said) {
        return new PutReply.Refused(refusal, ReplicaResult.all(said));
    }

    @Override
    public PutReply failed(Failure failure, ReplicaReplies said) {
        return new PutReply.Failed(failure, ReplicaResult.all(said));
    }

    @Override
    public String word() {
        return condition == Wire.Condition.IF_PRESENT ? "update" : "put";
    }
}
