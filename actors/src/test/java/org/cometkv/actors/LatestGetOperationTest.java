package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.requests.Replicas.node;
import static org.cometkv.actors.requests.Replicas.nodes;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.UpdateDigest;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Accept;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

class LatestGetOperationTest {

    private static final ReplicaReply OLD = held(1, 1, UpdateDigest.NONE, 3);
    private static final ReplicaReply NEW = held(2, 2, UpdateDigest.NONE, 3);
    private static final ReplicaReply NOTHING = new ReplicaReply.Compared(KeyDigest.NOTHING);

    private LatestGetOperation get = get(new ReadOrder(nodes(5), nodes(3), 5));

    @Test
    void allOwnersAreAskedWhatTheyHold_thenTheHandlerRunsAtTheHighest() {
        assertThat(get.begin()).isEqualTo(new NextStep.Ask<>(nodes(3)));
        assertThat(get.request(1)).isEqualTo(new Wire.Compare(1, Replicas.KEY));
        waits(0, OLD);
        waits(2, NEW);

        assertThat(get.onReply(node(1), NOTHING)).isEqualTo(new NextStep.Ask<>(List.of(node(2))));

        assertThat(((Wire.Get) get.request(1)).read()).isEqualTo(Wire.Read.OWN);
        assertThat(get.onReply(node(2), Replicas.answered("x")))
                .isInstanceOfSatisfying(
                        NextStep.Done.class, done -> assertThat(done.reply()).isInstanceOf(GetReply.Found.class));
    }

    @Test
    void differentUpdatesOfOneObject_areReadAtTheFirstOwner_onceItHasSettled() {
        get.begin();
        waits(1, held(1, 5, UpdateDigest.NONE.plus(Replicas.version(5)), 3));
        waits(2, held(1, 4, UpdateDigest.NONE.plus(Replicas.version(4)), 3));

        assertThat(get.onReply(node(0), OLD)).isEqualTo(new NextStep.Ask<>(List.of(node(0))));

        assertThat(((Wire.Get) get.request(1)).read()).isEqualTo(Wire.Read.SETTLED);
        assertThat(get.onSilent(node(0))).isEqualTo(new NextStep.Ask<>(List.of(node(1))));
    }

    @Test
    void silentOwner_isNotWaitedFor_whereAMajorityTold() {
        get.begin();
        waits(0, OLD);
        assertThat(get.onSilent(node(2))).isInstanceOf(NextStep.Wait.class);

        assertThat(get.onReply(node(1), NEW)).isEqualTo(new NextStep.Ask<>(List.of(node(1))));
    }

    @Test
    void suspectOwner_isNotWaitedFor_whereAMajorityTold() {
        get = get(new ReadOrder(List.of(node(1), node(2), node(0)), nodes(3), 2));
        get.begin();
        waits(1, OLD);

        assertThat(get.onReply(node(2), OLD)).isEqualTo(new NextStep.Ask<>(List.of(node(1))));
    }

    @Test
    void minority_failsByTheDeadline_withASentence() {
        get.begin();
        waits(0, OLD);
        get.onSilent(node(1));
        get.onSilent(node(2));

        NextStep<GetReply> end = get.onTimeout();

        assertThat(((GetReply.Failed) ((NextStep.Done<GetReply>) end).reply())
                        .failure()
                        .message())
                .startsWith("1 of the 3 owners");
    }

    @Test
    void tombstoneThatIsTheHighest_isNotFound() {
        get.begin();
        waits(0, OLD);
        waits(1, new ReplicaReply.Compared(new KeyDigest.Gone(Replicas.version(9))));

        assertThat(get.onReply(node(2), NOTHING)).isEqualTo(new NextStep.Done<>(new GetReply.NotFound(3)));
    }

    @Test
    void objectWithMoreOwners_asksThemAsWell_andNeedsAMajorityOfAll() {
        get.begin();

        assertThat(get.onReply(node(0), held(1, 1, UpdateDigest.NONE, 5)))
                .isEqualTo(new NextStep.Ask<>(List.of(node(3), node(4))));
        waits(1, OLD);
        get.onSilent(node(2));
        get.onSilent(node(3));
        assertThat(get.onReply(node(4), NEW)).isEqualTo(new NextStep.Ask<>(List.of(node(4))));
    }

    @Test
    void readerThatHoldsNothingAnyMore_theOwnersAreComparedAgain() {
        get.begin();
        waits(0, OLD);
        waits(1, OLD);
        get.onReply(node(2), NEW);

        NextStep<GetReply> step = get.onReply(node(2), new ReplicaReply.Absent());

        NextStep.Become<GetReply> again = (NextStep.Become<GetReply>) step;
        assertThat(again.other().begin()).isEqualTo(new NextStep.Ask<>(nodes(3)));
        assertThat(again.other().request(1)).isEqualTo(new Wire.Compare(1, Replicas.KEY));
    }

    @Test
    void readersThatHoldNothingAnyMore_threeTimes_failsWithASentence() {
        NextStep<GetReply> step = null;
        for (int i = 0; i < 3; i++) {
            get.begin();
            waits(0, OLD);
            waits(1, OLD);
            get.onReply(node(2), NEW);
            step = get.onReply(node(2), new ReplicaReply.Absent());
            get = step instanceof NextStep.Become<GetReply> again ? (LatestGetOperation) again.other() : get;
        }

        assertThat(((GetReply.Failed) ((NextStep.Done<GetReply>) step).reply())
                        .failure()
                        .message())
                .contains("changed 3 times");
    }

    private static LatestGetOperation get(ReadOrder order) {
        return new LatestGetOperation(
                Replicas.KEY, Replicas.caller(), Value.NIL, () -> order, replicas -> nodes(replicas), node(9));
    }

    private void waits(int node, ReplicaReply reply) {
        assertThat(get.onReply(node(node), reply)).isInstanceOf(NextStep.Wait.class);
    }

    private static ReplicaReply held(long lineage, long version, UpdateDigest updates, int replicas) {
        return new ReplicaReply.Compared(new KeyDigest.Live(
                Replicas.version(lineage),
                Replicas.version(version),
                updates,
                Accept.NEWER,
                replicas,
                Optional.empty()));
    }
}
