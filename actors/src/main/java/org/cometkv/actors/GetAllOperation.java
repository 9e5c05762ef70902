package org.cometkv.actors;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.requests.AskAllOperation;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** A read of every replica: all neighbors of a key are asked, and each holder's own answer is given, closest first. */
final class GetAllOperation extends AskAllOperation<List<GetReply>> {

    private final Caller caller;
    private final Value request;

    GetAllOperation(Key key, Caller caller, Value request, List<Contact> neighbors) {
        super(key, neighbors);
        this.caller = caller;
        this.request = request;
    }

    @Override
    public Wire.Request request(long id) {
        return new Wire.Get(id, key, caller, request);
    }

    @Override
    public List<GetReply> refused(Refusal refusal, Contact self) {
        return List.of(new GetReply.Refused(refusal, new AnswerSource(self, 0, Usage.NONE)));
    }

    @Override
    protected NextStep<List<GetReply>> done() {
        if (tally.unanswered() == tally.size()) {
            return NextStep.Broken.late("none of the " + tally.size() + " nodes asked answered in time");
        }
        List<GetReply> answers = new ArrayList<>();
        for (int i = 0; i < tally.size(); i++) {
            ReplicaReply reply = tally.reply(i);
            if (reply != null && !reply.isNotHere()) {
                answers.add(GetOperation.of(reply, tally.asked().get(i), tally.size()));
            }
        }
        return new NextStep.Done<>(answers);
    }
}
