package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.aso.Refusal;
import org.junit.jupiter.api.Test;

final class PendingReplyTest {

    private final RequestCounts counts = new RequestCounts();
    private final PendingReply<PutReply> pending = new PendingReply<>(counts);
    private final PutReply refused =
            new PutReply.Refused(Refusal.of(Refusal.Reason.INVALID, "the value is too large"), List.of());

    @Test
    void done_isCountedBeforeTheReplyIsSeen() {
        List<Long> seen = new ArrayList<>();
        pending.thenRun(() -> seen.add(counts.refused.sum()));

        pending.done(refused);

        assertThat(seen).containsExactly(1L);
    }

    @Test
    void broken_isCountedBeforeItIsSeen() {
        List<Long> seen = new ArrayList<>();
        pending.whenComplete((reply, broken) -> seen.add(counts.broken.sum()));

        pending.broken(NoReply.LATE, "late");

        assertThat(seen).containsExactly(1L);
    }

    @Test
    void secondEnd_isNeitherToldNorCounted() {
        pending.done(refused);

        pending.broken(NoReply.LATE, "late");
        pending.done(refused);

        assertThat(pending).isCompletedWithValue(refused);
        assertThat(counts.refused.sum()).isOne();
        assertThat(counts.broken.sum()).isZero();
    }
}
