package org.cometkv.actors.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Limits;
import org.junit.jupiter.api.Test;

/** When a node that joins is ready, and when it is in a minority. */
class MembershipReadinessTest extends MembershipSteps {

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

        membership.run(new Membership.Greeted(
                PEER, new Wire.Hello(Wire.PROTOCOL + 1, INCARNATION, true, Limits.DEFAULTS, Optional.empty(), true)));

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
}
