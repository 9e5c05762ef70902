package org.cometkv.examples.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.actors.Aso;
import org.cometkv.aso.Value;
import org.cometkv.examples.Replica;
import org.cometkv.examples.ThreeNodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutTest {

    private static final Value SECRET = Value.of("secret");

    @ParameterizedTest
    @ValueSource(ints = {10 * 60, 8 * 3_600, 3 * 24 * 3_600})
    void aReadSucceedsOneSecondBeforeTheDeadline_andYieldsNothingOneSecondAfter(int seconds) {
        Replica replica = replica(seconds);

        replica.now += seconds * 1_000L - 1_000;
        assertThat(replica.get(Value.NIL)).isEqualTo(SECRET);
        assertThat(replica.isGone()).isFalse();

        // No timer fires in this test.
        replica.now += 2_000;
        assertThat(replica.get(Value.NIL)).isEqualTo(Value.NIL);
        assertThat(replica.isGone()).isTrue();
    }

    @Test
    void theLastMillisecondIsWithinTheDeadline_andTheDeadlineIsNot() {
        Replica replica = replica(60);

        replica.now += 60_000 - 1;
        assertThat(replica.get(Value.NIL)).isEqualTo(SECRET);
        replica.now += 1;
        assertThat(replica.get(Value.NIL)).isEqualTo(Value.NIL);
    }

    @Test
    void theNextTickAfterTheDeadlineEndsTheObject() {
        Replica replica = replica(60);

        replica.now += 59_000;
        replica.tick();
        assertThat(replica.isGone()).isFalse();

        replica.now += 2_000;
        replica.tick();
        assertThat(replica.isGone()).isTrue();
    }

    @Test
    void aDeadlineThatIsGivenIsKept() {
        long deadline = 1_700_000_000_000L + 5_000;
        Replica replica = new Replica(
                Aso.script(new Timeout().script()).with("value", SECRET).with("deadline", deadline), "a", "comet");

        replica.now = deadline - 1;
        assertThat(replica.get(Value.NIL)).isEqualTo(SECRET);
        replica.now = deadline;
        assertThat(replica.get(Value.NIL)).isEqualTo(Value.NIL);
    }

    @Test
    void onThreeNodesTheStoryIsAsPromised() {
        assertThat(ThreeNodes.tell(new Timeout())).contains("0 replicas answer");
    }

    private static Replica replica(int seconds) {
        return new Replica(
                Aso.script(new Timeout().script()).with("value", SECRET).with("lifetime", seconds), "a", "comet");
    }
}
