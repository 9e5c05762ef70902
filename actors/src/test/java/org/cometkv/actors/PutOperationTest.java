package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.requests.Replicas.node;
import static org.cometkv.actors.requests.Replicas.nodes;

import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

class PutOperationTest {

    private long versions;

    private final PutOperation put = put(3, 2);

    @Test
    void begin_asksAllOwnersAtOnce() {
        assertThat(put.begin()).isEqualTo(new NextStep.Ask<>(nodes(3)));
    }

    @Test
    void enoughStored_isStored_withWhatEachSaid() {
        put.begin();
        assertThat(put.onReply(node(2), Replicas.STORED)).isInstanceOf(NextStep.Wait.class);

        PutReply reply = done(put.onReply(node(0), Replicas.KEPT));

        assertThat(reply).isInstanceOf(PutReply.Stored.class);
        assertThat(reply.said())
                .extracting(ReplicaResult::word)
                .containsExactly(ReplicaResult.Word.KEPT, ReplicaResult.Word.SILENT, ReplicaResult.Word.STORED);
    }

    @Test
    void tooManyRefusals_isRefusedAtOnce() {
        put.begin();
        assertThat(put.onReply(node(0), Replicas.REFUSED)).isInstanceOf(NextStep.Wait.class);

        assertThat(done(put.onReply(node(1), Replicas.REFUSED)))
                .isInstanceOfSatisfying(
                        PutReply.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Replicas.NO));
    }

    @Test
    void oneRefusalOfThree_isStoredByTheOthers() {
        put.begin();
        put.onReply(node(0), Replicas.REFUSED);
        put.onReply(node(1), Replicas.STORED);

        assertThat(done(put.onReply(node(2), Replicas.STORED))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void tooManyFailures_isFailedWithTheMessage() {
        put.begin();
        put.onReply(node(0), Replicas.FAILED);

        assertThat(done(put.onReply(node(1), Replicas.FAILED)))
                .isInstanceOfSatisfying(
                        PutReply.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Replicas.BROKEN));
    }

    @Test
    void updateOfNothing_isNotFoundWhenAllSaidSo() {
        put.begin();
        put.onReply(node(0), Replicas.ABSENT);
        put.onReply(node(1), Replicas.ABSENT);

        assertThat(done(put.onReply(node(2), Replicas.ABSENT))).isInstanceOf(PutReply.NotFound.class);
    }

    @Test
    void silentOwners_areWaitedForUntilTheDeadline() {
        put.begin();
        put.onReply(node(0), Replicas.STORED);
        put.onSilent(node(1));
        assertThat(put.onSilent(node(2))).isInstanceOf(NextStep.Wait.class);

        assertThat(((NextStep.Broken<PutReply>) put.onTimeout()).message())
                .startsWith("2 of the 3 owners")
                .endsWith("2 must store it");
    }

    @Test
    void moreAcksThanOwners_areAllOwners() {
        PutOperation all = put(2, 3);
        all.begin();
        all.onReply(node(0), Replicas.STORED);

        assertThat(done(all.onReply(node(1), Replicas.STORED))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void refusedByAllBecauseOfItsVersion_isPutOnceMoreWithANewerOne() {
        put.begin();
        put.onReply(node(0), Replicas.BEHIND);
        NextStep<PutReply> second = put.onReply(node(1), Replicas.BEHIND);
        assertThat(second).isInstanceOf(NextStep.Wait.class);
        assertThat(put.onReply(node(2), Replicas.BEHIND)).isEqualTo(new NextStep.Ask<>(nodes(3)));
        assertThat(((Wire.Put) put.request(1)).version()).isEqualTo(Replicas.version(2));

        put.onReply(node(0), Replicas.BEHIND);
        put.onReply(node(1), Replicas.BEHIND);

        assertThat(done(put.onReply(node(2), Replicas.BEHIND))).isInstanceOf(PutReply.Refused.class);
    }

    @Test
    void refusedBySomeBecauseOfItsVersion_isNotPutTwice() {
        put.begin();
        put.onReply(node(0), Replicas.STORED);
        put.onReply(node(1), Replicas.BEHIND);

        assertThat(done(put.onReply(node(2), Replicas.BEHIND))).isInstanceOf(PutReply.Refused.class);
    }

    @Test
    void update_countsOnlyThoseThatHoldTheObject() {
        PutOperation update = put(5, 3);
        update.begin();
        for (int i = 1; i < 4; i++) {
            assertThat(update.onReply(node(i), Replicas.ABSENT)).isInstanceOf(NextStep.Wait.class);
        }
        assertThat(update.onReply(node(0), Replicas.KEPT)).isInstanceOf(NextStep.Wait.class);

        assertThat(done(update.onReply(node(4), Replicas.ABSENT))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void update_thatTheOnlyHolderRefuses_isRefused() {
        PutOperation update = put(2, 2);
        update.begin();
        update.onReply(node(0), Replicas.ABSENT);

        assertThat(done(update.onReply(node(1), Replicas.REFUSED))).isInstanceOf(PutReply.Refused.class);
    }

    @Test
    void update_withASilentNode_isNeverNotFound() {
        PutOperation update = put(2, 2);
        update.begin();
        update.onReply(node(0), Replicas.ABSENT);
        update.onSilent(node(1));

        assertThat(((NextStep.Broken<PutReply>) update.onTimeout()).reason()).isEqualTo(NoReply.LATE);
    }

    private PutOperation put(int owners, int acks) {
        PutOperation.Body body = new PutOperation.Body(
                Replicas.KEY,
                Replicas.caller(),
                Script.NONE,
                Value.table(),
                Wire.Condition.ALWAYS,
                java.util.Optional.empty());
        return new PutOperation(
                body, nodes(owners), holders -> Math.min(acks, holders), () -> Replicas.version(++versions));
    }

    private static PutReply done(NextStep<PutReply> next) {
        return ((NextStep.Done<PutReply>) next).reply();
    }
}
