package org.cometkv.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cometkv.aso.Value;
import org.cometkv.node.Execution;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.json.ValueJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code comet bench} as a user meets it. What is measured is never asserted: only that it is, and how it is told. */
class BenchCommandTest {

    private static final List<String> COMPARED = List.of(
            "getCount-bare",
            "getCount",
            "getCount-global",
            "getCount-objects",
            "getCount-g1",
            "getCount-objects-g1",
            "getCount-parallel",
            "getCount-objects-parallel",
            "getCount-after",
            "loop",
            "nearest",
            "strings");

    private static final List<String> ALONE = List.of("live-object", "limit-stop", "distinct-script");

    @Test
    void sandbox_tellsEveryVariant() {
        Execution bench = Execution.of("bench", "sandbox", "--quick", "--heap", "128m");

        assertThat(bench.err()).isEmpty();
        assertThat(bench.exit()).isEqualTo(ExitCode.WELL.code());
        List<Value.Table> lines = bench.out()
                .lines()
                .map(ValueJson::parse)
                .map(Value.Table.class::cast)
                .toList();
        assertThat(lines).extracting(line -> text(line, "variant")).containsExactlyElementsOf(variants());
        for (Value.Table line : lines) {
            assertThat(text(line, "work")).isEqualTo("sandbox");
            assertThat(text(line, "jvm")).contains(System.getProperty("java.version"));
            assertThat(text(line, "collector")).isIn("Serial", "G1", "Parallel");
            assertThat(number(line, "seconds")).isPositive();
        }
        lines.stream()
                .filter(line -> COMPARED.contains(text(line, "variant")))
                .forEach(BenchCommandTest::checkCompared);
        assertThat(targets(lines))
                .containsExactlyInAnyOrder(
                        "getCount-bare: ratio <= 1",
                        "getCount: ops_per_s >= 10000000",
                        "getCount-global: ops_per_s >= 8000000",
                        "loop: ratio <= 1",
                        "nearest: ratio <= 1",
                        "strings: ratio <= 1",
                        "live-object: bytes_each <= 1000",
                        "limit-stop: cpu_ms_max <= 50",
                        "distinct-script: cpu_us_per_op <= 100 and bytes_each <= 4096");
        assertThat(lines.stream().filter(line -> line.get("overrides") != Value.NIL))
                .extracting(line -> text(line, "variant"))
                .containsExactly("loop");
    }

    private static List<String> variants() {
        return Stream.of(COMPARED, ALONE).flatMap(List::stream).toList();
    }

    private static void checkCompared(Value.Table line) {
        for (String field : List.of("ops_per_s", "cpu_us_per_op", "ratio", "ns_per_event", "stock_ns", "fuel")) {
            assertThat(number(line, field)).as(field).isPositive();
        }
        assertThat(text(line, "ratio_to")).isEqualTo("stock LuaJ 3.0.1");
    }

    private static Set<String> targets(List<Value.Table> lines) {
        return lines.stream()
                .filter(line -> line.get("target") != Value.NIL)
                .peek(line -> assertThat(line.get("met")).isInstanceOf(Value.Bool.class))
                .map(line -> text(line, "variant") + ": " + text(line, "target"))
                .collect(Collectors.toSet());
    }

    @Test
    void getsThroughTheNode_areMeasured() {
        Execution bench = Execution.of("bench", "get-local", "--quick", "--variant", "64", "--heap", "256m");

        assertThat(bench.exit()).as(bench.err()).isZero();
        assertThat(bench.out().lines()).hasSize(1);
        checkGets("get-local", bench.out());
    }

    @Test
    void remoteGets_areMeasured_andASingleOneIsComparedToArterysOwnRoundTrip() {
        Execution bench = Execution.of("bench", "get-remote", "--quick", "--variant", "1,64", "--heap", "256m");

        assertThat(bench.exit()).as(bench.err()).isZero();
        List<String> lines = bench.out().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .contains("\"ratio_to\":\"Artery's own round trip\"", "\"echo_p50_us\":", "\"target\":\"ratio <= 2\"");
        checkGets("get-remote", lines.get(1));
    }

    private static void checkGets(String work, String line) {
        assertThat(line)
                .startsWith("{\"work\":\"" + work + "\",\"variant\":\"64\",\"ops_per_s\":")
                .contains("\"p50_us\":", "\"p99_us\":", "\"p999_us\":", "\"cpu_us_per_op\":", "\"failed\":0,");
    }

    @Test
    void admission_isToldForEachMessage() {
        Execution bench = Execution.of("bench", "admission", "--quick", "--heap", "128m");

        assertThat(bench.exit()).as(bench.err()).isZero();
        assertThat(bench.out())
                .startsWith("{\"work\":\"admission\",\"variant\":\"peer\",\"ops_per_s\":")
                .contains("\"refused\":0,", "\"target\":\"ns_per_message <= 100\"");
    }

