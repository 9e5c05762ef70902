package org.cometkv.actors.requests;

import java.util.List;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** A question to all neighbors of a key, over as soon as each of them has answered or let its time pass. */
public abstract class AskAllOperation<R> implements Operation<R> {

    protected final Key key;
    protected final ReplicaReplies tally;

    protected AskAllOperation(Key key, List<Contact> neighbors) {
        this.key = key;
        this.tally = new ReplicaReplies(neighbors);
    }

    /** The last step, after every node answered or let its time pass. */
    protected abstract NextStep<R> done();

    @Override
    public final boolean isPatient() {
        return true;
    }

    @Override
    public final NextStep<R> begin() {
        return tally.size() == 0 ? NextStep.Broken.nobodyKnown(key) : new NextStep.Ask<>(tally.asked());
    }

    @Override
    public final NextStep<R> onReply(Contact replica, ReplicaReply reply) {
        tally.reply(replica, reply);
        return next();
    }

    @Override
    public final NextStep<R> onSilent(Contact replica) {
        tally.silent(replica);
        return next();
    }

    @Override
    public final NextStep<R> onTimeout() {
        return done();
    }

    private NextStep<R> next() {
        return tally.pending() == 0 ? done() : new NextStep.Wait<>();
    }
}
