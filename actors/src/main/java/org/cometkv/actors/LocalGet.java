package org.cometkv.actors;

import java.time.Duration;
import java.util.Optional;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.ReplyTo;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;

/**
 * A read whose first owner is this node. It needs no request table: the object's actor answers, or its mailbox or the
 * dead letters hand the request to the ReplicaManager, which does; and {@link PendingReplies} has its deadline.
 */
final class LocalGet extends PendingReply<GetReply> implements ReplyTo {

    private final NodeContext node;
    private final Requester requester;
    private final Wire.Get get;
    private final Optional<Duration> timeout;
    /** The deadline of a read with a time of its own; null for others. */
    private volatile Clock.ScheduledTask ownDeadline;

    private volatile boolean isHandedOn;

    /** @param timeout of the whole read, if it is not the node's */
    LocalGet(NodeContext node, Requester requester, RequestCounts counts, Wire.Get get, Optional<Duration> timeout) {
        super(counts);
        this.node = node;
        this.requester = requester;
        this.get = get;
        this.timeout = timeout;
    }

    /** Sets the deadline of a read with a time of its own. */
    void begin() {
        timeout.ifPresent(time -> ownDeadline = node.clock().after(time, this::late));
    }

    @Override
    public void reply(ReplicaReply reply) {
        if (!reply.isNotHere()) {
            done(GetOperation.of(reply, node.self(), 1));
            return;
        }
        ReadOrder order = ReadOrder.of(
                node::view, get.key(), node.settings().replication().replicas());
        boolean isFirst = reply instanceof ReplicaReply.Absent
                && order.size() > 0
                && order.nodes().get(0).id().equals(node.self().id());
        GetOperation rest = isFirst
                ? GetOperation.afterFirst(get.key(), get.caller(), get.request(), order)
                : new GetOperation(get.key(), get.caller(), get.request(), order);
        isHandedOn = true;
        cancelDeadline();
        requester.begin(rest, this, Optional.of(left()));
        actorEnded();
    }

    private void cancelDeadline() {
        Clock.ScheduledTask set = ownDeadline;
        if (set != null) {
            set.cancel();
        }
    }

    private Duration left() {
        Duration all = timeout.orElse(node.settings().requests().timeout());
        Duration left = all.minusNanos(node.clock().nanos() - enteredNanos());
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    void ended() {
        super.ended();
        cancelDeadline();
    }

    @Override
    Duration grace() {
        return isHandedOn ? PendingReplies.GRACE : Duration.ZERO;
    }

    @Override
    void late() {
        broken(NoReply.LATE, "the object under key " + get.key() + " did not answer in time");
    }

    @Override
    public void actorEnded() {
        node.closing().breaks(this);
    }
}
