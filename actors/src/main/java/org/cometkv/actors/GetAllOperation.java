package org.cometkv.actors;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.seam.ReplicaReply;
import org.cometkv.actors.seam.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** A read of every replica: all neighbors of a key are asked, and each holder's own answer is given, closest first. */
final class GetAllOperation implements Operation<List<GetReply>> {

    private final Key key;
    private final Caller caller;
    private final Value request;
    private final Tally tally;

    GetAllOperation(Key key, Caller caller, Value request, List<Contact> neighbors) {
        this.key = key;
        this.caller = caller;
        this.request = request;
        this.tally = new Tally(neighbors);
    }

    @Override
    public boolean isPatient() {
        return true;
    }

    @Override
    public Wire.Request request(long id) {
        return new Wire.Get(id, key, caller, request);
    }

    @Override
    public List<GetReply> refused(Refusal refusal, Contact self) {
        return List.of(new GetReply.Refused(refusal, new Answer(self, 0, Usage.NONE)));
    }

    @Override
    public Next<List<GetReply>> begin() {
        if (tally.size() == 0) {
            return new Next.Broken<>(
                    CometException.Code.UNREACHABLE, "no node that could hold key " + key + " is known");
        }
        return new Next.Ask<>(tally.asked());
    }

    @Override
    public Next<List<GetReply>> onReply(Contact replica, ReplicaReply reply) {
        tally.reply(replica, reply);
        return tally.pending() == 0 ? done() : new Next.Wait<>();
    }

    @Override
    public Next<List<GetReply>> onSilent(Contact replica) {
        tally.silent(replica);
        return tally.pending() == 0 ? done() : new Next.Wait<>();
    }

    @Override
    public Next<List<GetReply>> onTimeout() {
        return done();
    }

    private Next<List<GetReply>> done() {
        if (tally.unanswered() == tally.size()) {
            return new Next.Broken<>(
                    CometException.Code.TIMEOUT, "none of the " + tally.size() + " nodes asked answered in time");
        }
        List<GetReply> answers = new ArrayList<>();
        for (int i = 0; i < tally.size(); i++) {
            ReplicaReply reply = tally.reply(i);
            if (reply != null && !GetOperation.isNotHere(reply)) {
                answers.add(GetOperation.of(reply, tally.asked().get(i), tally.size()));
            }
        }
        return new Next.Done<>(answers);
    }
}
