package org.cometkv.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cometkv.aso.Value;
import org.cometkv.node.Execution;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.json.ValueJson;
import org.junit.jupiter.api.Test;

class SimWorkTest {

    @Test
    void sim_tellsEveryVariantWithItsTargets() {
        Execution bench = Execution.of("bench", "sim", "--quick", "--heap", "256m");

        assertThat(bench.err()).isEmpty();
        assertThat(bench.exit()).isEqualTo(ExitCode.WELL.code());
        List<Value.Table> lines = bench.out()
                .lines()
                .map(ValueJson::parse)
                .map(Value.Table.class::cast)
                .toList();
        assertThat(lines)
                .extracting(line -> text(line, "variant") + ": " + text(line, "target"))
                .containsExactly(
                        "objects-5: seconds <= 3",
                        "idle-5: seconds <= 2 and steps_per_node_second <= 1",
                        "objects-100: seconds <= 10",
                        "idle-1000: forming_seconds <= 60 and seconds <= 60",
                        "test-3: test_seconds <= 0.5",
                        "test-5: test_seconds <= 1");
        assertThat(lines.subList(0, 4))
                .allSatisfy(line -> assertThat(text(line, "trace")).matches("[0-9a-f]{1,16}"));
    }

    @Test
    void otherSeed_isAnotherRun_andTheSameSeedTheSame() {
        Value.Table seventh = idle("7");

        assertThat(seventh.get("seed")).isEqualTo(Value.of(7));
        assertThat(text(idle("7"), "trace")).isEqualTo(text(seventh, "trace"));
        assertThat(text(idle("8"), "trace")).isNotEqualTo(text(seventh, "trace"));
    }

    private static Value.Table idle(String seed) {
        Execution bench =
                Execution.of("bench", "sim", "--quick", "--heap", "256m", "--variant", "idle-5", "--seed", seed);
        assertThat(bench.err()).isEmpty();
        return (Value.Table) ValueJson.parse(bench.out().strip());
    }

    private static String text(Value.Table line, String field) {
        return ((Value.Bytes) line.get(field)).utf8();
    }
}
