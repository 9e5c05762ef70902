package org.cometkv.actors.subscriptions;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.Operation;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;

/** A request to one node that does not wait for a silent one: another one may do. */
final class AskOnceOperation implements Operation<Optional<ReplicaReply>> {

    private final Contact node;
    private final LongFunction<Wire.Request> requests;

    /** @param requests makes the request with a number */
    AskOnceOperation(Contact node, LongFunction<Wire.Request> requests) {
        this.node = node;
        this.requests = requests;
    }

    @Override
    public Wire.Request request(long id) {
        return requests.apply(id);
    }

    @Override
    public NextStep<Optional<ReplicaReply>> begin() {
        return new NextStep.Ask<>(List.of(node));
    }

    @Override
    public NextStep<Optional<ReplicaReply>> onReply(Contact replica, ReplicaReply reply) {
        return new NextStep.Done<>(Optional.of(reply));
    }

    @Override
    public NextStep<Optional<ReplicaReply>> onSilent(Contact replica) {
        return new NextStep.Done<>(Optional.empty());
    }

    @Override
    public Optional<ReplicaReply> refused(Refusal refusal, Contact self) {
        return Optional.of(new ReplicaReply.Refused(refusal));
    }

    @Override
    public NextStep<Optional<ReplicaReply>> onTimeout() {
        return new NextStep.Done<>(Optional.empty());
    }
}
