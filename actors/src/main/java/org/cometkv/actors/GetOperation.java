package org.cometkv.actors;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.Operation;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * A read of one replica: the first owner, and the next one when that is silent, busy or does not hold the object.
 *
 * <p>NotFound only when every neighbor of the key said so.
 */
final class GetOperation implements Operation<GetReply> {

    private final Key key;
    private final Caller caller;
    private final Value request;
    private final List<Contact> order;
    private int asked;
    private int absent;
    private int outstanding;
    private Optional<GetReply> busy = Optional.empty();

    /**
     * A read that begins at the head of the list.
     *
     * @param order whom to ask, one after the other
     */
    GetOperation(Key key, Caller caller, Value request, List<Contact> order) {
        this(key, caller, request, order, 0);
    }

    private GetOperation(Key key, Caller caller, Value request, List<Contact> order, int absent) {
        this.key = key;
        this.caller = caller;
        this.request = request;
        this.order = List.copyOf(order);
        this.asked = absent;
        this.absent = absent;
    }

    /** A read whose first node was asked already and holds nothing. */
    static GetOperation afterFirst(Key key, Caller caller, Value request, List<Contact> order) {
        return new GetOperation(key, caller, request, order, 1);
    }

    @Override
    public Wire.Request request(long id) {
        return new Wire.Get(id, key, caller, request);
    }

    @Override
    public GetReply refused(Refusal refusal, Contact self) {
        return new GetReply.Refused(refusal, new AnswerSource(self, 0, Usage.NONE));
    }

    @Override
    public NextStep<GetReply> begin() {
        return next();
    }

    @Override
    public NextStep<GetReply> onReply(Contact replica, ReplicaReply reply) {
        outstanding--;
        if (reply.isBusy()) {
            busy = Optional.of(of(reply, replica, asked));
            return next();
        }
        if (reply.isNotHere()) {
            absent++;
            return next();
        }
        return new NextStep.Done<>(of(reply, replica, asked));
    }

    @Override
    public NextStep<GetReply> onSilent(Contact replica) {
        return asked < order.size() ? next() : new NextStep.Wait<>();
    }

    @Override
    public NextStep<GetReply> onTimeout() {
        return NextStep.Broken.late(asked - absent, asked, key);
    }

    /** What a replica's reply means to a reader. */
    static GetReply of(ReplicaReply reply, Contact replica, int asked) {
        if (reply instanceof ReplicaReply.Answered answered) {
            AnswerSource answer = new AnswerSource(replica, asked, answered.usage());
            return answered.value() == Value.NIL
                    ? new GetReply.Empty(answer)
                    : new GetReply.Found(answered.value(), answer);
        }
        if (reply instanceof ReplicaReply.Refused refused) {
            return new GetReply.Refused(refused.refusal(), new AnswerSource(replica, asked, refused.usage()));
        }
        if (reply instanceof ReplicaReply.Failed failed) {
            return new GetReply.Failed(failed.failure(), new AnswerSource(replica, asked, failed.usage()));
        }
        throw new IllegalStateException("no reply to a get: " + reply);
    }

    private NextStep<GetReply> next() {
        if (asked < order.size()) {
            outstanding++;
            return new NextStep.Ask<>(List.of(order.get(asked++)));
        }
        if (outstanding > 0) {
            return new NextStep.Wait<>();
        }
        if (busy.isPresent()) {
            // It may hold the object: nobody can say that there is none.
            return new NextStep.Done<>(busy.get());
        }
        return order.isEmpty() ? NextStep.Broken.nobodyKnown(key) : new NextStep.Done<>(new GetReply.NotFound(asked));
    }
}
