package org.cometkv.actors.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.requests.Replicas.node;

import java.time.Duration;
import java.util.Optional;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.settings.PeerSettings;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

class InboundRequestsTest {

    private final InboundRequests serving =
            new InboundRequests(50, 1_000, 5_000, new PeerSettings.Answers(3, 100, Duration.ofMillis(1_000)));

    @Test
    void overdue_isToldAtItsTime_andAgainAtIntervals() {
        InboundRequests.Asked asked = began(node(1), 7, 100);

        assertThat(serving.nextDue()).isEqualTo(150);
        assertThat(serving.overdue(149, 10)).isEmpty();
        assertThat(serving.overdue(150, 10)).containsExactly(asked);
        assertThat(serving.nextDue()).isEqualTo(1_150);
        assertThat(serving.overdue(1_149, 10)).isEmpty();
        assertThat(serving.overdue(1_160, 10)).containsExactly(asked);
        assertThat(serving.nextDue()).isEqualTo(2_160);
        serving.ended(asked);
        assertThat(serving.nextDue()).isEqualTo(DeadlineTask.NEVER);
    }

    @Test
    void whatNobodyCanWaitForAnyMore_isGivenUpAndNotToldAgain() {
        InboundRequests.Asked asked = began(node(1), 7, 100);
        serving.overdue(4_099, 10);

        assertThat(serving.overdue(5_099, 10)).containsExactly(asked);
        assertThat(serving.inProgress()).isOne();
        assertThat(serving.overdue(6_099, 10)).isEmpty();

        assertThat(serving.inProgress()).isZero();
        assertThat(serving.nextDue()).isEqualTo(DeadlineTask.NEVER);
        assertThat(serving.ended(asked)).isFalse();
    }

    @Test
    void answered_isNotTold() {
        InboundRequests.Asked one = began(node(1), 7, 100);
        InboundRequests.Asked other = began(node(2), 7, 100);
        assertThat(serving.ended(one)).isTrue();
        assertThat(serving.ended(one)).isFalse();

        assertThat(serving.overdue(200, 10)).containsExactly(other);
        assertThat(serving.inProgress()).isOne();
        assertThat(serving.bytesInProgress()).isEqualTo(10);
    }

    @Test
    void overdue_leavesTheRestForTheNextCall() {
        for (int i = 0; i < 5; i++) {
            began(node(1), i, i);
        }

        assertThat(serving.overdue(100, 3))
                .extracting(InboundRequests.Asked::id)
                .containsExactly(0L, 1L, 2L);
        assertThat(serving.overdue(100, 3))
                .extracting(InboundRequests.Asked::id)
                .containsExactly(3L, 4L);
    }

    @Test
    void forget_dropsThePeer() {
        InboundRequests.Asked asked = began(node(1), 7, 100);
        serving.forget(node(1));

        assertThat(serving.ended(asked)).isFalse();
        assertThat(serving.inProgress()).isZero();
        assertThat(serving.known(asked(node(1), 7, 100))).isEmpty();
    }

    @Test
    void repeatedWhileItIsWorkedOn_joinsIt_andIsToldSoIfItWas() {
        InboundRequests.Asked first = began(node(1), 7, 100);

        assertThat(serving.known(asked(node(1), 7, 120))).containsSame(first);
        assertThat(serving.again(first)).isEmpty();
        serving.overdue(150, 10);
        assertThat(serving.again(first)).hasValue(new Wire.Reply(7, new ReplicaReply.Working()));
    }

    @Test
    void repeatedAfterItsAnswer_isGivenTheSame() {
        Wire.Reply answer = answer(began(node(1), 7, 100), 20, 110);

        assertThat(serving.known(asked(node(1), 7, 120)).flatMap(serving::again))
                .hasValue(answer);
        assertThat(serving.known(asked(node(2), 7, 120))).isEmpty();
        assertThat(serving.known(asked(node(1), 8, 120))).isEmpty();
    }

    @Test
    void answersAtTheirCount_areKept_andOneMoreForgetsTheOldest() {
        for (int id = 1; id <= 3; id++) {
            answer(began(node(1), id, 100), 10, 110);
        }
        assertThat(isKnown(1)).isTrue();

        answer(began(node(1), 4, 100), 10, 110);

        assertThat(isKnown(1)).isFalse();
        assertThat(isKnown(2)).isTrue();
    }

