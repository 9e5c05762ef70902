package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.requests.Replicas.node;
import static org.cometkv.actors.requests.Replicas.nodes;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

class RemoveOperationTest {

    private final RemoveOperation remove = remove(3);

    @Test
    void begin_asksAllNeighbors_orIsUnreachable() {
        assertThat(remove.begin()).isEqualTo(new NextStep.Ask<>(nodes(3)));
        assertThat(((NextStep.Broken<RemoveReply>) remove(0).begin()).reason()).isEqualTo(NoReply.NOBODY_KNOWN);
    }

    @Test
    void removedWhereItWas_isRemoved_withWhatEachSaid() {
        remove.begin();
        remove.onReply(node(0), Replicas.ABSENT);
        assertThat(remove.onReply(node(1), Replicas.ABSENT)).isInstanceOf(NextStep.Wait.class);

        RemoveReply reply = done(remove.onReply(node(2), Replicas.REMOVED));

        assertThat(reply).isInstanceOf(RemoveReply.Removed.class);
        assertThat(((RemoveReply.Removed) reply).said())
                .extracting(ReplicaResult::word)
                .containsExactly(ReplicaResult.Word.ABSENT, ReplicaResult.Word.ABSENT, ReplicaResult.Word.REMOVED);
    }

    @Test
    void absentEverywhere_isNotFound() {
        remove.begin();
        remove.onReply(node(0), Replicas.ABSENT);
        remove.onReply(node(1), Replicas.ABSENT);

        assertThat(done(remove.onReply(node(2), Replicas.ABSENT))).isInstanceOf(RemoveReply.NotFound.class);
    }

    @Test
    void refusedByMost_isRefused_byFew_isRemoved() {
        assertThat(done(replies(Replicas.REFUSED, Replicas.REMOVED, Replicas.REFUSED)))
                .isInstanceOf(RemoveReply.Refused.class);
        assertThat(done(replies(Replicas.REMOVED, Replicas.REFUSED, Replicas.REMOVED)))
                .isInstanceOf(RemoveReply.Removed.class);
    }

    @Test
    void failedByMost_isFailed() {
        assertThat(done(replies(Replicas.FAILED, Replicas.REMOVED, Replicas.FAILED)))
                .isInstanceOf(RemoveReply.Failed.class);
    }

    @Test
    void oneSilentAmongAbsent_isNeverNotFound() {
        remove.begin();
        remove.onReply(node(0), Replicas.ABSENT);
        remove.onReply(node(1), Replicas.ABSENT);

        assertThat(((NextStep.Broken<RemoveReply>) remove.onSilent(node(2))).message())
                .startsWith("1 of the 3 nodes");
    }

    private static NextStep<RemoveReply> replies(org.cometkv.actors.wire.ReplicaReply... replies) {
        RemoveOperation remove = remove(replies.length);
        NextStep<RemoveReply> last = remove.begin();
        for (int i = 0; i < replies.length; i++) {
            last = remove.onReply(node(i), replies[i]);
        }
        return last;
    }

    private static RemoveOperation remove(int neighbors) {
        return new RemoveOperation(
                Replicas.KEY,
                Replicas.version(1),
                Replicas.caller(),
                Value.NIL,
                Optional.empty(),
                neighbors == 0 ? List.of() : nodes(neighbors));
    }

    private static RemoveReply done(NextStep<RemoveReply> next) {
        return ((NextStep.Done<RemoveReply>) next).reply();
    }
}
