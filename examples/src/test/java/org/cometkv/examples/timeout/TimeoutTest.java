package org.cometkv.examples.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Value;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutTest {

    private static final Value SECRET = Value.of("secret");

    @ParameterizedTest
    @ValueSource(ints = {10 * 60, 8 * 3_600, 3 * 24 * 3_600})
    void aReadSucceedsOneSecondBeforeTheDeadline_andYieldsNothingOneSecondAfter(int seconds) {
        ScriptTester object = object(seconds);

        object.advance(Duration.ofSeconds(seconds - 1));
        assertThat(object.get().value()).isEqualTo(SECRET);
        assertThat(object.exists()).isTrue();

        object.advance(Duration.ofSeconds(2));
        assertThat(object.get().value()).isEqualTo(Value.NIL);
        assertThat(object.exists()).isFalse();
    }

    @Test
    void theLastMillisecondIsWithinTheDeadline_andTheDeadlineIsNot() {
        ScriptTester object = object(60);

        object.advance(Duration.ofMillis(60_000 - 1));
        assertThat(object.get().value()).isEqualTo(SECRET);
        object.advance(Duration.ofMillis(1));
        assertThat(object.get().value()).isEqualTo(Value.NIL);
    }

    @Test
    void theNextTickAfterTheDeadlineEndsTheObject() {
        ScriptTester object = object(60);

        object.advance(Duration.ofSeconds(59));
        object.fire();
        assertThat(object.exists()).isTrue();

        object.advance(Duration.ofSeconds(2));
        object.fire();
        assertThat(object.exists()).isFalse();
    }

    @Test
    void aDeadlineThatIsGivenIsKept() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        ScriptTester object = ScriptTester.of(Aso.script(new Timeout().script())
                        .with("value", SECRET)
                        .with("deadline", now.toEpochMilli() + 5_000))
                .startAt(now);
        object.put();

        object.advance(Duration.ofMillis(4_999));
        assertThat(object.get().value()).isEqualTo(SECRET);
        object.advance(Duration.ofMillis(1));
        assertThat(object.get().value()).isEqualTo(Value.NIL);
    }

    @Test
    void onThreeNodesTheStoryIsAsPromised() {
        assertThat(ThreeNodes.tell(new Timeout())).contains("0 replicas answer");
    }

    /** An object whose timer does not fire by itself: a read after the deadline is not to depend on it. */
    private static ScriptTester object(int seconds) {
        ScriptTester object = ScriptTester.of(
                        Aso.script(new Timeout().script()).with("value", SECRET).with("lifetime", seconds))
                .defaultPeriod(Duration.ofDays(30));
        object.put();
        return object;
    }
}
