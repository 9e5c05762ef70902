package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.actors.requests.Replicas.node;
import static org.cometkv.actors.requests.Replicas.nodes;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.Operation;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.requests.ReplyListener;
import org.cometkv.actors.requests.RequestTable;
import org.cometkv.actors.requests.SentRequests;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.junit.jupiter.api.Test;

class RequestTableTest {

    private static final long OPERATION_MILLIS = 1_000;

    private final SentRequests requests = new SentRequests();
    private final List<SentRequests.Sent> sent = requests.sent;
    private final RequestTable<SentRequests.Sent> table = new RequestTable<>(requests, 2, 1, 300, 0, 0);
    private final List<Object> ends = new ArrayList<>();

    private final ReplyListener<GetReply> promise = new ReplyListener<>() {
        @Override
        public void done(GetReply reply) {
            ends.add(reply);
        }

        @Override
        public void broken(NoReply reason, String message) {
            ends.add(reason);
        }
    };

    @Test
    void reply_endsTheOperation() {
        begin(0);

        assertThat(table.reply(node(0).id(), sent.get(0).id(), Replicas.answered("x"), 5))
                .isEqualTo(RequestTable.Matched.TAKEN);

        assertThat(ends).hasSize(1).first().isInstanceOf(GetReply.Found.class);
        assertThat(table.lastRoundTripMillis()).isEqualTo(5);
        assertThat(table.operations()).isZero();
    }

    @Test
    void replyOfAnotherNode_isUnasked() {
        begin(0);

        assertThat(table.reply(node(1).id(), sent.get(0).id(), Replicas.answered("forged"), 5))
                .isEqualTo(RequestTable.Matched.UNASKED);
        assertThat(ends).isEmpty();
    }

    @Test
    void replyTwice_isUnaskedTheSecondTime_evenWhenTheSlotIsUsedAgain() {
        begin(0);
        long id = sent.get(0).id();
        table.reply(node(0).id(), id, Replicas.answered("x"), 5);
        begin(6);

        assertThat(table.reply(node(0).id(), id, Replicas.answered("again"), 7))
                .isEqualTo(RequestTable.Matched.UNASKED);
    }

    @Test
    void inventedNumbers_areUnasked() {
        begin(0);

        for (long id : new long[] {-1, 0, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 24}) {
            assertThat(table.reply(node(0).id(), id, Replicas.ABSENT, 1)).isEqualTo(RequestTable.Matched.UNASKED);
        }
    }

    @Test
    void silence_asksTheNextNode_afterItsTime() {
        begin(0);
        table.advance(90, 100);
        assertThat(sent).hasSize(1);

        table.advance(120, 100);

        assertThat(sent).extracting(SentRequests.Sent::to).containsExactly(node(0), node(1));
    }

    @Test
    void lateReply_stillCounts() {
        begin(0);
        table.advance(120, 100);

        table.reply(node(0).id(), sent.get(0).id(), Replicas.answered("late"), 150);

        assertThat(ends).hasSize(1).first().isInstanceOf(GetReply.Found.class);
        assertThat(table.lastRoundTripMillis()).isEqualTo(150);
    }

    @Test
    void roundTrip_ofAReplyThatNobodyAskedFor_isNone() {
        begin(0);
        table.reply(node(0).id(), sent.get(0).id(), Replicas.answered("x"), 5);

        table.reply(node(1).id(), 12_345, Replicas.answered("x"), 6);

        assertThat(table.lastRoundTripMillis()).isEqualTo(-1);
    }

    @Test
    void operationThatWantsEveryAnswer_waitsLongerForEach() {
        RequestTable<SentRequests.Sent> patient = new RequestTable<>(requests, 2, 1, 300, 0, 0);
        patient.begin(
                new GetAllOperation(Replicas.KEY, Replicas.caller(), Value.NIL, nodes(1)),
                new PendingReply<List<GetReply>>(new RequestCounts()),
                OPERATION_MILLIS,
                0);
        patient.advance(290, 100);
        assertThat(patient.operations()).isOne();

        patient.advance(320, 100);

        assertThat(patient.operations()).isZero();
    }

    @Test
    void begin_atTheLimitPasses_oneOverIsRefused() {
        begin(0);
        begin(0);

        assertThat(table.begin(get(), promise, OPERATION_MILLIS, 0)).isFalse();
    }

    @Test
    void forget_treatsTheNodeAsSilent() {
        begin(0);

        table.forget(node(0), 1);

        assertThat(sent).extracting(SentRequests.Sent::to).containsExactly(node(0), node(1));
    }

    @Test
    void forget_leavesTheNodeThatHasItsIdByNow() {
        begin(0);

        table.forget(new Contact(node(0).id(), "elsewhere", 9), 1);

        assertThat(sent).extracting(SentRequests.Sent::to).containsExactly(node(0));
    }

