package org.cometkv.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.cometkv.actors.requests.AskAllOperation;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** The operation that asks all neighbors of a key how their replicas of its object stand. */
final class StatOperation extends AskAllOperation<StatReply> {

    private final LongFunction<Wire.Request> requests;

    /** @param requests makes the request with a number; it is answered with {@link ReplicaReply.Status} */
    StatOperation(Key key, List<Contact> neighbors, LongFunction<Wire.Request> requests) {
        super(key, neighbors);
        this.requests = requests;
    }

    @Override
    public Wire.Request request(long id) {
        return requests.apply(id);
    }

    @Override
    public StatReply refused(Refusal refusal, Contact self) {
        return new StatReply.Refused(refusal);
    }

    @Override
    protected NextStep<StatReply> done() {
        List<ObjectStat> replicas = new ArrayList<>();
        for (int i = 0; i < tally.size(); i++) {
            if (tally.reply(i) instanceof ReplicaReply.Status status) {
                replicas.add(ObjectStat.of(tally.asked().get(i), status));
            }
        }
        if (!replicas.isEmpty()) {
            return new NextStep.Done<>(new StatReply.Found(replicas, tally.size()));
        }
        if (tally.count(ReplicaReply.Refused.class) > 0) {
            return new NextStep.Done<>(new StatReply.Refused(
                    tally.first(ReplicaReply.Refused.class).refusal()));
        }
        if (tally.unanswered() == 0) {
            return new NextStep.Done<>(new StatReply.NotFound(tally.size()));
        }
        return NextStep.Broken.late(tally.unanswered(), tally.size(), key);
    }
}
