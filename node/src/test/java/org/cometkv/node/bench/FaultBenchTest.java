package org.cometkv.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cometkv.aso.Value;
import org.cometkv.node.Execution;
import org.cometkv.node.json.ValueJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code comet bench chaos} and {@code failover} as a user meets them. */
class FaultBenchTest {

    /** With this property they run in all their forms, which takes five minutes more. */
    private static final String ALL = "comet.bench.faults";

    /** Lost changes are what the bench is there to find: whether it found some is not asserted here. */
    @Test
    void chaos_tellsWhatBecameOfWhatWasAcknowledged() {
        Execution bench = Execution.of("bench", "chaos", "--quick", "--fault", "kill", "--seed", "7");

        assertThat(bench.exit()).as(bench.err()).isZero();
        assertThat(bench.out().lines()).hasSize(1);
        Value.Table line = (Value.Table) ValueJson.parse(bench.out().strip());
        assertThat(text(line, "work")).isEqualTo("chaos");
        assertThat(text(line, "variant")).isEqualTo("kill");
        assertThat(number(line, "seed")).isEqualTo(7);
        assertThat(number(line, "acknowledged")).isGreaterThan(100);
        assertThat(number(line, "faults")).isPositive();
        assertThat(number(line, "gets_answered")).isBetween(0.01, 1.0);
        for (String field : List.of("lost", "stale_in_calm", "ops_per_s", "unavailable_s_max", "replicated_s_max")) {
            assertThat(line.get(field)).as(field).isInstanceOf(Value.Num.class);
        }
        assertThat(text(line, "target")).startsWith("lost <= 0 and stale_in_calm <= 0 and unread <= 0");
        assertThat(line.get("met")).isInstanceOf(Value.Bool.class);
    }

    @Test
    @EnabledIfSystemProperty(named = ALL, matches = "true")
    void cutOffNodes_areReadAgain() {
        Execution bench = Execution.of("bench", "chaos", "--quick", "--variant", "partition");

        assertThat(bench.exit()).as(bench.err()).isZero();
        assertThat(bench.out()).contains("\"variant\":\"partition\"", "\"unread\":0,");
    }

    @Test
    @EnabledIfSystemProperty(named = ALL, matches = "true")
    void failover_isTimedByDefaultAndTuned_andNamesTheOverrides() {
        Execution bench = Execution.of("bench", "failover", "--quick");

        assertThat(bench.exit()).as(bench.err()).isZero();
        List<String> lines = bench.out().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .contains("\"variant\":\"default\"", "\"answer_s\":", "\"target\":\"answer_s_max <= 3\"")
                .doesNotContain("overrides");
        assertThat(lines.get(1))
                .contains(
                        "\"variant\":\"tuned\"", "\"overrides\":\"pekko.cluster.failure-detector", "answer_s_max <= 1");
    }

    @Test
    @EnabledIfSystemProperty(named = ALL, matches = "true")
    void aMinuteOfKills_losesNothing() {
        Execution bench = Execution.of("bench", "chaos", "--seconds", "60", "--keys", "3000", "--fault", "kill");

        assertThat(bench.exit()).as(bench.err()).isZero();
        assertThat(bench.out()).contains("\"lost\":0,", "\"stale_in_calm\":0,", "\"unread\":0,");
    }

    private static String text(Value.Table line, String field) {
        return ((Value.Bytes) line.get(field)).utf8();
    }

    private static double number(Value.Table line, String field) {
        return ((Value.Num) line.get(field)).number();
    }
}