    @Test
    void close_breaksWhatIsUnderWay() {
        begin(0);

        table.close(NoReply.CLOSED, "closed");

        assertThat(ends).containsExactly(NoReply.CLOSED);
        assertThat(table.operations()).isZero();
    }

    @Test
    void sendThatMeetsABug_countsAsUnanswered() {
        requests.isBroken = true;
        assertThatThrownBy(() -> begin(0)).isInstanceOf(IllegalStateException.class);
        requests.isBroken = false;

        table.advance(120, 100);

        assertThat(sent).extracting(SentRequests.Sent::to).containsExactly(node(1));
    }

    @Test
    void sendsThatAllMeetABug_endByTheDeadline() {
        requests.isBroken = true;
        assertThatThrownBy(() -> begin(0)).isInstanceOf(IllegalStateException.class);

        advanceThroughBugs(1_020);

        assertThat(ends).containsExactly(NoReply.LATE);
        assertThat(table.operations()).isZero();
    }

    @Test
    void close_breaksEverythingUnderWay_whateverMetABug() {
        requests.isBroken = true;
        assertThatThrownBy(() -> begin(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> begin(0)).isInstanceOf(IllegalStateException.class);

        table.close(NoReply.CLOSED, "closed");

        assertThat(ends).containsExactly(NoReply.CLOSED, NoReply.CLOSED);
    }

    @Test
    void endThatMeetsABug_isTold() {
        begin(0);
        requests.isBroken = true;

        assertThatThrownBy(() -> table.advance(1_020, 100)).isInstanceOf(IllegalStateException.class);
        advanceThroughBugs(1_020);

        assertThat(ends).containsExactly(NoReply.LATE);
        assertThat(table.operations()).isZero();
    }

    @Test
    void deadlineOfAnOperationThatMeetsABug_endsIt() {
        GetOperation plain = get();
        Operation<GetReply> bug = new Operation<>() {
            @Override
            public NextStep<GetReply> begin() {
                return plain.begin();
            }

            @Override
            public Wire.Request request(long id) {
                return plain.request(id);
            }

            @Override
            public NextStep<GetReply> onReply(Contact replica, ReplicaReply reply) {
                return new NextStep.Wait<>();
            }

            @Override
            public NextStep<GetReply> onSilent(Contact replica) {
                return new NextStep.Wait<>();
            }

            @Override
            public NextStep<GetReply> onTimeout() {
                throw new IllegalStateException("a bug, injected");
            }

            @Override
            public GetReply refused(Refusal refusal, Contact self) {
                return plain.refused(refusal, self);
            }
        };
        table.begin(bug, promise, OPERATION_MILLIS, 0);

        advanceThroughBugs(1_020);

        assertThat(ends).containsExactly(NoReply.LATE);
        assertThat(table.operations()).isZero();
    }

    /** As the Gateway does, which goes on after each bug. */
    private void advanceThroughBugs(long nowMillis) {
        int bugs = 0;
        while (table.nextDue() <= nowMillis) {
            try {
                table.advance(nowMillis, 100);
            } catch (IllegalStateException bug) {
                assertThat(++bugs).isLessThan(10);
            }
        }
    }

    @Test
    void manyOperations_growTheTableAndLeaveNothingBehind() {
        RequestTable<SentRequests.Sent> large = new RequestTable<>(requests, 10_000, 100, 300, 0, 0);
        for (int i = 0; i < 1_000; i++) {
            large.begin(get(), promise, OPERATION_MILLIS, 0);
        }
        for (SentRequests.Sent each : List.copyOf(sent)) {
            large.reply(each.to().id(), each.id(), Replicas.answered("x"), 1);
        }

        assertThat(ends).hasSize(1_000);
        assertThat(large.operations()).isZero();
    }

    @Test
    void everyRequestIsGivenBack_once() {
        begin(0);
        table.advance(120, 100);
        table.reply(node(1).id(), sent.get(1).id(), Replicas.answered("x"), 150);

        assertThat(requests.over).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void numbers_beginWhereTheyAreToldTo() {
        RequestTable<SentRequests.Sent> again = new RequestTable<>(requests, 1, 1, 300, 0, 1L << 38);
        again.begin(get(), promise, OPERATION_MILLIS, 0);

        assertThat(sent.get(0).id()).isGreaterThan(1L << 62);
        again.reply(node(0).id(), sent.get(0).id(), Replicas.answered("x"), 5);
        assertThat(ends).hasSize(1);
    }

    private void begin(long now) {
        assertThat(table.begin(get(), promise, OPERATION_MILLIS, now)).isTrue();
    }

    private static GetOperation get() {
        return new GetOperation(Replicas.KEY, Replicas.caller(), Value.NIL, order(nodes(3)));
    }

    private static ReadOrder order(List<Contact> nodes) {
        return new ReadOrder(nodes, nodes, nodes.size());
    }
}
