package org.cometkv.actors;

import java.util.ArrayList;
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
 * <p>NotFound when every owner that is not suspect, and a majority of all, said so: an object with another number of
 * replicas is at the first of them as well.
 */
final class GetOperation implements Operation<GetReply> {

    private static final long LOOK_AGAIN_MILLIS = 250;

    private final Key key;
    private final Caller caller;
    private final Value request;
    private final ReadOrder order;
    private final List<Contact> absent = new ArrayList<>(2);
    private int asked;
    private int outstanding;
    private Optional<GetReply> busy = Optional.empty();

    /** A read that begins at the head of the order. */
    GetOperation(Key key, Caller caller, Value request, ReadOrder order) {
        this.key = key;
        this.caller = caller;
        this.request = request;
        this.order = order;
    }

    /** A read whose first node was asked already and holds nothing. */
    static GetOperation afterFirst(Key key, Caller caller, Value request, ReadOrder order) {
        GetOperation get = new GetOperation(key, caller, request, order);
        get.absent.add(order.nodes().get(0));
        get.asked = 1;
        return get;
    }

    @Override
    public Wire.Request request(long id) {
        // Only if all that come before it said so is it known that they hold nothing.
        boolean isAfterAbsent = asked > 1 && absent.size() == asked - 1;
        return new Wire.Get(id, key, caller, request, isAfterAbsent ? Wire.Read.AFTER_ABSENT : Wire.Read.FIRST);
    }

    @Override
    public GetReply refused(Refusal refusal, Contact self) {
        return refusal(refusal, self);
    }

    /** The reply of a read that is refused before it began. */
    static GetReply refusal(Refusal refusal, Contact self) {
        return new GetReply.Refused(refusal, new AnswerSource(self, 0, Usage.NONE));
    }

    @Override
    public NextStep<GetReply> begin() {
        return next();
    }

    @Override
    public NextStep<GetReply> onReply(Contact replica, ReplicaReply reply) {
        outstanding--;
        if (reply instanceof ReplicaReply.Absent) {
            absent.add(replica);
            return order.isAbsence(absent) ? new NextStep.Done<>(new GetReply.NotFound(asked)) : next();
        }
        if (reply.isBusy() || reply.isNotHere()) {
            busy = Optional.of(of(reply, replica, asked));
            return next();
        }
        return new NextStep.Done<>(of(reply, replica, asked));
    }

    @Override
    public NextStep<GetReply> onSilent(Contact replica) {
        return order.isAbsence(absent) ? new NextStep.Done<>(new GetReply.NotFound(asked)) : next();
    }

    /** Who was only silent may be suspect by now. */
    @Override
    public NextStep<GetReply> onAlarm() {
        return onSilent(null);
    }

    @Override
    public NextStep<GetReply> onTimeout() {
        return NextStep.Broken.late(asked - absent.size(), asked, key);
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
            return new NextStep.Ask<>(List.of(order.nodes().get(asked++)));
        }
        if (outstanding > 0) {
            return new NextStep.Alarm<>(LOOK_AGAIN_MILLIS, new NextStep.Wait<>());
        }
        if (busy.isPresent()) {
            // It may hold the object: nobody can say that there is none.
            return new NextStep.Done<>(busy.get());
        }
        return order.size() == 0 ? NextStep.Broken.nobodyKnown(key) : new NextStep.Done<>(new GetReply.NotFound(asked));
    }
}
