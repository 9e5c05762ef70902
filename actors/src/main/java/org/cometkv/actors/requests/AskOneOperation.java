package org.cometkv.actors.requests;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;

/** A request to one node. It ends with its reply, or empty if none came in time. */
final class AskOneOperation implements Operation<Optional<ReplicaReply>> {

    private final Contact node;
    private final LongFunction<Wire.Request> requests;
    private final boolean waits;

    /**
     * @param requests makes the request with a number
     * @param waits whether it waits for a node that is silent
     */
    AskOneOperation(Contact node, LongFunction<Wire.Request> requests, boolean waits) {
        this.node = node;
        this.requests = requests;
        this.waits = waits;
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
        return waits ? new NextStep.Wait<>() : new NextStep.Done<>(Optional.empty());
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
