package org.cometkv.actors.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Limits;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** Who is a member and who has greeted: a node owns keys once it is both. */
class MembershipTest extends MembershipSteps {

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

        membership.run(new Membership.Greeted(
                PEER, new Wire.Hello(Wire.PROTOCOL + 1, INCARNATION, true, Limits.DEFAULTS, Optional.empty(), true)));
        passRetry();

        expectNoGreeting();
    }

    @Test
    void memberOfAnotherProtocol_isToldOfOnce_howeverOftenItGreets() {
        change(new Members.Joined("peer", 7, INCARNATION));
        gateway.expectMessage(new Gateway.Greet("peer", 7));

        for (int i = 0; i < 3; i++) {
            membership.run(new Membership.Greeted(
                    PEER,
                    new Wire.Hello(Wire.PROTOCOL + 1, INCARNATION, true, Limits.DEFAULTS, Optional.empty(), true)));
        }

        assertThat(membership.getAllLogEntries()).singleElement().satisfies(line -> {
            assertThat(line.level()).isEqualTo(Level.WARN);
            assertThat(line.message()).contains("speaks protocol");
        });
        expectNothingMore();
    }

    @Test
    void downed_isHandedOn() {
        change(new Members.Downed());

        assertThat(routing.receiveMessage()).isInstanceOf(RoutingTableManager.Downed.class);
    }
}
