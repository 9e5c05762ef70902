package org.cometkv.testkit.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.cometkv.testkit.explore.Mix;
import org.cometkv.testkit.explore.ScenarioGenerator;
import org.cometkv.testkit.scenario.Scenario;
import org.cometkv.testkit.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioRunnerTest {

    private static final ScenarioRunner RUNNER = ScenarioRunner.create();

    private static final ScenarioGenerator GENERATOR = new ScenarioGenerator(Mix.of(5, Duration.ofSeconds(20)));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 10})
    void sameScenario_runsTheSame(long seed) {
        Scenario scenario = GENERATOR.scenario(seed);

        assertThat(RUNNER.run(scenario)).isEqualTo(RUNNER.run(scenario));
    }

    @Test
    void faultForATime_ends() {
        assertThat(trace("""
                nodes 3
                pause 1 for 1s
                node 1 get nothing
                await replies
                """)).containsOnlyOnce("node 1 get nothing: not found").contains("1.0");
    }

    @Test
    void stepThatCannotBeDone_saysSo() {
        assertThat(trace("""
                nodes 3
                crash 7
                resume 0
                cut 0 7
                crash 0
                node 0 get k
                node 0 flood k 5
                """).lines()).hasSize(5).allMatch(line -> line.contains("nothing: "));
    }

    @Test
    void unknownOperation_isNamed() {
        assertThatThrownBy(() -> trace("nodes 1\nnode 0 do jump 1\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no operation jump; there are []");
    }

    @Test
    void callThatIsOpenAtTheEnd_isWaitedFor() {
        assertThat(trace("nodes 3\nnode 0 put k 1\n")).contains("stored");
    }

    private static String trace(String text) {
        List<List<String>> trace =
                RUNNER.run(ScenarioFile.parse(text).scenario()).trace();
        return trace.stream().flatMap(List::stream).collect(Collectors.joining("\n"));
    }
}
