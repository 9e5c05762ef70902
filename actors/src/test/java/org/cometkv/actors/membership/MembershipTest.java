package org.cometkv.actors.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.FakeCluster;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.seam.FakeMembers;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is a member and who has greeted: a node owns keys once it is both. */
class MembershipTest {

    private static final Contact PEER = new Contact(NodeId.of("peer"), "peer", 7);
    private static final Contact AGAIN = new Contact(NodeId.of("peer, started again"), "peer", 7);

    private final FakeCluster cluster = new FakeCluster(0);
    private final TestProbe<GatewayMessage> gateway = cluster.kit.createTestProbe(GatewayMessage.class);
    private final TestProbe<RoutingTableManager.Command> routing =
            cluster.kit.createTestProbe(RoutingTableManager.Command.class);
    private final NodeContext node = cluster.context(Replicas.node(0));
    private final ActorRef<Membership.Command> membership =
            cluster.kit.spawn(Membership.create(node, gateway.ref(), routing.ref()));

    @BeforeEach
    void listen() {
        // It subscribes as it starts: before that, a greeting would come in ahead of the event told first.
        cluster.eventually(() -> assertThat(cluster.members.listeners()).isEqualTo(1));
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void self_ownsKeysOnceItIsAMember() {
        cluster.members.tell(new Members.Joined("host-0", 1, FakeMembers.INCARNATION));

        routing.expectMessage(new RoutingTableManager.Joined(Replicas.node(0), true));
        gateway.expectNoMessage(Duration.ZERO);
    }

    @Test
    void member_isGreetedUntilItAnswers() {
        cluster.members.tell(new Members.Joined("peer", 7, FakeMembers.INCARNATION));
        gateway.expectMessage(new Gateway.Greet("peer", 7));
        routing.expectNoMessage(Duration.ZERO);

        cluster.clock.advance(Duration.ofSeconds(1));
        gateway.expectMessage(new Gateway.Greet("peer", 7));
        greet(PEER);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));

