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
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.cluster.typed.SelfRemoved;
import org.apache.pekko.cluster.typed.Subscribe;
import org.cometkv.actors.seam.Members;

/** The members of a Pekko Cluster: up is joined, unreachable is suspected, removed is gone. */
public final class ClusterMembers implements Members {

    private final ActorSystem<?> system;
    private final Cluster cluster;
    private final String name;

    /** @param name of the actor that listens to the cluster, unique in the system */
    public ClusterMembers(ActorSystem<?> system, String name) {
        this.system = system;
        this.cluster = Cluster.get(system);
        this.name = name;
    }

    @Override
    public void subscribe(ActorRef<Event> listener) {
        ActorRef<ClusterDomainEvent> events =
                system.systemActorOf(listening(listener), name + "-members", Props.empty());
        cluster.subscriptions().tell(Subscribe.create(events, ClusterDomainEvent.class));
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

    private static Behavior<ClusterDomainEvent> listening(ActorRef<Event> listener) {
        return Behaviors.receiveMessage(event -> {
            translate(event).ifPresent(listener::tell);
            return Behaviors.same();
        });
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

    private static Optional<Event> translate(ClusterDomainEvent event) {
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
