package org.cometkv.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.node.Execution;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The works of {@code comet bench} that measure objects at rest: {@code storage timers activate memory}. */
class RestBenchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"storage | batch | ready_s", "timers | asleep | late_p99_ms"})
    void whatObjectsAtRestCost_isMeasured(String work, String variant, String figure) {
        checkAtRest(work, variant, figure);
    }

    @ParameterizedTest
    @CsvSource({"memory, asleep, bytes_beside_image", "memory, disk, bytes_each", "activate, disk, cpu_us_per_op"})
    @EnabledIfSystemProperty(named = "comet.bench.memory", matches = "true")
    void whatManyObjectsAtRestCost_isMeasured(String work, String variant, String figure) {
        checkAtRest(work, variant, figure);
    }

    private static void checkAtRest(String work, String variant, String figure) {
        Execution bench = Execution.of("bench", work, "--quick", "--variant", variant, "--heap", "256m");

        assertThat(bench.exit()).as(bench.err()).isZero();
        assertThat(bench.out().lines()).hasSize(1);
        assertThat(bench.out())
                .startsWith("{\"work\":\"" + work + "\",\"variant\":\"" + variant + "\",")
                .contains("\"" + figure + "\":", "\"target\":", "\"met\":");
    }
}
