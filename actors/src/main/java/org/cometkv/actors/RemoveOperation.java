package org.cometkv.actors;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.requests.AskAllOperation;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** A remove at all neighbors of a key: every node that could hold a copy hears of it. */
final class RemoveOperation extends AskAllOperation<RemoveReply> {

    private final Version version;
    private final Caller caller;
    private final Value request;
    private final Optional<ObjectSignature> signature;

    RemoveOperation(
            Key key,
            Version version,
            Caller caller,
            Value request,
            Optional<ObjectSignature> signature,
            List<Contact> neighbors) {
        super(key, neighbors);
        this.version = version;
        this.caller = caller;
        this.request = request;
        this.signature = signature;
    }

    @Override
    public Wire.Request request(long id) {
        return new Wire.Remove(id, key, version, caller, request, signature);
    }

    @Override
    public RemoveReply refused(Refusal refusal, Contact self) {
        return new RemoveReply.Refused(refusal, List.of());
    }

    @Override
    protected NextStep<RemoveReply> done() {
        List<ReplicaResult> said = ReplicaResult.all(tally);
        int removed = tally.count(ReplicaReply.Removed.class);
        int refused = tally.count(ReplicaReply.Refused.class);
        int failed = tally.count(ReplicaReply.Failed.class);
        if (removed > refused + failed) {
            return new NextStep.Done<>(new RemoveReply.Removed(said));
        }
        if (refused > 0) {
            return new NextStep.Done<>(new RemoveReply.Refused(
                    tally.first(ReplicaReply.Refused.class).refusal(), said));
        }
        if (failed > 0) {
            return new NextStep.Done<>(new RemoveReply.Failed(
                    tally.first(ReplicaReply.Failed.class).failure(), said));
        }
        if (tally.unanswered() == 0) {
            return new NextStep.Done<>(new RemoveReply.NotFound(said));
        }
        return NextStep.Broken.late(tally.unanswered(), tally.size(), key);
    }
}