    @Test
    void answersAtTheirBytes_areKept_andOneByteMoreForgetsTheOldest() {
        answer(began(node(1), 1, 100), 50, 110);
        answer(began(node(1), 2, 100), 50, 110);
        assertThat(isKnown(1)).isTrue();

        answer(began(node(1), 3, 100), 1, 110);
        assertThat(isKnown(1)).isFalse();
        assertThat(isKnown(2)).isTrue();

        answer(began(node(1), 4, 100), 101, 110);
        assertThat(isKnown(4)).isFalse();
        assertThat(isKnown(3)).isTrue();
    }

    @Test
    void answerAtItsAge_isGiven_andOneMilliOlderIsNot() {
        answer(began(node(1), 1, 100), 10, 110);

        assertThat(serving.known(asked(node(1), 1, 1_110))).isPresent();
        assertThat(serving.known(asked(node(1), 1, 1_111))).isEmpty();
        InboundRequests.Asked again = began(node(1), 1, 1_111);
        assertThat(serving.known(asked(node(1), 1, 1_112))).containsSame(again);
    }

    @Test
    void aNumberThatComesAgainForAnotherKey_isAnotherRequest() {
        answer(began(node(1), 1, 100), 10, 110);
        InboundRequests.Asked other = new InboundRequests.Asked(
                null, node(1), new Wire.Get(1, Key.of("other"), Replicas.caller(), Value.NIL), 10, 120);

        assertThat(serving.known(other)).isEmpty();
        serving.begin(other);
        answer(began(node(1), 2, 120), 10, 120);
        answer(began(node(1), 3, 120), 10, 120);
        answer(began(node(1), 4, 120), 10, 120);

        assertThat(serving.known(other)).containsSame(other);
    }

    @Test
    void refusalsOfARateOrALoad_areNotKept() {
        InboundRequests.Asked limited = began(node(1), 1, 100);
        serving.refused(limited);
        assertThat(isKnown(1)).isFalse();

        InboundRequests.Asked busy = began(node(1), 2, 100);
        serving.ended(busy);
        Refusal refusal = Refusal.retry(Refusal.Reason.BUSY, "much to do", 5);
        serving.answered(busy, new Wire.Reply(2, new ReplicaReply.Refused(refusal)), 10, 110);
        assertThat(isKnown(2)).isFalse();
        assertThat(serving.inProgress()).isZero();
    }

    @Test
    void whatWasAnsweredBehindASlowOne_isNotWaitedForNorHeld() {
        began(node(1), 1, 100);
        InboundRequests.Asked told = began(node(1), 2, 100);
        InboundRequests.Asked quiet = began(node(1), 3, 100);
        serving.overdue(150, 2);

        answer(told, 10, 160);
        answer(quiet, 10, 160);

        assertThat(told.list).isNull();
        assertThat(quiet.list).isNull();
        assertThat(serving.nextDue()).as("when the slow one is told again").isEqualTo(1_150);
        assertThat(serving.overdue(1_150, 10)).hasSize(1);
        assertThat(serving.nextDue()).as("when the answers are too old").isEqualTo(1_161);
        serving.forgetOld(1_161);
        assertThat(serving.nextDue()).as("when the slow one is told once more").isEqualTo(2_150);
    }

    private boolean isKnown(long id) {
        return serving.known(asked(node(1), id, 120)).isPresent();
    }

    private InboundRequests.Asked began(Contact peer, long id, long nowMillis) {
        InboundRequests.Asked asked = asked(peer, id, nowMillis);
        assertThat(serving.known(asked)).isEqualTo(Optional.empty());
        serving.begin(asked);
        return asked;
    }

    private Wire.Reply answer(InboundRequests.Asked asked, int bytes, long nowMillis) {
        Wire.Reply answer = new Wire.Reply(asked.id(), Replicas.answered("x"));
        assertThat(serving.ended(asked)).isTrue();
        serving.answered(asked, answer, bytes, nowMillis);
        return answer;
    }

    private static InboundRequests.Asked asked(Contact peer, long id, long nowMillis) {
        return new InboundRequests.Asked(
                null, peer, new Wire.Get(id, Replicas.KEY, Replicas.caller(), Value.NIL), 10, nowMillis);
    }
}
