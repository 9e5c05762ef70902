package org.cometkv.actors;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.Operation;
import org.cometkv.actors.requests.ReplicaReplies;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * A put at all owners of a key at once; an update at all its neighbors, because only the object knows how many replicas
 * it has, and whoever holds none does not count.
 *
 * <p>It is done when enough owners stored it or took it, and over as soon as that cannot be reached any more.
 */
final class PutOperation implements Operation<PutReply> {

    /** What is put, the same for every owner. */
    record Body(
            Key key,
            Caller caller,
            Script script,
            Value.Table fields,
            Wire.Condition condition,
            Optional<ObjectSignature> signature) {}

    private final Body body;
    private final Supplier<Version> versions;
    private final IntUnaryOperator acks;
    private Version version;
    private ReplicaReplies tally;
    private boolean isRepeated;

    /**
     * A put.
     *
     * @param acks how many of so many owners must store it or take it, 1 or more
     * @param versions gives a version newer than all that this node has heard of
     */
    PutOperation(Body body, List<Contact> owners, IntUnaryOperator acks, Supplier<Version> versions) {
        this.body = body;
        this.versions = versions;
        this.version = versions.get();
        this.tally = new ReplicaReplies(owners);
        this.acks = acks;
    }

    @Override
    public Wire.Request request(long id) {
        return new Wire.Put(
                id,
                body.key(),
                version,
                body.caller(),
                body.script(),
                body.fields(),
                body.condition(),
                body.signature());
    }

    @Override
    public PutReply refused(Refusal refusal, Contact self) {
        return new PutReply.Refused(refusal, List.of());
    }

    @Override
    public NextStep<PutReply> begin() {
        return tally.size() == 0 ? NextStep.Broken.nobodyKnown(body.key()) : new NextStep.Ask<>(tally.asked());
    }

    @Override
    public NextStep<PutReply> onReply(Contact replica, ReplicaReply reply) {
        tally.reply(replica, reply);
        return next();
    }

    @Override
    public NextStep<PutReply> onSilent(Contact replica) {
        tally.silent(replica);
        return next();
    }

    @Override
    public NextStep<PutReply> onTimeout() {
        return tooFew();
    }

    private NextStep<PutReply> next() {
        int taken = tally.count(ReplicaReply.Stored.class) + tally.count(ReplicaReply.Kept.class);
        int needed = needed();
        if (taken >= needed) {
            return new NextStep.Done<>(new PutReply.Stored(version, ReplicaResult.all(tally)));
        }
        if (taken + tally.unanswered() >= needed) {
            // A silent owner may still answer, but only the whole operation's deadline waits for it.
            return new NextStep.Wait<>();
        }
        if (!isRepeated && areAllBehind()) {
            return tally.pending() > 0 ? new NextStep.Wait<>() : repeat();
        }
        int refused = tally.count(ReplicaReply.Refused.class) + tally.count(ReplicaReply.Failed.class);
        return refused > 0 || tally.pending() == 0 ? tooFew() : new NextStep.Wait<>();
    }

    /*
     * This node's clock may be behind that of the node that put or removed the object last: then every owner refuses
     * the version. Their replies brought their clocks along, so a second version is newer. Once, and only if nobody
     * took the first one: a handler must not see the same put twice.
     */
    private NextStep<PutReply> repeat() {
        if (tally.unanswered() > 0) {
            return tooFew();
        }
        isRepeated = true;
        version = versions.get();
        tally = new ReplicaReplies(tally.asked());
        return new NextStep.Ask<>(tally.asked());
    }

    /** How many must take it, of those that hold the object or may do so. */
    private int needed() {
        return acks.applyAsInt(Math.max(1, tally.size() - tally.count(ReplicaReply.Absent.class)));
    }

    private boolean areAllBehind() {
        if (tally.count(ReplicaReply.Refused.class) == 0) {
            return false;
        }
        for (int i = 0; i < tally.size(); i++) {
            boolean isBehind = tally.reply(i) instanceof ReplicaReply.Refused refused
                    && refused.refusal().reason() == Refusal.Reason.VERSION;
            if (tally.reply(i) != null && !isBehind && !(tally.reply(i) instanceof ReplicaReply.Absent)) {
                return false;
            }
        }
        return true;
    }

    private NextStep<PutReply> tooFew() {
        List<ReplicaResult> said = ReplicaResult.all(tally);
        if (tally.count(ReplicaReply.Refused.class) > 0) {
            return new NextStep.Done<>(
                    new PutReply.Refused(tally.first(ReplicaReply.Refused.class).refusal(), said));
        }
        if (tally.count(ReplicaReply.Failed.class) > 0) {
            return new NextStep.Done<>(
                    new PutReply.Failed(tally.first(ReplicaReply.Failed.class).failure(), said));
        }
        if (tally.count(ReplicaReply.Absent.class) > 0 && tally.unanswered() == 0) {
            return new NextStep.Done<>(new PutReply.NotFound(said));
        }
        return NextStep.Broken.late(tally.unanswered() + " of the " + tally.size() + " owners of key " + body.key()
                + " did not answer in time; " + needed() + " must store it");
    }
}