    @Test
    void prices_areToldOfEachCase_thenOfAll() {
        Execution bench = Execution.of(
                "bench", "prices", "--quick", "--heap", "128m", "--variant", "moves,wait-small,restore-fields,compile");

        assertThat(bench.exit()).as(bench.err()).isZero();
        List<Value.Table> lines = bench.out()
                .lines()
                .map(ValueJson::parse)
                .map(Value.Table.class::cast)
                .toList();
        assertThat(targets(lines))
                .containsExactlyInAnyOrder(
                        "moves: ns_per_unit <= 250 and event_ms_max <= 25 and slice_ms_max <= 2",
                        "wait-small: ns_per_unit <= 250 and event_ms_max <= 25 and slice_ms_max <= 2",
                        "restore-fields: event_ms_max <= 25 and slice_ms_max <= 2",
                        "wait-small: bytes_per_charged <= 2",
                        "compile: compile_ms_max <= 20",
                        "dearest-unit: ns_per_unit <= 250",
                        "dearest-event: event_ms_max <= 25",
                        "longest-slice: slice_ms_max <= 2",
                        "heaviest-byte: bytes_per_charged <= 2");
        Value.Table moves = lines.stream()
                .filter(line -> text(line, "variant").equals("moves"))
                .findFirst()
                .orElseThrow();
        assertThat(text(moves, "outcome")).isEqualTo("limit");
        assertThat(text(moves, "covers")).contains("OP_MOVE");
        assertThat(number(moves, "fuel")).isEqualTo(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loops", "flood"})
    void neighbors_areMeasuredWithAndWithoutTheBadOne(String work) {
        Execution bench = Execution.of("bench", work, "--quick", "--heap", "256m");

        assertThat(bench.exit()).as(bench.err()).isZero();
        assertThat(bench.out().lines()).hasSize(1);
        assertThat(bench.out())
                .startsWith("{\"work\":\"" + work + "\",")
                .contains("\"p99_us\":", "\"p99_us_without\":", "\"ratio\":", "\"target\":\"ratio <= 1.1\"");
    }

    @Test
    void puts_areMeasured() {
        Execution bench = Execution.of("bench", "put", "--quick", "--variant", "value", "--heap", "256m");

        assertThat(bench.exit()).as(bench.err()).isZero();
        assertThat(bench.out().lines()).hasSize(1);
        assertThat(bench.out())
                .startsWith("{\"work\":\"put\",\"variant\":\"value\",\"ops_per_s\":")
                .contains(
                        "\"p99_us\":",
                        "\"cpu_us_per_op\":",
                        "\"outstanding\":256,",
                        "\"target\":\"ops_per_s >= 60000\"");
    }

    @Test
    void repairOfANodeThatJoins_isMeasured() {
        Execution bench = Execution.of("bench", "repair", "--quick", "--variant", "value", "--heap", "256m");

        assertThat(bench.exit()).as(bench.err()).isZero();
        assertThat(bench.out().lines()).hasSize(1);
        assertThat(bench.out())
                .startsWith("{\"work\":\"repair\",\"variant\":\"value\",")
                .contains("\"repaired_s\":", "\"p99_us_without\":", "\"target\":\"repaired_s <= 30 and ratio <= 2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sandbx | there is no work 'sandbx'; there are activate (gets that wake objects), admission",
                "sandbox --variant loop,lop | there is no variant 'lop' of sandbox; there are getCount-bare, getCount",
                "sandbox --runs 0 | --runs is 0; it must be 1 or more.",
                "sandbox --heap many | --heap is 'many'; it must be a size such as 512m or 1g.",
                "sandbox --heap 1k | --heap is 1k, with which no JVM begins on this machine.",
                "sandbox --heap 999999999g | --heap is 999999999g, with which no JVM begins on this machine.",
                "sandbox --seed 7 | --seed is for sim and chaos; sandbox draws nothing from a seed.",
                "sim --seed seven | Invalid value for option '--seed'",
                "chaos --nodes 0 | --nodes is 0; it must be 3 to 20.",
                "chaos --nodes 21 | --nodes is 21; it must be 3 to 20.",
                "chaos --keys 0 | --keys is 0; it must be 1 to 1000000.",
                "chaos --seconds 0 | --seconds is 0; it must be 1 to 86400.",
                "chaos --every 0 | --every is 0; it must be 1 or more.",
                "chaos --every 5 | --every is 5; a fault of kind kill lasts 5.0 s, and the next one begins after it.",
                "chaos --every 61 | --every is 61 and --seconds 60; the first fault begins after 61 s and lasts 5.0 s",
                "chaos --fault flood | there is no fault 'flood'; there are kill, stop, partition, long-partition,",
                "chaos --fault stop --variant kill | --fault and --variant say the same; give one of them.",
                "chaos --keys many | Invalid value for option '--keys'",
                "chaos --durability lazy | --durability is lazy; it must be MEMORY, BATCH or SYNC.",
                "sim --data here | --data is for chaos alone.",
                "sim --fault kill | --fault is for chaos alone.",
                "sandbox --collector Shy | Invalid value for option '--collector'"
            })
    void mistake_isOneSentence(String arguments, String sentence) {
        Execution bench = Execution.of(("bench " + arguments).split(" "));

        assertThat(bench.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(bench.err().lines().findFirst().orElseThrow()).startsWith("comet: " + sentence);
        assertThat(bench.out()).isEmpty();
    }

    @Test
    void help_namesWorksAndVariants() {
        Execution help = Execution.of("bench", "--help");

        assertThat(help.exit()).isEqualTo(ExitCode.WELL.code());
        assertThat(help.out()).contains("WORK", "sandbox", "--quick", "--runs", "--collector", "Serial, Parallel, G1");
    }

    private static String text(Value.Table line, String field) {
        return ((Value.Bytes) line.get(field)).utf8();
    }

    private static double number(Value.Table line, String field) {
        return ((Value.Num) line.get(field)).number();
    }
}
