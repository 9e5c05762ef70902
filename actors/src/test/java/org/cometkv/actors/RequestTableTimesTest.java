package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.requests.Replicas.node;
import static org.cometkv.actors.requests.Replicas.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

/** The times of requests and operations: when a node counts as silent, and what goes on after an answer. */
class RequestTableTimesTest {

    private static final long OPERATION_MILLIS = 1_000;

    /** An operation that says the same step to all that it is told. */
    private static final class Told implements Operation<GetReply> {
        private final NextStep<GetReply> first;
        private final Function<String, NextStep<GetReply>> next;
        private final List<String> heard = new ArrayList<>();

        Told(NextStep<GetReply> first, Function<String, NextStep<GetReply>> next) {
            this.first = first;
            this.next = next;
        }

        private NextStep<GetReply> hear(String what) {
            heard.add(what);
            return next.apply(what);
        }

        @Override
        public Wire.Request request(long id) {
            return new Wire.Get(id, Replicas.KEY, Replicas.caller(), Value.NIL);
        }

        @Override
        public NextStep<GetReply> begin() {
            return first;
        }

        @Override
        public NextStep<GetReply> onReply(Contact replica, ReplicaReply reply) {
            return hear("reply");
        }

        @Override
        public NextStep<GetReply> onSilent(Contact replica) {
            return hear("silent");
        }

        @Override
        public NextStep<GetReply> onGone(Contact replica) {
            return hear("gone");
        }

        @Override
        public NextStep<GetReply> onAlarm() {
            return hear("alarm");
        }

        @Override
        public GetReply refused(Refusal refusal, Contact self) {
            return NOTHING;
        }

        @Override
        public NextStep<GetReply> onTimeout() {
            heard.add("timeout");
            return new NextStep.End<>();
        }
    }

    private static final GetReply NOTHING = new GetReply.NotFound(0);

    private final SentRequests requests = new SentRequests();
    private final List<SentRequests.Sent> sent = requests.sent;
    private final RequestTable<SentRequests.Sent> table = new RequestTable<>(requests, 3, 1, 300, 0, 0);
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
    void working_waitsAsLongAgain_fromEachTimeThatItIsSaid() {
        begin(0);
        working(50);
        working(340);

        table.advance(630, 100);
        assertThat(sent).hasSize(1);

        table.advance(660, 100);
        assertThat(sent).extracting(SentRequests.Sent::to).containsExactly(node(0), node(1));
    }

    @Test
    void working_afterTheNodeCountsAsSilent_isNotWaitedForAgain() {
        begin(0);
        table.suspect(node(0), 10);

        working(20);

        table.advance(100, 100);
        assertThat(sent).hasSize(2);
        table.advance(130, 100);
        assertThat(sent).as("the second node has its time, the first one none").hasSize(3);
    }

    @Test
    void roundTrip_ofARequestThatWasWorkedOn_isNone() {
        begin(0);
        working(50);

        table.reply(node(0).id(), sent.get(0).id(), Replicas.answered("x"), 250);

        assertThat(table.lastRoundTripMillis()).isEqualTo(-1);
    }

    @Test
    void suspicion_isSilence_whateverTheNodeSaid_andItsReplyStillCounts() {
        begin(0);
        working(50);

        table.suspect(node(0), 60);

        assertThat(sent).extracting(SentRequests.Sent::to).containsExactly(node(0), node(1));
        assertThat(requests.over).isEmpty();
        table.reply(node(0).id(), sent.get(0).id(), Replicas.answered("late"), 70);
        assertThat(ends).hasSize(1).first().isInstanceOf(GetReply.Found.class);
    }

    @Test
    void requestThatWaitsInThisNode_hasTheTimeOfTheOperation_untilItLeaves() {
        requests.isFull = true;
        begin(0);
        table.advance(500, 100);
        assertThat(sent).hasSize(1);

        table.left(sent.get(0).id(), 500);
        table.advance(590, 100);
        assertThat(sent).hasSize(1);

        table.advance(620, 100);
        assertThat(sent).hasSize(2);
    }

    private void working(long nowMillis) {
        table.reply(node(0).id(), sent.get(0).id(), new ReplicaReply.Working(), nowMillis);
    }

    @Test
    void gone_endsWhatIsOut_andIsToldOnce() {
        Told told = new Told(new NextStep.Ask<>(List.of(node(0), node(0), node(1))), what -> new NextStep.Wait<>());
        begin(told);

        table.forget(node(0), 10);

        assertThat(told.heard).containsExactly("silent", "silent", "gone");
        assertThat(requests.over).extracting(SentRequests.Sent::to).containsExactly(node(0), node(0));
        assertThat(table.reply(node(0).id(), sent.get(0).id(), Replicas.ABSENT, 11))
                .isEqualTo(RequestTable.Matched.UNASKED);
    }

