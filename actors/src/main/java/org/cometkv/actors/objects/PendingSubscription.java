package org.cometkv.actors.objects;

import java.util.Optional;
import org.cometkv.actors.authorization.CallChain;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Result;
import org.cometkv.routing.Contact;

/** A subscriber on its way into one replica: asks the handler that decides, takes it in that event, and answers. */
record PendingSubscription(ReplicaState state, EventRunner events, Wire.Subscribe request) {

    void begin() {
        HostedObject asked = state.object();
        NodeContext node = state.context().node();
        Optional<Contact> subscriber = node.member(request.caller().node());
        if (subscriber.isEmpty() || request.caller().key().isPresent()) {
            state.requests()
                    .answer(new ReplicaReply.Refused(
                            Refusal.of(Refusal.Reason.NOT_ALLOWED, "members of the cluster subscribe, nobody else")));
        } else if (!node.view()
                .isOwner(asked.key(), asked.header().replicas(), node.self().id())) {
            // Changes do not come here any more.
            state.requests().answer(new ReplicaReply.Absent());
        } else {
            CallChain chain = CallChain.causedBy(request.caller(), asked.header());
            events.run(
                    asked,
                    new Event.Subscribe(request.caller(), request.request()),
                    chain,
                    outcome -> ended(asked, subscriber.get(), outcome));
        }
    }

    private void ended(HostedObject asked, Contact subscriber, Outcome outcome) {
        if (outcome.isCommitted()) {
            state.committed(asked, outcome.effects());
        }
        if (!outcome.isCommitted() || outcome.result() instanceof Result.Refused) {
            state.requests().answerNo(outcome);
        } else if (!state.holds(asked)) {
            state.requests().answer(new ReplicaReply.Absent());
        } else {
            state.requests().answer(state.streams().subscribe(request, subscriber, asked, outcome));
        }
    }
}
