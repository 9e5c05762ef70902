package org.cometkv.actors.membership;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.seam.Members;
import org.junit.jupiter.api.Test;

/** Members of which this node found out itself that their processes have ended. */
class MembershipEndedTest extends MembershipSteps {

    @Test
    void memberThatHasEnded_isSuspectAtOnce_andGreetedUntilItAnswers() {
        joinBoth();

        end();

        suspected(true);
        passRetry();
        gateway.expectMessage(new Gateway.Greet("peer", 7));
        greet(PEER);
        suspected(false);
    }

    @Test
    void memberThatHasEnded_staysSuspect_whenTheClusterFindsOut_andIsGoneWithIt() {
        joinBoth();
        end();
        suspected(true);

        change(new Members.Suspected("peer", 7, INCARNATION));
        expectNothingMore();
        end();
        expectNothingMore();

        change(new Members.Gone("peer", 7, INCARNATION));
        routing.expectMessage(new RoutingTableManager.Gone(PEER));
    }

    @Test
    void memberThatTheClusterReachesAgain_hasNotEnded() {
        joinBoth();
        end();
        suspected(true);
        change(new Members.Suspected("peer", 7, INCARNATION));

        change(new Members.Recovered("peer", 7, INCARNATION));

        suspected(false);
    }

    @Test
    void nodeThatIsNoMember_orAnotherAtItsAddress_isNotSuspected() {
        end();
        assertThat(routing.hasMessages()).isFalse();
        joinBoth();

        membership.run(new Membership.Ended(AGAIN));

        expectNothingMore();
    }

    private void end() {
        membership.run(new Membership.Ended(PEER));
    }

    private void suspected(boolean isSuspect) {
        routing.expectMessage(new RoutingTableManager.Suspect(PEER, isSuspect));
        gateway.expectMessage(new Gateway.Suspect(PEER, isSuspect));
    }

    private void joinBoth() {
        joinSelf();
        join();
        gateway.getAllReceived();
    }
}
