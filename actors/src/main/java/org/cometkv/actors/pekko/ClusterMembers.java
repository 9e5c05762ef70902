package org.cometkv.actors.pekko;

import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.ClusterEvent;
import org.apache.pekko.cluster.ClusterEvent.ClusterDomainEvent;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.GetCurrentState;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.cluster.typed.SelfRemoved;
import org.apache.pekko.cluster.typed.Subscribe;
import org.cometkv.actors.seam.Members;

/** The members of a Pekko Cluster: up is joined, unreachable is suspected, removed is gone. */
public final class ClusterMembers implements Members {

    private final ActorSystem<?> system;
    private final Cluster cluster;
    private final String name;
    private final String role;

    /**
     * The members of the system's cluster.
     *
     * @param name of the actor that listens to the cluster, unique in the system
     * @param role of the members that are nodes; empty: all are
     * @throws IllegalStateException if this member itself lacks the role
     */
    public ClusterMembers(ActorSystem<?> system, String name, String role) {
        this.system = system;
        this.cluster = Cluster.get(system);
        this.name = name;
        this.role = role;
        if (!isNode(cluster.selfMember())) {
            throw new IllegalStateException("comet.members.role is \"" + role
                    + "\", which this member of the cluster lacks; its pekko.cluster.roles are "
                    + cluster.selfMember().getRoles());
        }
    }

    @Override
    public void subscribe(ActorRef<Event> listener) {
        ActorRef<Object> events = system.systemActorOf(listening(listener), name + "-members", Props.empty());
        cluster.subscriptions().tell(Subscribe.create(events.narrow(), ClusterDomainEvent.class));
        system.systemActorOf(removal(listener), name + "-removal", Props.empty());
    }

    @Override
    public long incarnation() {
        return incarnation(cluster.selfMember());
    }

    /** Founds a cluster of this one node. */
    public void joinSelf() {
        cluster.manager().tell(Join.create(cluster.selfMember().address()));
    }

    /*
     * Once this member is up it asks for the state: what comes before the state was told of everyone in it.
     */
    private Behavior<Object> listening(ActorRef<Event> listener) {
        return Behaviors.setup(context -> Behaviors.receive(Object.class)
                .onMessage(ClusterDomainEvent.class, event -> {
                    translate(event).ifPresent(told -> {
                        listener.tell(told);
                        if (told instanceof Joined joined && joined.incarnation() == incarnation()) {
                            cluster.subscriptions()
                                    .tell(new GetCurrentState(context.getSelf().narrow()));
                        }
                    });
                    return Behaviors.same();
                })
                .onMessage(ClusterEvent.CurrentClusterState.class, state -> {
                    listener.tell(new Known());
                    return Behaviors.same();
                })
                .build());
    }

    private Behavior<SelfRemoved> removal(ActorRef<Event> listener) {
        return Behaviors.setup(context -> {
            cluster.subscriptions().tell(Subscribe.create(context.getSelf(), SelfRemoved.class));
            return Behaviors.receiveMessage(removed -> {
                // Whoever left on purpose knows; this is for the node that others took out.
                if (removed.previousStatus() == MemberStatus.down()) {
                    listener.tell(new Downed());
                }
                return Behaviors.same();
            });
        });
    }

    private boolean isNode(Member member) {
        return role.isEmpty() || member.hasRole(role);
    }

    private Optional<Event> translate(ClusterDomainEvent event) {
        if (event instanceof ClusterEvent.MemberEvent about && !isNode(about.member())
                || event instanceof ClusterEvent.ReachabilityEvent of && !isNode(of.member())) {
            return Optional.empty();
        }
        if (event instanceof ClusterEvent.MemberUp up) {
            return Optional.of(new Joined(host(up.member()), port(up.member()), incarnation(up.member())));
        }
        if (event instanceof ClusterEvent.MemberWeaklyUp up) {
            return Optional.of(new Joined(host(up.member()), port(up.member()), incarnation(up.member())));
        }
        if (event instanceof ClusterEvent.UnreachableMember unreachable) {
            return Optional.of(new Suspected(
                    host(unreachable.member()), port(unreachable.member()), incarnation(unreachable.member())));
        }
        if (event instanceof ClusterEvent.ReachableMember reachable) {
            return Optional.of(
                    new Recovered(host(reachable.member()), port(reachable.member()), incarnation(reachable.member())));
        }
        if (event instanceof ClusterEvent.MemberRemoved removed) {
            return Optional.of(new Gone(host(removed.member()), port(removed.member()), incarnation(removed.member())));
        }
        return Optional.empty();
    }

    private static String host(Member member) {
        return member.address().getHost().orElseThrow();
    }

    private static long incarnation(Member member) {
        return member.uniqueAddress().longUid();
    }

    private static int port(Member member) {
        return member.address().getPort().orElseThrow();
    }
}
