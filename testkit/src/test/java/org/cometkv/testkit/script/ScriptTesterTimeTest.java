package org.cometkv.testkit.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.testkit.CometAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

/** Virtual time: timers fire by the schedule that a node has, and an object ends when its time to live is over. */
class ScriptTesterTimeTest {

    private static final String TICKS = """
            aso.timer = 10
            aso.ticks = {}
            function aso:onTimer(name) self.ticks[#self.ticks + 1] = name or comet.systemTime() end
            """;

    @Test
    void period_firesFirstWithinTenPercent_thenExactly() {
        ScriptTester object = ScriptTester.of(TICKS);
        object.put();
        long put = object.now().toEpochMilli();

        object.advance(Duration.ofSeconds(41));

        List<Long> ticks = ticks(object);
        assertThat(ticks).hasSize(4);
        assertThat(ticks.get(0) - put).isBetween(9_000L, 11_000L);
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i) - ticks.get(i - 1)).isEqualTo(10_000);
        }
        assertThat(object.nextPeriod()).hasValue(Duration.ofMillis(ticks.get(3) + 10_000 - put - 41_000));
    }

    @Test
    void periodOfAnotherSeed_hasAnotherJitter_andTheSameSeedTheSame() {
        assertThat(first(1)).isEqualTo(first(1)).isNotEqualTo(first(2));
    }

    @Test
    void objectWithoutATimerField_firesAtTheDefaultPeriod() {
        ScriptTester object =
                ScriptTester.of("function aso:onTimer() self.fired = true end").defaultPeriod(Duration.ofMinutes(1));
        object.put();

        object.advance(Duration.ofSeconds(53));
        assertThat(object).hasNoState("fired");
        object.advance(Duration.ofSeconds(14));
        assertThat(object).hasState("fired", true);
    }

    @Test
    void namedTimers_fireOnceInOrder_atTheirDeadlines() {
        ScriptTester object = ScriptTester.of("""
                aso.fired = {}
                function onGet() comet.after("late", 3) comet.after("soon", 1) comet.after("never", 2) end
                function aso:onTimer(name)
                  self.fired[#self.fired + 1] = name .. comet.systemTime() % 100000
                  comet.cancel("never")
                end
                """);
        object.startAt(Instant.ofEpochMilli(100_000));
        object.put();
        object.get();
        assertThat(object.timers()).containsOnlyKeys("late", "never", "soon");

        object.advance(Duration.ofMillis(999));
        assertThat(object.state("fired")).isEqualTo(Value.table());
        object.advance(Duration.ofSeconds(10));

        assertThat(object).hasState("fired", List.of("soon1000", "late3000"));
        assertThat(object.timers()).isEmpty();
    }

    @Test
    void seventeenthNamedTimer_isRefused_inTheWordsOfANode() {
        ScriptTester object = ScriptTester.of("""
                function onGet()
                  for i = 1, 16 do assert(comet.after("t" .. i, 5)) end
                  return {comet.after("t1", 9), {comet.after("t17", 5)}}
                end
                """);
        object.put();

        assertThat(object.get()).hasValue(List.of(true, List.of(false, "the object has 16 named timers")));
    }

    @Test
    void fieldThatChangesThePeriod_armsItAnew() {
        ScriptTester object = ScriptTester.of(TICKS + "function onGet() aso.timer = 1 end");
        object.put();
        object.advance(Duration.ofSeconds(5));
        assertThat(ticks(object)).isEmpty();

        object.get();
        object.advance(Duration.ofSeconds(4));

        assertThat(ticks(object)).hasSizeBetween(3, 4);
    }

    @Test
    void timeToLive_endsTheObjectAtItsEnd_andAChangeExtendsIt() {
        ScriptTester object = ScriptTester.of("aso.ttl = 60 function onUpdate() end");
        object.put();

        object.advance(Duration.ofMillis(59_999));
        assertThat(object).isHeldBy(1);
        object.update(1);
        object.advance(Duration.ofMillis(59_999));
        assertThat(object).isHeldBy(1);
        object.advance(Duration.ofMillis(1));

        assertThat(object).isGone();
        assertThatThrownBy(object::get).hasMessage("there is no object: its time to live is over");
    }

    @Test
    void failureOfATimer_isAnOutcome_andTheNextOneFires() {
        ScriptTester object = ScriptTester.of("aso.timer = 10\nfunction onTimer()\nerror('broken') end");
        object.put();

        List<ScriptOutcome> fired = object.advance(Duration.ofSeconds(25));

        assertThat(fired).hasSize(2).allMatch(ScriptOutcome::isFailed);
        assertThat(fired.get(0)).failedAtLine(3);
    }

    @Test
    void negativeTime_isRefusedInOneSentence() {
        ScriptTester object = ScriptTester.of(TICKS);

        assertThatThrownBy(() -> object.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time goes forward only, not by PT-1S");
    }

    private static long first(long seed) {
        ScriptTester object = ScriptTester.of(TICKS).seed(seed);
        object.put();
        object.advance(Duration.ofSeconds(11));
        return ticks(object).get(0);
    }

    private static List<Long> ticks(ScriptTester object) {
        return object.state("ticks").asList().stream().map(Value::asLong).toList();
    }
}
