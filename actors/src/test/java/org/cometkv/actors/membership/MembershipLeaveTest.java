package org.cometkv.actors.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;

/** Who is told that a node leaves, and how often. */
class MembershipLeaveTest extends MembershipSteps {

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
}
