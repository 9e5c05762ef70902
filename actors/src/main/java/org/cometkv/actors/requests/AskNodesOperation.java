package org.cometkv.actors.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Reply;
import org.cometkv.routing.Contact;

/** A request of an object to several nodes: every answer that arrives in time, in order of arrival. */
public final class AskNodesOperation implements Operation<Reply> {

    private final LongFunction<Wire.Request> requests;
    private final ReplicaReplies replies;
    private final IntPredicate room;
    private final List<Reply.Held> held = new ArrayList<>();

    /** A request whose answers are dropped. */
    public AskNodesOperation(List<Contact> nodes, LongFunction<Wire.Request> requests) {
        this(nodes, requests, bytes -> false);
    }

    /**
     * A request whose answers somebody waits for.
     *
     * @param requests makes the request with a number
     * @param room makes room for an answer of so many bytes; without it the answer is dropped
     */
    public AskNodesOperation(List<Contact> nodes, LongFunction<Wire.Request> requests, IntPredicate room) {
        this.replies = new ReplicaReplies(nodes);
        this.requests = requests;
        this.room = room;
    }

    @Override
    public Wire.Request request(long id) {
        return requests.apply(id);
    }

    @Override
    public NextStep<Reply> begin() {
        return replies.size() == 0 ? onTimeout() : new NextStep.Ask<>(replies.asked());
    }

    @Override
    public NextStep<Reply> onReply(Contact replica, ReplicaReply reply) {
        replies.reply(replica, reply);
        if (reply instanceof ReplicaReply.Answered answered && room.test(WireSize.of(answered.value()))) {
            held.add(new Reply.Held(NodeHandle.of(replica), answered.value()));
        }
        return replies.pending() == 0 ? onTimeout() : new NextStep.Wait<>();
    }

    @Override
    public boolean isPatient() {
        return true;
    }

    /** A handler may take its time, but then its node says so: one that says nothing is not waited for. */
    @Override
    public NextStep<Reply> onSilent(Contact replica) {
        replies.silent(replica);
        return replies.pending() == 0 ? onTimeout() : new NextStep.Wait<>();
    }

    @Override
    public Reply refused(Refusal refusal, Contact self) {
        return new Reply.Denied(refusal.message());
    }

    @Override
    public NextStep<Reply> onTimeout() {
        return new NextStep.Done<>(new Reply.Values(held));
    }
}
