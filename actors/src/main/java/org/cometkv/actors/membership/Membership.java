package org.cometkv.actors.membership;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;

/**
 * Brings together who the cluster says is a member and who has greeted: a node owns keys once it is both.
 *
 * <p>A member that has not greeted is greeted again until it answers.
 */
public final class Membership extends AbstractBehavior<Membership.Command> {

    /** What it can be told. */
    public sealed interface Command {}

    /** A node greeted. */
    public record Greeted(Contact node, Wire.Hello hello) implements Command {}

    /** Nobody listens at the address of a node any more. */
    public record Ended(Contact node) implements Command {}

    /** A member announced that it leaves, or answered that it knows that this node does. */
    public record Announced(Contact node, Wire.Leaving leaving) implements Command {}

    /**
     * This node leaves: it announces that until everyone who answers knows it.
     *
     * @param known told then, once, on this actor's thread
     */
    public record Leave(Runnable known) implements Command {}

    private record Changed(Members.Event event) implements Command {}

    private enum GreetAgain implements Command {
        TICK
    }

    /** The time that a node which joins waits for greetings is over. */
    private enum WaitOver implements Command {
        TICK
    }

    private final NodeContext node;
    private final ActorRef<GatewayMessage> gateway;
    private final ActorRef<RoutingTableManager.Command> routing;
    private final Map<String, KnownMember> byAddress = new LinkedHashMap<>();
    private final MinorityRule minority = new MinorityRule();
    private final DeadlineTask greetingAgain;
    private final DeadlineTask waitOver;
    private final LeaveAnnouncement leave;
    private final KnownMember self;
    private final AnnouncedMembers announcedMembers;
    /** Set while the node is not ready, from when on it knows whom it waits for. */
    private Optional<JoinedCluster> joinedCluster = Optional.empty();

    private boolean hasJoined;

    public static Behavior<Command> create(
            NodeContext node, ActorRef<GatewayMessage> gateway, ActorRef<RoutingTableManager.Command> routing) {
        return Behaviors.setup(context -> new Membership(context, node, gateway, routing));
    }

