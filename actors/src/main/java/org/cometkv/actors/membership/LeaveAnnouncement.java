package org.cometkv.actors.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Wire;

/**
 * The announcement of a node that it leaves, which comes again until every member that answers knows it. Not
 * thread-safe; owned by Membership.
 */
final class LeaveAnnouncement {

    private final NodeContext node;
    private final ActorRef<GatewayMessage> gateway;
    private final Collection<KnownMember> members;
    private final Runnable untilAnswered;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean isLeaving;

    /**
     * The announcement of a node that does not leave yet.
     *
     * @param members all that there are at any moment
     * @param untilAnswered told of each announcement that is to be answered or repeated
     */
    LeaveAnnouncement(
            NodeContext node,
            ActorRef<GatewayMessage> gateway,
            Collection<KnownMember> members,
            Runnable untilAnswered) {
        this.node = node;
        this.gateway = gateway;
        this.members = members;
        this.untilAnswered = untilAnswered;
    }

    /** @param known told once all know that the node leaves */
    void begin(Runnable known) {
        waiting.add(known);
        isLeaving = true;
        repeat();
        check();
    }

    /** Tells whoever does not know it yet. */
    void repeat() {
        members.forEach(this::tell);
    }

    /** Tells the member, if the node leaves. */
    void tell(KnownMember member) {
        if (isLeaving && lacks(member)) {
            untilAnswered.run();
            gateway.tell(new Gateway.Announce(
                    member.contact, new Wire.Leaving(node.members().incarnation(), false)));
        }
    }

    /** Whoever is suspect is told as well, and not waited for. */
    void check() {
        if (!waiting.isEmpty() && members.stream().noneMatch(member -> lacks(member) && !member.isSuspect())) {
            List<Runnable> told = List.copyOf(waiting);
            waiting.clear();
            told.forEach(Runnable::run);
        }
    }

    private boolean lacks(KnownMember member) {
        return member.isAnnounced && !member.knowsLeave && !member.contact.equals(node.self());
    }
}
