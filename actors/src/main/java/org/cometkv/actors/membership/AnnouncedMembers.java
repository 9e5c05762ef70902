package org.cometkv.actors.membership;

import java.util.Collection;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Limits;
import org.slf4j.Logger;

/**
 * The members that the rest of the node is told of: those that have greeted, and which of them own keys by their limits.
 * Not thread-safe; owned by Membership.
 */
final class AnnouncedMembers {

    private final NodeContext node;
    private final ActorRef<GatewayMessage> gateway;
    private final ActorRef<RoutingTableManager.Command> routing;
    private final KnownMember self;
    private final Collection<KnownMember> members;
    private final LimitsRule limits;
    private final LeaveAnnouncement leave;
    private final Runnable untilAnswered;
    private final Logger log;

    /**
     * Nobody is announced yet.
     *
     * @param self the member that the node itself is, or will be
     * @param members all that there are at any moment
     * @param untilAnswered told of each greeting that is to be answered or repeated
     */
    AnnouncedMembers(
            NodeContext node,
            ActorRef<GatewayMessage> gateway,
            ActorRef<RoutingTableManager.Command> routing,
            KnownMember self,
            Collection<KnownMember> members,
            LeaveAnnouncement leave,
            Runnable untilAnswered,
            Logger log) {
        this.node = node;
        this.gateway = gateway;
        this.routing = routing;
        this.self = self;
        this.members = members;
        this.limits = new LimitsRule(node.settings().limits(), self, members);
        this.leave = leave;
        this.untilAnswered = untilAnswered;
        this.log = log;
    }

    /** The node itself became a member. */
    void joinedSelf() {
        self.contact = node.self();
        self.hostsObjects = node.settings().node().hostsObjects();
        limits.greeted(self, node.settings().limits(), Optional.empty());
        announce(self);
    }

    /** A member greeted. */
    void greeted(KnownMember member, Wire.Hello hello) {
        member.hostsObjects = hello.hostsObjects();
        if (hello.isAnswer()) {
            member.isToBeTold = false;
        }
        limits.greeted(member, hello.limits(), hello.inForce());
        limitsMayHaveChanged();
        announce(member);
    }

    /** This node knows its cluster and is about to be ready. */
    void settle() {
        limits.settle();
        limitsMayHaveChanged();
    }

    /** The member is none any more. */
    void gone(KnownMember member) {
        if (member.isAnnounced) {
            withdraw(member);
        }
        limits.left();
        limitsMayHaveChanged();
    }

    /** The member has to greet again before it owns keys. */
    void withdraw(KnownMember member) {
        member.isAnnounced = false;
        routing.tell(new RoutingTableManager.Gone(member.contact));
        gateway.tell(new Gateway.Forget(member.contact));
    }

    /** Tells of a member that has greeted, if that was not done yet. */
    void announce(KnownMember member) {
        if (!member.isMember || member.isAnnounced) {
            return;
        }
        member.isAnnounced = true;
        announceOwner(member);
        routing.tell(new RoutingTableManager.Joined(member.contact, member.isAnnouncedOwner));
        if (member.isSuspect) {
            tellSuspect(member);
        }
        if (member.isLeaving) {
            routing.tell(new RoutingTableManager.Leaving(member.contact));
        }
        leave.tell(member);
    }

    /** Tells whether a member is suspect, if others know of it. */
    void tellSuspect(KnownMember member) {
        if (member.isAnnounced) {
            routing.tell(new RoutingTableManager.Suspect(member.contact, member.isSuspect));
            gateway.tell(new Gateway.Suspect(member.contact, member.isSuspect));
        }
    }

    /** Publishes which limits are in force, and who owns keys by them. */
    private void limitsMayHaveChanged() {
        if (!limits.hasChanged()) {
            return;
        }
        boolean wasBelow = node.clusterLimits().isBelow();
        node.clusterLimits().publish(limits.inForce(), self.isBelow);
        for (KnownMember member : members) {
            if (member.isAnnounced && member.isAnnouncedOwner != member.ownsKeys()) {
                announceOwner(member);
                routing.tell(new RoutingTableManager.Owning(member.contact, member.isAnnouncedOwner));
            }
        }
        if (wasBelow != self.isBelow) {
            node.ready().fail(limits.fault());
            tellWhetherOwner();
        }
    }

    private void announceOwner(KnownMember member) {
        member.isAnnouncedOwner = member.ownsKeys();
        if (member.isBelow) {
            Limits lowest = limits.inForce().orElse(member.limits);
            log.warn(
                    "{}: {} owns no keys, because its limits are lower: {}",
                    node.self(),
                    member.contact,
                    LimitsRule.lacks(member.limits, lowest));
        }
    }

    /** All others are told that this node owns no keys, or owns some again, until they answer. */
    private void tellWhetherOwner() {
        for (KnownMember member : members) {
            if (member != self && member.contact != null) {
                member.isToBeTold = true;
                untilAnswered.run();
                gateway.tell(new Gateway.Greet(member.contact.host(), member.contact.port()));
            }
        }
    }
}