        cluster.clock.advance(Duration.ofSeconds(1));
        expectNoGreeting();
    }

    @Test
    void greetingOfWhoIsNoMember_isNotKept_andOnceItIsOneItIsGreeted() {
        greet(PEER);

        cluster.members.tell(new Members.Joined("peer", 7, FakeMembers.INCARNATION));

        gateway.expectMessage(new Gateway.Greet("peer", 7));
        routing.expectNoMessage(Duration.ZERO);
        greet(PEER);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
    }

    @Test
    void greetingThatComesAfterItsNodeIsGone_isNotTakenForTheNextOneThere() {
        join();
        cluster.members.tell(new Members.Gone("peer", 7, FakeMembers.INCARNATION));
        routing.expectMessage(new RoutingTableManager.Gone(PEER));
        greet(PEER);

        cluster.members.tell(new Members.Joined("peer", 7, FakeMembers.INCARNATION));
        greet(AGAIN);

        routing.expectMessage(new RoutingTableManager.Joined(AGAIN, true));
    }

    @Test
    void suspectWhileItHasNotGreeted_isAnnouncedAsSuspect() {
        cluster.members.tell(new Members.Joined("peer", 7, FakeMembers.INCARNATION));
        cluster.members.tell(new Members.Suspected("peer", 7, FakeMembers.INCARNATION));
        greet(PEER);

        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
        routing.expectMessage(new RoutingTableManager.Suspect(PEER, true));
        cluster.members.tell(new Members.Recovered("peer", 7, FakeMembers.INCARNATION));
        routing.expectMessage(new RoutingTableManager.Suspect(PEER, false));
    }

    @Test
    void memberStartedAgainAtItsAddress_leavesNoGhost() {
        join();

        greet(AGAIN);
        routing.expectMessage(new RoutingTableManager.Gone(PEER));
        routing.expectMessage(new RoutingTableManager.Joined(AGAIN, true));
        cluster.members.tell(new Members.Gone("peer", 7, FakeMembers.INCARNATION));
        routing.expectMessage(new RoutingTableManager.Gone(AGAIN));

        cluster.members.tell(new Members.Joined("peer", 7, FakeMembers.INCARNATION));
        greet(AGAIN);
        routing.expectMessage(new RoutingTableManager.Joined(AGAIN, true));
    }

    @Test
    void memberStartedAgainUnderItsId_isAnotherIncarnation_andTheEndOfTheFirstIsNotItsOwn() {
        join();

        cluster.members.tell(new Members.Joined("peer", 7, FakeMembers.INCARNATION + 1));
        routing.expectMessage(new RoutingTableManager.Gone(PEER));
        greet(PEER, FakeMembers.INCARNATION + 1);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
        cluster.members.tell(new Members.Suspected("peer", 7, FakeMembers.INCARNATION));
        cluster.members.tell(new Members.Gone("peer", 7, FakeMembers.INCARNATION));
        expectNothingMore();

        cluster.members.tell(new Members.Gone("peer", 7, FakeMembers.INCARNATION + 1));
        routing.expectMessage(new RoutingTableManager.Gone(PEER));
    }

    @Test
    void memberThatGreetsAsAnotherLife_ownsNothing_untilTheClusterNamesThatOrItGreetsItself() {
        join();
        gateway.expectMessage(new Gateway.Greet("peer", 7));

        // Started again at its address and under its id, which the cluster does not know yet; or late.
        greet(PEER, FakeMembers.INCARNATION + 1);
        routing.expectMessage(new RoutingTableManager.Gone(PEER));
        gateway.expectMessage(new Gateway.Forget(PEER));
        gateway.expectMessage(new Gateway.Greet("peer", 7));
        greet(PEER, FakeMembers.INCARNATION + 1);

        greet(PEER);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
        greet(PEER, FakeMembers.INCARNATION + 1);
        routing.expectMessage(new RoutingTableManager.Gone(PEER));

        cluster.members.tell(new Members.Joined("peer", 7, FakeMembers.INCARNATION + 1));
        greet(PEER);
        greet(PEER, FakeMembers.INCARNATION + 1);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
    }

    @Test
    void goneMember_isForgotten() {
        join();

        cluster.members.tell(new Members.Gone("peer", 7, FakeMembers.INCARNATION));

        routing.expectMessage(new RoutingTableManager.Gone(PEER));
        gateway.expectMessage(new Gateway.Greet("peer", 7));
        gateway.expectMessage(new Gateway.Forget(PEER));
    }

    @Test
    void memberOfAnotherProtocol_ownsNoKeys_andIsNotGreetedAgain() {
        cluster.members.tell(new Members.Joined("peer", 7, FakeMembers.INCARNATION));
        gateway.expectMessage(new Gateway.Greet("peer", 7));

        membership.tell(
                new Membership.Greeted(PEER, new Wire.Hello(Wire.PROTOCOL + 1, FakeMembers.INCARNATION, true, true)));
        cluster.clock.advance(Duration.ofSeconds(1));

        expectNoGreeting();
    }

    @Test
    void memberOfAnotherProtocol_isToldOfOnce_howeverOftenItGreets() {
        cluster.members.tell(new Members.Joined("peer", 7, FakeMembers.INCARNATION));
        gateway.expectMessage(new Gateway.Greet("peer", 7));

        LoggingTestKit.warn("speaks protocol").expect(cluster.kit.system(), () -> {
            for (int i = 0; i < 3; i++) {
                membership.tell(new Membership.Greeted(
                        PEER, new Wire.Hello(Wire.PROTOCOL + 1, FakeMembers.INCARNATION, true, true)));
            }
            expectNothingMore();
            return null;
        });
    }

    @Test
    void downed_isHandedOn() {
        cluster.members.tell(new Members.Downed());

        assertThat(routing.receiveMessage()).isInstanceOf(RoutingTableManager.Downed.class);
    }

    private void expectNoGreeting() {
        expectNothingMore();
        gateway.expectNoMessage(Duration.ZERO);
    }

    /** What comes after all else is handled after it. */
    private void expectNothingMore() {
        cluster.members.tell(new Members.Downed());
        assertThat(routing.receiveMessage()).isInstanceOf(RoutingTableManager.Downed.class);
    }

    private void join() {
        cluster.members.tell(new Members.Joined("peer", 7, FakeMembers.INCARNATION));
        greet(PEER);
        routing.expectMessage(new RoutingTableManager.Joined(PEER, true));
    }

    private void greet(Contact peer) {
        greet(peer, FakeMembers.INCARNATION);
    }

    private void greet(Contact peer, long incarnation) {
        membership.tell(new Membership.Greeted(peer, new Wire.Hello(Wire.PROTOCOL, incarnation, true, true)));
    }
}
