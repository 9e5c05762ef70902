package org.cometkv.actors;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.seam.ReplicaReply;
import org.cometkv.actors.seam.Wire;
import org.cometkv.actors.signed.Signature;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** A remove at all neighbors of a key: every node that could hold a copy hears of it. */
final class RemoveOperation implements Operation<RemoveReply> {

    private final Key key;
    private final Version version;
    private final Caller caller;
    private final Value request;
    private final Optional<Signature> signature;
    private final Tally tally;

    RemoveOperation(
            Key key,
            Version version,
            Caller caller,
            Value request,
            Optional<Signature> signature,
            List<Contact> neighbors) {
        this.key = key;
        this.version = version;
        this.caller = caller;
        this.request = request;
        this.signature = signature;
        this.tally = new Tally(neighbors);
    }

    @Override
    public boolean isPatient() {
        return true;
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
    public Next<RemoveReply> begin() {
        if (tally.size() == 0) {
            return new Next.Broken<>(
                    CometException.Code.UNREACHABLE, "no node that could hold key " + key + " is known");
        }
        return new Next.Ask<>(tally.asked());
    }

    @Override
    public Next<RemoveReply> onReply(Contact replica, ReplicaReply reply) {
        tally.reply(replica, reply);
        return tally.pending() == 0 ? done() : new Next.Wait<>();
    }

    @Override
    public Next<RemoveReply> onSilent(Contact replica) {
        tally.silent(replica);
        return tally.pending() == 0 ? done() : new Next.Wait<>();
    }

    @Override
    public Next<RemoveReply> onTimeout() {
        return done();
    }

    private Next<RemoveReply> done() {
        List<Said> said = tally.said();
        int removed = tally.count(ReplicaReply.Removed.class);
        int refused = tally.count(ReplicaReply.Refused.class);
        int failed = tally.count(ReplicaReply.Failed.class);
        if (removed > refused + failed) {
            return new Next.Done<>(new RemoveReply.Removed(said));
        }
        if (refused > 0) {
            return new Next.Done<>(new RemoveReply.Refused(
                    tally.first(ReplicaReply.Refused.class).refusal(), said));
        }
        if (failed > 0) {
            return new Next.Done<>(new RemoveReply.Failed(
                    tally.first(ReplicaReply.Failed.class).failure(), said));
        }
        if (tally.unanswered() == 0) {
            return new Next.Done<>(new RemoveReply.NotFound(said));
        }
        return new Next.Broken<>(
                CometException.Code.TIMEOUT,
                tally.unanswered() + " of the " + tally.size() + " nodes asked for key " + key
                        + " did not answer in time");
    }
}