    private Membership(
            ActorContext<Command> context,
            NodeContext node,
            ActorRef<GatewayMessage> gateway,
            ActorRef<RoutingTableManager.Command> routing) {
        super(context);
        context.setLoggerName(RoutingTableManager.LOGGER);
        this.node = node;
        this.gateway = gateway;
        this.routing = routing;
        Duration retry = node.settings().members().greetingRetry();
        this.greetingAgain =
                new DeadlineTask(node.clock(), retry, () -> context.getSelf().tell(GreetAgain.TICK));
        this.waitOver =
                new DeadlineTask(node.clock(), retry, () -> context.getSelf().tell(WaitOver.TICK));
        this.leave = new LeaveAnnouncement(node, gateway, byAddress.values(), this::setGreetingAgain);
        this.self = new KnownMember(node.members().incarnation());
        this.announcedMembers = new AnnouncedMembers(
                node, gateway, routing, self, byAddress.values(), leave, this::setGreetingAgain, context.getLog());
        node.members().subscribe(context.messageAdapter(Members.Event.class, Changed::new));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Changed.class, this::onChanged)
                .onMessage(Greeted.class, this::onGreeted)
                .onMessage(Ended.class, this::onEnded)
                .onMessage(Announced.class, this::onAnnounced)
                .onMessage(Leave.class, this::onLeave)
                .onMessage(GreetAgain.class, this::onGreetAgain)
                .onMessage(WaitOver.class, this::onWaitOver)
                .onSignal(PostStop.class, this::onStopped)
                .build();
    }

    private Behavior<Command> onChanged(Changed changed) {
        Members.Event event = changed.event();
        if (event instanceof Members.Joined joined) {
            joined(joined);
        } else if (event instanceof Members.Known) {
            known();
        } else if (event instanceof Members.Suspected suspected) {
            suspect(suspected.host(), suspected.port(), suspected.incarnation(), true);
        } else if (event instanceof Members.Recovered recovered) {
            suspect(recovered.host(), recovered.port(), recovered.incarnation(), false);
        } else if (event instanceof Members.Gone gone) {
            gone(gone);
        } else if (event instanceof Members.Downed) {
            getContext().getLog().warn("{} was removed from its cluster and takes part no more", node.self());
            routing.tell(new RoutingTableManager.Downed());
        }
        checkMinority();
        leave.check();
        return this;
    }

    private void checkMinority() {
        if (minority.hasChanged()) {
            routing.tell(new RoutingTableManager.Minority(minority.isMinority()));
        }
    }

    /** It is suspect until it is heard of again: the cluster, which removes it, finds out later. */
    private Behavior<Command> onEnded(Ended ended) {
        KnownMember member = byAddress.get(ended.node().address());
        if (member != null && member.isAnnounced && ended.node().equals(member.contact)) {
            suspect(member, member.isUnreachable, true);
            checkMinority();
            leave.check();
            setGreetingAgain();
        }
        return this;
    }

    private void refuse(KnownMember member, Greeted greeted) {
        // Once: whoever greets again and again must not write this node's log.
        if (!member.isForeign) {
            getContext()
                    .getLog()
                    .warn(
                            "{} speaks protocol {}, this node {}: it owns no keys here",
                            greeted.node(),
                            greeted.hello().protocol(),
                            Wire.PROTOCOL);
        }
        member.isForeign = true;
        heard(greeted.node().address());
    }

    private Behavior<Command> onGreeted(Greeted greeted) {
        KnownMember member = byAddress.get(greeted.node().address());
        if (member == null) {
            // Whoever it is, anybody can greet: nothing is kept of it. It is greeted once the cluster names it.
            return this;
        }
        if (greeted.hello().protocol() != Wire.PROTOCOL) {
            refuse(member, greeted);
            return this;
        }
        if (member.incarnation != greeted.hello().incarnation()) {
            doubt(member);
            return this;
        }
        if (member.isAnnounced && !member.contact.equals(greeted.node())) {
            announcedMembers.withdraw(member);
        }
        member.contact = greeted.node();
        announcedMembers.greeted(member, greeted.hello());
        suspect(member, member.isUnreachable, false);
        checkMinority();
        heard(greeted.node().address());
        return this;
    }

    /**
     * Another life of the node greeted: it was started again, which comes to light before the cluster says so, or its
     * greeting is late. The member owns keys again once it greets itself.
     */
    private void doubt(KnownMember member) {
        if (member.isAnnounced) {
            announcedMembers.withdraw(member);
            greet(member.contact.host(), member.contact.port());
            joinedCluster.ifPresent(cluster -> cluster.doubted(member.contact.address()));
            member.contact = null;
        }
    }

    private Behavior<Command> onAnnounced(Announced announced) {
        KnownMember member = byAddress.get(announced.node().address());
        if (member == null || !announced.node().equals(member.contact)) {
            return this;
        }
        Wire.Leaving leaving = announced.leaving();
        if (leaving.isAnswer()) {
            if (leaving.incarnation() == node.members().incarnation()) {
                member.knowsLeave = true;
                leave.check();
            }
        } else if (leaving.incarnation() == member.incarnation) {
            member.isLeaving = true;
            if (member.isAnnounced) {
                routing.tell(new RoutingTableManager.Leaving(member.contact));
            }
            gateway.tell(new Gateway.Announce(member.contact, new Wire.Leaving(member.incarnation, true)));
        }
        return this;
    }

    private Behavior<Command> onLeave(Leave asked) {
        routing.tell(new RoutingTableManager.Leaving(node.self()));
        leave.begin(asked.known());
        return this;
    }

    private Behavior<Command> onGreetAgain(GreetAgain tick) {
        greetingAgain.ran(DeadlineTask.NEVER);
        byAddress.forEach((address, member) -> {
            boolean isToGreet = member.contact == null || member.isToBeTold || member.hasEnded;
            if (member.isMember && isToGreet && !member.isForeign) {
                int colon = address.lastIndexOf(':');
                greet(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
            }
        });
        leave.repeat();
        return this;
    }

    private Behavior<Command> onWaitOver(WaitOver tick) {
        waitOver.ran(DeadlineTask.NEVER);
        checkReady();
        return this;
    }

    private Behavior<Command> onStopped(PostStop stopped) {
        greetingAgain.cancel();
        waitOver.cancel();
        return this;
    }

    private void joined(Members.Joined joined) {
        String host = joined.host();
        int port = joined.port();
        KnownMember before = byAddress.get(host + ":" + port);
        if (before != null && before.incarnation != joined.incarnation()) {
            // The end of the one before comes later, and is not that of this one.
            remove(host, port);
        }
        KnownMember member = member(host, port, joined.incarnation());
        if (!member.isMember) {
            member.isMember = true;
            minority.joined();
            announcedMembers.joined(member);
        }
        if (isSelf(host, port)) {
            announcedMembers.joinedSelf();
        } else if (member.contact == null) {
            greet(host, port);
        } else {
            announcedMembers.announce(member);
        }
    }

    /** Everyone is told who was a member when this node became one. */
    private void known() {
        if (hasJoined) {
            return;
        }
        hasJoined = true;
        long until =
                node.clock().millis() + node.settings().members().greetingWait().toMillis();
        joinedCluster = Optional.of(JoinedCluster.of(byAddress, until));
        checkReady();
        if (joinedCluster.isPresent()) {
            waitOver.set(until);
        }
    }

    private void heard(String address) {
        joinedCluster.ifPresent(cluster -> cluster.heard(address));
        checkReady();
    }

    private void checkReady() {
        if (joinedCluster.isEmpty() || node.closing().isClosed()) {
            return;
        }
        JoinedCluster cluster = joinedCluster.get();
        if (!cluster.isReady(node.clock().millis())) {
            node.ready().lacks(cluster.toString());
            return;
        }
        if (!cluster.isComplete()) {
            getContext().getLog().warn("{} waits no longer: {}; these own no keys until they do", node.self(), cluster);
        }
        joinedCluster = Optional.empty();
        waitOver.cancel();
        announcedMembers.settle();
        routing.tell(new RoutingTableManager.Ready());
    }

    private void suspect(String host, int port, long incarnation, boolean isSuspect) {
        KnownMember member = member(host, port, incarnation);
        if (member.incarnation == incarnation) {
            suspect(member, isSuspect, isSuspect && member.hasEnded);
        }
    }

    private void suspect(KnownMember member, boolean isUnreachable, boolean hasEnded) {
        boolean before = member.isSuspect();
        member.isUnreachable = isUnreachable;
        member.hasEnded = hasEnded;
        if (member.isSuspect() == before) {
            return;
        }
        minority.suspected(member);
        announcedMembers.tellSuspect(member);
    }

    private void gone(Members.Gone gone) {
        KnownMember member = byAddress.get(gone.host() + ":" + gone.port());
        if (member != null && member.incarnation == gone.incarnation()) {
            remove(gone.host(), gone.port());
        }
    }

    private void remove(String host, int port) {
        KnownMember member = byAddress.remove(host + ":" + port);
        if (member == null) {
            return;
        }
        minority.gone(member);
        announcedMembers.gone(member);
        joinedCluster.ifPresent(cluster -> cluster.gone(host + ":" + port));
        checkReady();
    }

    private void greet(String host, int port) {
        // Before the greeting, so that whoever sees that knows the next one to be due.
        setGreetingAgain();
        gateway.tell(new Gateway.Greet(host, port));
    }

    private void setGreetingAgain() {
        greetingAgain.set(node.clock().millis()
                + node.settings().members().greetingRetry().toMillis());
    }

    private boolean isSelf(String host, int port) {
        return node.self().host().equals(host) && node.self().port() == port;
    }

    /** The member at the address; the one of that incarnation if none is known there. */
    private KnownMember member(String host, int port, long incarnation) {
        return byAddress.computeIfAbsent(
                host + ":" + port,
                address -> isSelf(host, port) && incarnation == self.incarnation ? self : new KnownMember(incarnation));
    }
}
