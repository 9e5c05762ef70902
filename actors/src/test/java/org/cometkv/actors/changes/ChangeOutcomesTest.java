package org.cometkv.actors.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.cometkv.actors.changes.ChangeOutcomes.Outcome;
import org.cometkv.aso.Version;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;

class ChangeOutcomesTest {

    private static final long KEPT = 1_000;

    private final ChangeOutcomes outcomes = new ChangeOutcomes(KEPT);

    @Test
    void content_withRetractedChange_mayNotStay() {
        outcomes.add(version(2), Outcome.RETRACTED, 0);

        assertThat(isUnsound(0, 1, 2, 3)).isTrue();
        assertThat(isUnsound(0, 1, 3)).isFalse();
    }

    @Test
    void content_withAcknowledgedChangeAboveRetractedOne_mayStay() {
        outcomes.add(version(2), Outcome.RETRACTED, 0);
        outcomes.add(version(3), Outcome.ACKNOWLEDGED, 0);

        assertThat(isUnsound(0, 1, 2, 3)).isFalse();
        assertThat(isUnsound(0, 1, 2)).isTrue();
    }

    @Test
    void content_withAcknowledgedChangeBelowRetractedOne_mayNotStay() {
        outcomes.add(version(2), Outcome.ACKNOWLEDGED, 0);
        outcomes.add(version(3), Outcome.RETRACTED, 0);

        assertThat(isUnsound(0, 1, 2, 3)).isTrue();
        assertThat(isUnsound(0, 1, 2)).isFalse();
    }

    @Test
    void retraction_thatWasOverruled_isForgotten() {
        outcomes.add(version(2), Outcome.RETRACTED, 0);
        outcomes.add(version(2), Outcome.ACKNOWLEDGED, 0);

        assertThat(outcomes.is(version(2), Outcome.RETRACTED, 0)).isFalse();
        assertThat(isUnsound(0, 2)).isFalse();
    }

    @Test
    void retraction_isForgottenAfterItsTime() {
        outcomes.add(version(2), Outcome.RETRACTED, 0);

        assertThat(outcomes.is(version(2), Outcome.RETRACTED, KEPT - 1)).isTrue();
        assertThat(outcomes.is(version(2), Outcome.RETRACTED, KEPT)).isFalse();
    }

    @Test
    void change_standsUnlessItIsKnownNotToBeAcknowledged() {
        assertThat(outcomes.mayStand(version(1), 0)).isTrue();

        outcomes.add(version(1), Outcome.ACKNOWLEDGED, 0);
        outcomes.add(version(2), Outcome.LAPSED, 0);
        outcomes.add(version(3), Outcome.RETRACTED, 0);

        assertThat(outcomes.mayStand(version(1), 0)).isTrue();
        assertThat(outcomes.mayStand(version(2), 0)).isFalse();
        assertThat(outcomes.mayStand(version(3), 0)).isFalse();
        assertThat(outcomes.mayStand(version(2), KEPT)).isTrue();
    }

    @Test
    void lapsedChange_mayStay() {
        outcomes.add(version(2), Outcome.LAPSED, 0);

        assertThat(isUnsound(0, 1, 2)).isFalse();
    }

    private boolean isUnsound(long nowMillis, long... clocks) {
        return outcomes.areUnsound(LongStream.of(clocks).mapToObj(ChangeOutcomesTest::version), nowMillis);
    }

    private static Version version(long clock) {
        return new Version(clock, NodeId.of("node"));
    }
}
