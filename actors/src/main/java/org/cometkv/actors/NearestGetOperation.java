package org.cometkv.actors;

import java.util.List;
import java.util.function.ToLongFunction;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.Operation;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * A read of the owner that is nearest: of this node, if it is one, or of the one with the lowest round trip that is
 * known. Where that does not answer or holds nothing, it is a read of the first owner from then on.
 */
final class NearestGetOperation implements Operation<GetReply> {

    private final Key key;
    private final Caller caller;
    private final Value request;
    private final ReadOrder order;
    private ToLongFunction<Contact> roundTripMillis = node -> -1;

    NearestGetOperation(Key key, Caller caller, Value request, ReadOrder order) {
        this.key = key;
        this.caller = caller;
        this.request = request;
        this.order = order;
    }

    @Override
    public void measure(ToLongFunction<Contact> itsRoundTripMillis) {
        roundTripMillis = itsRoundTripMillis;
    }

    @Override
    public Wire.Request request(long id) {
        return new Wire.Get(id, key, caller, request, Wire.Read.OWN);
    }

    @Override
    public NextStep<GetReply> begin() {
        return nearest() < 0
                ? first()
                : new NextStep.Ask<>(List.of(order.nodes().get(nearest())));
    }

    /** The place of the nearest owner that is not suspect; the first of those that are as near; -1 if there is none. */
    private int nearest() {
        int nearest = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < order.live(); i++) {
            Contact node = order.nodes().get(i);
            long millis = roundTripMillis.applyAsLong(node);
            long known = millis < 0 ? Long.MAX_VALUE - 1 : millis;
            if (order.owners().contains(node) && known < least) {
                nearest = i;
                least = known;
            }
        }
        return nearest;
    }

    @Override
    public NextStep<GetReply> onReply(Contact replica, ReplicaReply reply) {
        return reply.isBusy() || reply.isNotHere() ? first() : new NextStep.Done<>(GetOperation.of(reply, replica, 1));
    }

    @Override
    public NextStep<GetReply> onSilent(Contact replica) {
        return first();
    }

    private NextStep<GetReply> first() {
        return new NextStep.Become<>(new GetOperation(key, caller, request, order));
    }

    @Override
    public GetReply refused(Refusal refusal, Contact self) {
        return GetOperation.refusal(refusal, self);
    }

    @Override
    public NextStep<GetReply> onTimeout() {
        return NextStep.Broken.late(1, 1, key);
    }
}
