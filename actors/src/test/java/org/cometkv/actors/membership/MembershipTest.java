package org.cometkv.actors.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.context.QuietNode;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** Who is a member and who has greeted: a node owns keys once it is both. */
class MembershipTest {

    private static final Contact PEER = new Contact(NodeId.of("peer"), "peer", 7);
    private static final Contact AGAIN = new Contact(NodeId.of("peer, started again"), "peer", 7);

    private static final long INCARNATION = 1;

    private final List<Runnable> tasks = new ArrayList<>();
    private final List<Runnable> waits = new ArrayList<>();
    private long nowNanos;
    private final List<ActorRef<Members.Event>> listeners = new ArrayList<>();
    private final TestInbox<GatewayMessage> gateway = TestInbox.create();
    private final TestInbox<RoutingTableManager.Command> routing = TestInbox.create();
    private final NodeContext node = QuietNode.of(Replicas.node(0), clock(), members());
    private final BehaviorTestKit<Membership.Command> membership =
            BehaviorTestKit.create(Membership.create(node, gateway.getRef(), routing.getRef()));

    @Test
    void self_ownsKeysOnceItIsAMember() {
        change(new Members.Joined("host-0", 1, INCARNATION));

        routing.expectMessage(new RoutingTableManager.Joined(Replicas.node(0), true));
        assertThat(gateway.hasMessages()).isFalse();
    }

