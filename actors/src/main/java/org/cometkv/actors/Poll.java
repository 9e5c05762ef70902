package org.cometkv.actors;

import java.util.List;
import org.cometkv.actors.seam.ReplicaReply;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** One question to all neighbors of a key, over as soon as each of them has answered or let its time pass. */
abstract class Poll<R> implements Operation<R> {

    final Key key;
    final Tally tally;

    Poll(Key key, List<Contact> neighbors) {
        this.key = key;
        this.tally = new Tally(neighbors);
    }

    /** What the answers come to; some of the nodes may not have given one. */
    abstract Next<R> done();

    @Override
    public final boolean isPatient() {
        return true;
    }

    @Override
    public final Next<R> begin() {
        return tally.size() == 0 ? Next.Broken.nobodyKnown(key) : new Next.Ask<>(tally.asked());
    }

    @Override
    public final Next<R> onReply(Contact replica, ReplicaReply reply) {
        tally.reply(replica, reply);
        return next();
    }

    @Override
    public final Next<R> onSilent(Contact replica) {
        tally.silent(replica);
        return next();
    }

    @Override
    public final Next<R> onTimeout() {
        return done();
    }

    private Next<R> next() {
        return tally.pending() == 0 ? done() : new Next.Wait<>();
    }
}
