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
 * The members that the rest of the node is told of: those that have greeted, and which of them own keys by their
 * limits. Not thread-safe; owned by Membership.
 */
final class AnnouncedMembers {

    private final NodeContext node;
    private final ActorRef<GatewayMessage> gateway;
    private final ActorRef<RoutingTableManager.Command> routing;
    private final KnownMember self;
    private final Collection<KnownMember> members;
    private final LimitsRule limits;
    private final IdHolders ids;
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
        this.ids = new IdHolders(self);
        this.leave = leave;
        this.untilAnswered = untilAnswered;
        this.log = log;
    }

    /** The cluster names the member. */
    void joined(KnownMember member) {
        ids.joined(member);
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
        member.wasReady |= hello.inForce().isPresent();
        limits.greeted(member, hello.limits(), hello.inForce());
        limitsMayHaveChanged();
        if (member.isAnnounced && !member.hostsObjects) {
            giveUpId(member);
        }
        announce(member);
    }

    /** It owns nothing, so that another one with its id comes first. */
    private void giveUpId(KnownMember member) {
        Optional<KnownMember> waiting = ids.release(member, members);
        if (waiting.isEmpty()) {
            ids.hold(member);
        } else {
            conceal(member);
            waiting.ifPresent(this::announce);
        }
    }

    /** This node knows its cluster and is about to be ready. */
    void settle() {
        self.wasReady = true;
        ids.settle();
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
        Optional<KnownMember> waiting = ids.release(member, members);
        conceal(member);
        waiting.ifPresent(this::announce);
    }

    private void conceal(KnownMember member) {
        member.isAnnounced = false;
        routing.tell(new RoutingTableManager.Gone(member.contact));
        gateway.tell(new Gateway.Forget(member.contact));
    }

    /** Tells of a member that has greeted, if that was not done yet. */
    void announce(KnownMember member) {
        if (!member.isMember || member.isAnnounced) {
            return;
        }
        Optional<KnownMember> holder = ids.other(member);
        if (holder.isPresent() && !hasId(member, holder.get())) {
            return;
        }
        ids.hold(member);
        member.isAnnounced = true;
        announceOwner(member);
        routing.tell(new RoutingTableManager.Joined(member.contact, member.isAnnouncedOwner));
        if (member.isSuspect()) {
            tellSuspect(member);
        }
        if (member.isLeaving) {
            routing.tell(new RoutingTableManager.Leaving(member.contact));
        }
        leave.tell(member);
    }

    /** Whether the member takes its id from another one that has it. */
    private boolean hasId(KnownMember member, KnownMember holder) {
        boolean isTaken = ids.isBefore(member, holder);
        KnownMember duplicate = isTaken ? holder : member;
        warn(duplicate, isTaken ? member : holder);
        if (duplicate == self) {
            endSelf(isTaken ? member : holder);
            return false;
        }
        if (holder == self) {
            // It is to hear whether this node was ready.
            member.isToBeTold = true;
            untilAnswered.run();
        }
        if (isTaken) {
            conceal(holder);
        }
        return isTaken;
    }

    private void warn(KnownMember duplicate, KnownMember holder) {
        if (!duplicate.isDuplicate) {
            duplicate.isDuplicate = true;
            log.warn(
                    "{}: {} has the id of {}, and owns no keys while that one is there; each node needs an id of its own",
                    node.self(),
                    duplicate.contact,
                    holder.contact);
        }
    }

    /** Nothing that this node did under the id of another would be where others look for it. */
    private void endSelf(KnownMember holder) {
        if (!node.closing().isClosed()) {
            node.closing()
                    .close("comet.node.id of this node, " + node.self() + ", is that of a member of its cluster, "
                            + holder.contact + "; each node needs an id of its own");
            routing.tell(new RoutingTableManager.Downed());
            self.hostsObjects = false;
            tellWhetherOwner();
        }
    }

    /** Tells whether a member is suspect, if others know of it. */
    void tellSuspect(KnownMember member) {
        if (member.isAnnounced) {
            routing.tell(new RoutingTableManager.Suspect(member.contact, member.isSuspect()));
            gateway.tell(new Gateway.Suspect(member.contact, member.isSuspect()));
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
