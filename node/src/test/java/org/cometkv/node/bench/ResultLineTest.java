package org.cometkv.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line that every work prints, and the arithmetic of several runs. */
class ResultLineTest {

    @Test
    void fieldsOfTheDesign_comeFirst_inItsOrder() {
        String line = new ResultLine("work", "variant")
                .with("fuel", 12)
                .with(ResultLine.RATIO, 0.5)
                .with(ResultLine.JVM, "17")
                .with("overrides", Map.of("fuel", 1_000_000))
                .with(ResultLine.OPS_PER_S, 12_345_678)
                .json();

        assertThat(line)
                .isEqualTo("{\"work\":\"work\",\"variant\":\"variant\",\"ops_per_s\":12350000,\"ratio\":0.5,"
                        + "\"jvm\":\"17\",\"fuel\":12,\"overrides\":{\"fuel\":1000000}}");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1000000, 1000000", "0.000123456, 0.0001235", "1234.56, 1235", "99.995, 100", "-2.5, -2.5"})
    void figures_haveFourDigitsAndNoExponent(double figure, String told) {
        assertThat(ResultLine.rounded(figure).toPlainString()).isEqualTo(told);
        assertThat(new ResultLine("w", "v")
                        .with(ResultLine.JVM, "")
                        .with("x", figure)
                        .json())
                .isEqualTo("{\"work\":\"w\",\"variant\":\"v\",\"x\":" + told + "}");
    }

    @Test
    void targetsAreMet_atTheBound() {
        ResultLine line = new ResultLine("w", "v").with("rate", 10).with("bytes", 100);

        assertThat(line.judged(Target.atLeast("rate", 10), Target.atMost("bytes", 100))
                        .json())
                .endsWith("\"target\":\"rate >= 10 and bytes <= 100\",\"met\":true}");
        assertThat(line.judged(Target.atLeast("rate", 10), Target.atMost("bytes", 99))
                        .json())
                .endsWith("\"met\":false}");
        assertThat(line.judged(Target.atLeast("rate", 11)).json()).endsWith("\"met\":false}");
    }

    @Test
    void runs_haveABestAMedianAndASpread() {
        RepeatedRuns runs = new RepeatedRuns(List.of(run(12), run(10), run(15), run(11)));

        assertThat(runs.best("x")).isEqualTo(10);
        assertThat(runs.worst("x")).isEqualTo(15);
        assertThat(runs.median("x")).isEqualTo(11.5);
        assertThat(runs.spread("x")).isEqualTo(0.5);
        assertThat(runs.sum("x")).isEqualTo(48);
    }

    @Test
    void figures_crossFromOneJvmToTheOther() {
        CellFigures measured = CellFigures.parse(List.of("cpu 1.25E-7", "pcall-error 3.0"));

        assertThat(measured.get("cpu")).isEqualTo(1.25E-7);
        assertThat(measured.figures()).containsOnlyKeys("cpu", "pcall-error");
    }

    private static CellFigures run(double figure) {
        return new CellFigures().with("x", figure);
    }
}
