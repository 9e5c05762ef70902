package org.cometkv.actors.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.context.QuietNode;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Limits;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;

/** A membership and those that it tells, and what a cluster and its peers tell it. */
class MembershipSteps {

    static final Contact PEER = new Contact(NodeId.of("peer"), "peer", 7);
    static final Contact AGAIN = new Contact(NodeId.of("peer, started again"), "peer", 7);

    static final long INCARNATION = 1;

    final List<Runnable> tasks = new ArrayList<>();
    final List<Runnable> waits = new ArrayList<>();
    long nowNanos;
    final List<ActorRef<Members.Event>> listeners = new ArrayList<>();
    final TestInbox<GatewayMessage> gateway = TestInbox.create();
    final TestInbox<RoutingTableManager.Command> routing = TestInbox.create();
    final NodeContext node = QuietNode.of(Replicas.node(0), clock(), members());
    final BehaviorTestKit<Membership.Command> membership =
            BehaviorTestKit.create(Membership.create(node, gateway.getRef(), routing.getRef()));

    void expectNoGreeting() {
        expectNothingMore();
        assertThat(gateway.hasMessages()).isFalse();
    }

    void expectNothingMore() {
        assertThat(routing.hasMessages()).isFalse();
    }

    void joinSelf() {
        change(new Members.Joined("host-0", 1, INCARNATION));
        routing.expectMessage(new RoutingTableManager.Joined(Replicas.node(0), true));
    }

    void join() {
        change(new Members.Joined("peer", 7, INCARNATION));
        greet(PEER);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
    }

    void greet(Contact peer) {
        greet(peer, INCARNATION);
    }

    void greet(Contact peer, long incarnation) {
        membership.run(new Membership.Greeted(
                peer, new Wire.Hello(Wire.PROTOCOL, incarnation, true, Limits.DEFAULTS, Optional.empty(), true)));
    }

    /** The cluster tells the node of a change. */
    void change(Members.Event event) {
        listeners.forEach(listener -> listener.tell(event));
        runAll();
    }

    /** The time after which members are greeted again is over. */
    void passRetry() {
        List.copyOf(tasks).forEach(Runnable::run);
        runAll();
    }

    /** The time that a node which joins waits for greetings is over. */
    void passWait() {
        nowNanos += 5_000_000_000L;
        List.copyOf(waits).forEach(Runnable::run);
        runAll();
    }

    void runAll() {
        while (membership.selfInbox().hasMessages()) {
            membership.runOne();
        }
    }

    Clock clock() {
        return new QuietNode.StandingClock() {
            @Override
            public long nanos() {
                return nowNanos;
            }

            @Override
            public ScheduledTask after(Duration delay, Runnable task) {
                assertThat(delay).isIn(Duration.ofSeconds(1), Duration.ofSeconds(5));
                List<Runnable> set = delay.equals(Duration.ofSeconds(1)) ? tasks : waits;
                set.add(task);
                return () -> set.remove(task);
            }
        };
    }

    Members members() {
        return new Members() {
            @Override
            public void subscribe(ActorRef<Event> listener) {
                listeners.add(listener);
            }

            @Override
            public long incarnation() {
                return INCARNATION;
            }
        };
    }
}
