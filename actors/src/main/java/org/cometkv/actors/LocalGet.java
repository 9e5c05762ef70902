package org.cometkv.actors;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.ReplyTo;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * A read whose first owner is this node. It needs no request table: the object's actor answers, or its mailbox or the
 * dead letters hand the request to the ReplicaManager, which does.
 */
final class LocalGet extends PendingReply<GetReply> implements ReplyTo {

    private final NodeContext node;
    private final Requester requester;
    private final Key key;
    private final Caller caller;
    private final Value request;
    private final Optional<Duration> timeout;
    private volatile Clock.ScheduledTask deadline;

    /** @param timeout of the whole read, if it is not the node's */
    LocalGet(NodeContext node, Requester requester, RequestCounts counts, Wire.Get get, Optional<Duration> timeout) {
        super(counts);
        this.node = node;
        this.requester = requester;
        this.key = get.key();
        this.caller = get.caller();
        this.request = get.request();
        this.timeout = timeout;
    }

    @Override
    public void reply(ReplicaReply reply) {
        if (!reply.isNotHere()) {
            done(GetOperation.of(reply, node.self(), 1));
            return;
        }
        List<Contact> order = ReadOrder.forRead(node.view(), key);
        boolean isFirst =
                !order.isEmpty() && order.get(0).id().equals(node.self().id());
        GetOperation rest = isFirst
                ? GetOperation.afterFirst(key, caller, request, order)
                : new GetOperation(key, caller, request, order);
        requester.begin(rest, this, timeout);
        actorEnded();
    }

    /** Most gets are answered at once, so that a deadline is set for the others only. */
    @Override
    public void willTakeLong(long arrivedNanos) {
        if (deadline != null) {
            return;
        }
        Clock clock = node.clock();
        Duration left = timeout.orElse(node.settings().requests().timeout()).minusNanos(clock.nanos() - arrivedNanos);
        deadline = clock.after(left.isNegative() ? Duration.ZERO : left, this::late);
        if (isDone()) {
            cancelDeadline();
        }
    }

    @Override
    public void done(GetReply reply) {
        super.done(reply);
        cancelDeadline();
    }

    @Override
    public void broken(NoReply reason, String message) {
        super.broken(reason, message);
        cancelDeadline();
    }

    private void cancelDeadline() {
        Clock.ScheduledTask set = deadline;
        if (set != null) {
            set.cancel();
        }
    }

    private void late() {
        broken(NoReply.LATE, "the object under key " + key + " did not answer in time");
    }

    @Override
    public void actorEnded() {
        node.closing().breaks(this);
    }
}