    @Test
    void answer_isToldOnce_andTheOperationGoesOnUntilItEnds() {
        Told told = new Told(
                new NextStep.Answer<>(NOTHING, new NextStep.Ask<>(nodes(1))),
                what -> new NextStep.Answer<>(NOTHING, new NextStep.End<>()));
        begin(told);
        assertThat(ends).containsExactly(NOTHING);
        assertThat(table.operations()).isOne();

        table.reply(node(0).id(), sent.get(0).id(), Replicas.ABSENT, 5);

        assertThat(ends).containsExactly(NOTHING);
        assertThat(table.operations()).isZero();
        assertThat(requests.over).hasSize(1);
    }

    @Test
    void answer_isToldOnce_alsoAtTheDeadlineAndTheClose() {
        begin(new Told(new NextStep.Answer<>(NOTHING, new NextStep.Ask<>(nodes(1))), what -> new NextStep.Wait<>()));
        table.advance(1_020, 100);
        begin(new Told(new NextStep.Answer<>(NOTHING, new NextStep.Ask<>(nodes(1))), what -> new NextStep.Wait<>()));
        table.close(NoReply.CLOSED, "closed");

        assertThat(ends).containsExactly(NOTHING, NOTHING);
        assertThat(table.operations()).isZero();
    }

    @Test
    void moreThatGoOnAfterTheirAnswerThanMay_endTheOldest() {
        for (int i = 0; i < 2; i++) {
            begin(new Told(
                    new NextStep.Answer<>(NOTHING, new NextStep.Ask<>(nodes(1))), what -> new NextStep.Wait<>()));
        }

        assertThat(table.operations()).isOne();
        assertThat(requests.over).containsExactly(sent.get(0));
    }

    @Test
    void alarm_comesAtItsTime_andALaterOneTakesItsPlace() {
        Told told = new Told(
                new NextStep.Alarm<>(50, new NextStep.Alarm<>(200, new NextStep.Wait<>())),
                what -> new NextStep.Wait<>());
        begin(told);

        table.advance(190, 100);
        assertThat(told.heard).isEmpty();
        table.advance(220, 100);
        table.advance(990, 100);

        assertThat(told.heard).containsExactly("alarm");
    }

    @Test
    void begin_ofAnother_isAnOperationOfItsOwn_forWhichNobodyWaits() {
        Told other = new Told(new NextStep.Ask<>(nodes(2)), what -> new NextStep.Wait<>());
        begin(new Told(
                new NextStep.Begin<>(other, 2_000, new NextStep.Done<>(NOTHING)), what -> new NextStep.Wait<>()));
        assertThat(ends).containsExactly(NOTHING);
        assertThat(table.operations()).isOne();
        assertThat(sent).hasSize(2);

        table.advance(1_500, 100);
        assertThat(table.operations()).isOne();
        table.advance(2_020, 100);

        assertThat(other.heard).endsWith("timeout");
        assertThat(ends).hasSize(1);
        assertThat(table.operations()).isZero();
    }

    @Test
    void become_dropsWhatWasAsked_andKeepsTheDeadline() {
        Told next = new Told(new NextStep.Ask<>(nodes(1)), what -> new NextStep.Wait<>());
        begin(new Told(new NextStep.Alarm<>(100, new NextStep.Ask<>(nodes(1))), what -> new NextStep.Become<>(next)));
        table.reply(node(0).id(), sent.get(0).id(), Replicas.ABSENT, 5);

        assertThat(sent).hasSize(2);
        assertThat(requests.over).containsExactly(sent.get(0));
        table.advance(990, 100);
        assertThat(next.heard).containsExactly("silent");
        table.advance(1_020, 100);
        assertThat(next.heard).containsExactly("silent", "timeout");
        assertThat(table.operations()).isZero();
    }

    private void begin(long now) {
        GetOperation get = new GetOperation(Replicas.KEY, Replicas.caller(), Value.NIL, order(nodes(3)));
        assertThat(table.begin(get, promise, OPERATION_MILLIS, now)).isTrue();
    }

    private void begin(Operation<GetReply> operation) {
        assertThat(table.begin(operation, promise, OPERATION_MILLIS, 0)).isTrue();
    }

    private static ReadOrder order(List<Contact> nodes) {
        return new ReadOrder(nodes, nodes, nodes.size());
    }
}