    @Test
    void member_isGreetedUntilItAnswers() {
        change(new Members.Joined("peer", 7, INCARNATION));
        gateway.expectMessage(new Gateway.Greet("peer", 7));
        assertThat(routing.hasMessages()).isFalse();

        passRetry();
        gateway.expectMessage(new Gateway.Greet("peer", 7));
        greet(PEER);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));

        passRetry();
        expectNoGreeting();
    }

    @Test
    void greetingOfWhoIsNoMember_isNotKept_andOnceItIsOneItIsGreeted() {
        greet(PEER);

        change(new Members.Joined("peer", 7, INCARNATION));

        gateway.expectMessage(new Gateway.Greet("peer", 7));
        assertThat(routing.hasMessages()).isFalse();
        greet(PEER);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
    }

    @Test
    void greetingThatComesAfterItsNodeIsGone_isNotTakenForTheNextOneThere() {
        join();
        change(new Members.Gone("peer", 7, INCARNATION));
        routing.expectMessage(new RoutingTableManager.Gone(PEER));
        greet(PEER);

        change(new Members.Joined("peer", 7, INCARNATION));
        greet(AGAIN);

        routing.expectMessage(new RoutingTableManager.Joined(AGAIN, true));
    }

    @Test
    void suspectWhileItHasNotGreeted_isAnnouncedAsSuspect() {
        change(new Members.Joined("peer", 7, INCARNATION));
        joinSelf();
        change(new Members.Suspected("peer", 7, INCARNATION));
        greet(PEER);

        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
        routing.expectMessage(new RoutingTableManager.Suspect(PEER, true));
        gateway.expectMessage(new Gateway.Greet("peer", 7));
        gateway.expectMessage(new Gateway.Suspect(PEER, true));
        change(new Members.Recovered("peer", 7, INCARNATION));
        routing.expectMessage(new RoutingTableManager.Suspect(PEER, false));
        gateway.expectMessage(new Gateway.Suspect(PEER, false));
    }

    @Test
    void memberStartedAgainAtItsAddress_leavesNoGhost() {
        join();

        greet(AGAIN);
        routing.expectMessage(new RoutingTableManager.Gone(PEER));
        routing.expectMessage(new RoutingTableManager.Joined(AGAIN, true));
        change(new Members.Gone("peer", 7, INCARNATION));
        routing.expectMessage(new RoutingTableManager.Gone(AGAIN));

        change(new Members.Joined("peer", 7, INCARNATION));
        greet(AGAIN);
        routing.expectMessage(new RoutingTableManager.Joined(AGAIN, true));
    }

    @Test
    void memberStartedAgainUnderItsId_isAnotherIncarnation_andTheEndOfTheFirstIsNotItsOwn() {
        join();

        change(new Members.Joined("peer", 7, INCARNATION + 1));
        routing.expectMessage(new RoutingTableManager.Gone(PEER));
        greet(PEER, INCARNATION + 1);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
        change(new Members.Suspected("peer", 7, INCARNATION));
        change(new Members.Gone("peer", 7, INCARNATION));
        expectNothingMore();

        change(new Members.Gone("peer", 7, INCARNATION + 1));
        routing.expectMessage(new RoutingTableManager.Gone(PEER));
    }

    @Test
    void memberThatGreetsAsAnotherLife_ownsNothing_untilTheClusterNamesThatOrItGreetsItself() {
        join();
        gateway.expectMessage(new Gateway.Greet("peer", 7));

        // Started again at its address and under its id, which the cluster does not know yet; or late.
        greet(PEER, INCARNATION + 1);
        routing.expectMessage(new RoutingTableManager.Gone(PEER));
        gateway.expectMessage(new Gateway.Forget(PEER));
        gateway.expectMessage(new Gateway.Greet("peer", 7));
        greet(PEER, INCARNATION + 1);

        greet(PEER);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
        greet(PEER, INCARNATION + 1);
        routing.expectMessage(new RoutingTableManager.Gone(PEER));

        change(new Members.Joined("peer", 7, INCARNATION + 1));
        greet(PEER);
        greet(PEER, INCARNATION + 1);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
    }

    @Test
    void goneMember_isForgotten() {
        join();

        change(new Members.Gone("peer", 7, INCARNATION));

        routing.expectMessage(new RoutingTableManager.Gone(PEER));
        gateway.expectMessage(new Gateway.Greet("peer", 7));
        gateway.expectMessage(new Gateway.Forget(PEER));
    }

    @Test
    void memberOfAnotherProtocol_ownsNoKeys_andIsNotGreetedAgain() {
        change(new Members.Joined("peer", 7, INCARNATION));
        gateway.expectMessage(new Gateway.Greet("peer", 7));

        membership.run(new Membership.Greeted(PEER, new Wire.Hello(Wire.PROTOCOL + 1, INCARNATION, true, true)));
        passRetry();

        expectNoGreeting();
    }

    @Test
    void memberOfAnotherProtocol_isToldOfOnce_howeverOftenItGreets() {
        change(new Members.Joined("peer", 7, INCARNATION));
        gateway.expectMessage(new Gateway.Greet("peer", 7));

        for (int i = 0; i < 3; i++) {
            membership.run(new Membership.Greeted(PEER, new Wire.Hello(Wire.PROTOCOL + 1, INCARNATION, true, true)));
        }

        assertThat(membership.getAllLogEntries()).singleElement().satisfies(line -> {
            assertThat(line.level()).isEqualTo(Level.WARN);
            assertThat(line.message()).contains("speaks protocol");
        });
        expectNothingMore();
    }

    @Test
    void nodeAlone_isReadyAtOnce() {
        joinSelf();

        change(new Members.Known());

        routing.expectMessage(new RoutingTableManager.Ready());
        expectNothingMore();
        assertThat(waits).isEmpty();
    }

    @Test
    void nodeThatJoins_isReadyOnceAllHaveGreeted_andTheClusterMaySayAgainThatItIsKnown() {
        change(new Members.Joined("peer", 7, INCARNATION));
        joinSelf();
        change(new Members.Known());
        expectNothingMore();
        assertThat(node.ready().lack()).isEqualTo("1 of the 2 members have not greeted: peer:7");

        greet(PEER);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
        routing.expectMessage(new RoutingTableManager.Ready());
        assertThat(waits).isEmpty();

        change(new Members.Known());
        expectNothingMore();
    }

    @Test
    void silentMember_isNoLongerWaitedForAfterTheWait_whereAMajorityHasGreeted() {
        change(new Members.Joined("peer", 7, INCARNATION));
        change(new Members.Joined("silent", 7, INCARNATION));
        joinSelf();
        change(new Members.Known());
        greet(PEER);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
        expectNothingMore();

        passWait();

        routing.expectMessage(new RoutingTableManager.Ready());
        assertThat(membership.getAllLogEntries())
                .anySatisfy(line -> assertThat(line.message()).contains("waits no longer"));
    }

    @Test
    void withoutAMajority_theNodeIsReadyOnlyWithTheGreetingThatMakesIt() {
        change(new Members.Joined("peer", 7, INCARNATION));
        change(new Members.Joined("silent", 7, INCARNATION));
        joinSelf();
        change(new Members.Known());
        passWait();
        expectNothingMore();

        greet(PEER);

        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
        routing.expectMessage(new RoutingTableManager.Ready());
    }

    @Test
    void memberOfAnotherProtocol_isNotWaitedFor() {
        change(new Members.Joined("peer", 7, INCARNATION));
        joinSelf();
        change(new Members.Known());

        membership.run(new Membership.Greeted(PEER, new Wire.Hello(Wire.PROTOCOL + 1, INCARNATION, true, true)));

        routing.expectMessage(new RoutingTableManager.Ready());
    }

    @Test
    void fewerThanHalfNotSuspect_isAMinority_andHalfIsNot_whoeverHasGreeted() {
        joinSelf();
        for (String peer : List.of("a", "b", "c")) {
            change(new Members.Joined(peer, 7, INCARNATION));
        }

        change(new Members.Suspected("a", 7, INCARNATION));
        change(new Members.Suspected("b", 7, INCARNATION));
        expectNothingMore();
        change(new Members.Suspected("c", 7, INCARNATION));
        routing.expectMessage(new RoutingTableManager.Minority(true));

        change(new Members.Gone("a", 7, INCARNATION));
        expectNothingMore();
        change(new Members.Gone("b", 7, INCARNATION));
        routing.expectMessage(new RoutingTableManager.Minority(false));
    }

    @Test
    void leave_isAnnouncedUntilEveryoneWhoAnswersKnows() {
        joinSelf();
        join();
        gateway.getAllReceived();
        List<String> known = new ArrayList<>();

        membership.run(new Membership.Leave(() -> known.add("first")));
        routing.expectMessage(new RoutingTableManager.Leaving(Replicas.node(0)));
        Gateway.Announce announced = new Gateway.Announce(PEER, new Wire.Leaving(INCARNATION, false));
        gateway.expectMessage(announced);
        passRetry();
        gateway.expectMessage(announced);
        assertThat(known).isEmpty();

        membership.run(new Membership.Announced(PEER, new Wire.Leaving(INCARNATION + 1, true)));
        assertThat(known).as("the answer to an earlier life").isEmpty();
        membership.run(new Membership.Announced(PEER, new Wire.Leaving(INCARNATION, true)));
        assertThat(known).containsExactly("first");

        passRetry();
        assertThat(gateway.hasMessages()).isFalse();
        membership.run(new Membership.Leave(() -> known.add("second")));
        assertThat(known).containsExactly("first", "second");
    }

    @Test
    void leave_waitsForNoSuspect_andTellsWhoeverComesMeanwhile() {
        joinSelf();
        join();
        List<String> known = new ArrayList<>();
        membership.run(new Membership.Leave(() -> known.add("known")));

        change(new Members.Suspected("peer", 7, INCARNATION));
        assertThat(known).containsExactly("known");

        change(new Members.Joined("late", 7, INCARNATION));
        gateway.getAllReceived();
        Contact late = new Contact(NodeId.of("late"), "late", 7);
        greet(late);
        gateway.expectMessage(new Gateway.Announce(late, new Wire.Leaving(INCARNATION, false)));
    }

    @Test
    void memberThatLeaves_isHandedOnAndAnswered_andOneOfAnEarlierLifeIsNot() {
        join();
        gateway.getAllReceived();

        membership.run(new Membership.Announced(PEER, new Wire.Leaving(INCARNATION + 1, false)));
        membership.run(new Membership.Announced(Replicas.node(3), new Wire.Leaving(INCARNATION, false)));
        expectNoGreeting();

        membership.run(new Membership.Announced(PEER, new Wire.Leaving(INCARNATION, false)));
        routing.expectMessage(new RoutingTableManager.Leaving(PEER));
        gateway.expectMessage(new Gateway.Announce(PEER, new Wire.Leaving(INCARNATION, true)));
    }

    @Test
    void downed_isHandedOn() {
        change(new Members.Downed());

        assertThat(routing.receiveMessage()).isInstanceOf(RoutingTableManager.Downed.class);
    }

    private void expectNoGreeting() {
        expectNothingMore();
        assertThat(gateway.hasMessages()).isFalse();
    }

    private void expectNothingMore() {
        assertThat(routing.hasMessages()).isFalse();
    }

    private void joinSelf() {
        change(new Members.Joined("host-0", 1, INCARNATION));
        routing.expectMessage(new RoutingTableManager.Joined(Replicas.node(0), true));
    }

    private void join() {
        change(new Members.Joined("peer", 7, INCARNATION));
        greet(PEER);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
    }

    private void greet(Contact peer) {
        greet(peer, INCARNATION);
    }

    private void greet(Contact peer, long incarnation) {
        membership.run(new Membership.Greeted(peer, new Wire.Hello(Wire.PROTOCOL, incarnation, true, true)));
    }

    /** The cluster tells the node of a change. */
    private void change(Members.Event event) {
        listeners.forEach(listener -> listener.tell(event));
        runAll();
    }

    /** The time after which members are greeted again is over. */
    private void passRetry() {
        List.copyOf(tasks).forEach(Runnable::run);
        runAll();
    }

    /** The time that a node which joins waits for greetings is over. */
    private void passWait() {
        nowNanos += 5_000_000_000L;
        List.copyOf(waits).forEach(Runnable::run);
        runAll();
    }

    private void runAll() {
        while (membership.selfInbox().hasMessages()) {
            membership.runOne();
        }
    }

    private Clock clock() {
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

    private Members members() {
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
