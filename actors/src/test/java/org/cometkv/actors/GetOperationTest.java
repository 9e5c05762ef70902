package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.requests.Replicas.node;
import static org.cometkv.actors.requests.Replicas.nodes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.junit.jupiter.api.Test;

class GetOperationTest {

    private final GetOperation get = new GetOperation(Replicas.KEY, Replicas.caller(), Value.NIL, order(nodes(3)));

    @Test
    void begin_asksTheFirstNodeOnly() {
        assertThat(get.begin()).isEqualTo(new NextStep.Ask<>(List.of(node(0))));
    }

    @Test
    void begin_withoutAnyNode_isUnreachable() {
        NextStep<GetReply> next =
                new GetOperation(Replicas.KEY, Replicas.caller(), Value.NIL, order(List.of())).begin();

        assertThat(((NextStep.Broken<GetReply>) next).reason()).isEqualTo(NoReply.NOBODY_KNOWN);
    }

    @Test
    void answer_endsIt_andSaysWhoAndHowManyWereAsked() {
        get.begin();

        assertThat(get.onReply(node(0), Replicas.answered("x")))
                .isEqualTo(new NextStep.Done<>(
                        new GetReply.Found(Value.of("x"), new AnswerSource(node(0), 1, Usage.NONE))));
    }

    @Test
    void absent_asksTheNext() {
        get.begin();

        assertThat(get.onReply(node(0), Replicas.ABSENT)).isEqualTo(new NextStep.Ask<>(List.of(node(1))));
    }

    @Test
    void nodeThatTakesNoPart_isPassedBy() {
        get.begin();

        assertThat(get.onReply(node(0), Replicas.NOT_READY)).isEqualTo(new NextStep.Ask<>(List.of(node(1))));
    }

    @Test
    void busyNode_isPassedBy_andToldWhereNoOtherAnswers() {
        ReplicaReply busy = new ReplicaReply.Refused(Refusal.retry(Refusal.Reason.BUSY, "much to do", 50));
        get.begin();

        assertThat(get.onReply(node(0), busy)).isEqualTo(new NextStep.Ask<>(List.of(node(1))));
        get.onReply(node(1), Replicas.ABSENT);
        NextStep<GetReply> next = get.onReply(node(2), Replicas.ABSENT);

        assertThat(((GetReply.Refused) ((NextStep.Done<GetReply>) next).reply()).refusal())
                .isEqualTo(Refusal.retry(Refusal.Reason.BUSY, "much to do", 50));
    }

    @Test
    void silent_asksTheNext_andALateAnswerStillCounts() {
        get.begin();
        assertThat(get.onSilent(node(0))).isEqualTo(new NextStep.Ask<>(List.of(node(1))));

        NextStep<GetReply> next = get.onReply(node(0), Replicas.answered("late"));

        assertThat(((GetReply.Found) ((NextStep.Done<GetReply>) next).reply()).answer())
                .isEqualTo(new AnswerSource(node(0), 2, Usage.NONE));
    }

    @Test
    void absentEverywhere_isNotFound() {
        get.begin();
        get.onReply(node(0), Replicas.ABSENT);
        get.onReply(node(1), Replicas.ABSENT);

        assertThat(get.onReply(node(2), Replicas.ABSENT)).isEqualTo(new NextStep.Done<>(new GetReply.NotFound(3)));
    }

    @Test
    void oneSilentAmongAbsent_isNotFoundNever_whileItIsNotSuspect() {
        get.begin();
        get.onSilent(node(0));
        get.onReply(node(1), Replicas.ABSENT);
        assertThat(get.onReply(node(2), Replicas.ABSENT)).isInstanceOf(NextStep.Alarm.class);
        assertThat(get.onAlarm()).isInstanceOf(NextStep.Alarm.class);

        NextStep<GetReply> next = get.onTimeout();

        assertThat(((NextStep.Broken<GetReply>) next).message()).startsWith("1 of the 3 nodes asked");
    }

    @Test
    void refusalOfTheObject_isFinal() {
        get.begin();

        assertThat(get.onReply(node(0), Replicas.REFUSED))
                .isEqualTo(new NextStep.Done<>(
                        new GetReply.Refused(Replicas.NO, new AnswerSource(node(0), 1, Usage.NONE))));
    }

    @Test
    void nil_isEmpty() {
        get.begin();

        NextStep<GetReply> next = get.onReply(
                node(0), new org.cometkv.actors.wire.ReplicaReply.Answered(Value.NIL, Replicas.version(1), Usage.NONE));

        assertThat(((NextStep.Done<GetReply>) next).reply()).isInstanceOf(GetReply.Empty.class);
    }

    @Test
    void silentOwner_thatBecomesSuspect_isWaitedForNoMore() {
        Set<Contact> suspects = new HashSet<>();
        GetOperation few = new GetOperation(
                Replicas.KEY, Replicas.caller(), Value.NIL, new ReadOrder(nodes(3), nodes(3), 3, suspects::contains));
        few.begin();
        few.onSilent(node(0));
        few.onReply(node(1), Replicas.ABSENT);
        assertThat(few.onReply(node(2), Replicas.ABSENT)).isInstanceOf(NextStep.Alarm.class);

        suspects.add(node(0));

        assertThat(few.onAlarm()).isEqualTo(new NextStep.Done<>(new GetReply.NotFound(3)));
    }

    @Test
    void absentAtAllOwners_isNotFound_andNoOtherNeighborIsAsked() {
        GetOperation few =
                new GetOperation(Replicas.KEY, Replicas.caller(), Value.NIL, new ReadOrder(nodes(20), nodes(3), 20));
        few.begin();
        few.onReply(node(0), Replicas.ABSENT);
        few.onReply(node(1), Replicas.ABSENT);

        assertThat(few.onReply(node(2), Replicas.ABSENT)).isEqualTo(new NextStep.Done<>(new GetReply.NotFound(3)));
    }

    @Test
    void absentAtAMinorityOfOwners_asksTheOtherNeighborsAsWell() {
        // The owners 1 and 2 are suspect and so the last to be asked.
        List<Contact> order = List.of(node(0), node(3), node(4), node(1), node(2));
        GetOperation few =
                new GetOperation(Replicas.KEY, Replicas.caller(), Value.NIL, new ReadOrder(order, nodes(3), 3));
        few.begin();
        assertThat(few.onReply(node(0), Replicas.ABSENT)).isEqualTo(new NextStep.Ask<>(List.of(node(3))));
        few.onReply(node(3), Replicas.ABSENT);
        few.onReply(node(4), Replicas.ABSENT);

        assertThat(few.onReply(node(1), Replicas.ABSENT))
                .as("two of three owners, and no other one that is not suspect")
                .isEqualTo(new NextStep.Done<>(new GetReply.NotFound(4)));
    }

    @Test
    void nodeAfterASilentOne_isToSettleFirst_andOneAfterAbsentOnesOnlyWhatItHolds() {
        get.begin();
        assertThat(read()).isEqualTo(Wire.Read.FIRST);
        get.onReply(node(0), Replicas.ABSENT);
        assertThat(read()).isEqualTo(Wire.Read.AFTER_ABSENT);
        get.onSilent(node(1));
        assertThat(read()).isEqualTo(Wire.Read.FIRST);
    }

    private Wire.Read read() {
        return ((Wire.Get) get.request(1)).read();
    }

    private static ReadOrder order(List<Contact> nodes) {
        return new ReadOrder(nodes, nodes, nodes.size());
    }
}
