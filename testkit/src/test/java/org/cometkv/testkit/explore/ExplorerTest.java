package org.cometkv.testkit.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cometkv.testkit.history.Invariant;
import org.cometkv.testkit.history.Run;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** A sweep, over a runner that does nothing but count. */
class ExplorerTest {

    private final Coverage coverage = new Coverage();
    private final ScenarioGenerator generator = new ScenarioGenerator(Mix.of(5, Duration.ofMinutes(1)));

    private static final Invariant NO_CRASH = Invariant.of(
            "no-crash",
            run -> run.scenario().commands().stream()
                    .filter(command ->
                            command instanceof Command.Lasting lasting && lasting.fault() instanceof Command.Crash)
                    .map(Object::toString)
                    .toList());

    @Test
    void brokenInvariant_isFoundAndShrunk() {
        Optional<Explorer.Finding> found = explorer(NO_CRASH).sweep(1, 100);

        assertThat(found).hasValueSatisfying(finding -> {
            assertThat(finding.shrunk().scenario().commands()).singleElement().isInstanceOf(Command.Lasting.class);
            assertThat(finding.seed()).isEqualTo(finding.seeds());
            assertThat(finding.violations()).hasSize(1);
            assertThat(generator.scenario(finding.seed())).isEqualTo(finding.found());
        });
    }

    @Test
    void keptInvariant_endsTheSweepWithoutAFinding() {
        assertThat(explorer(Invariant.of("true", run -> List.of())).sweep(1, 20))
                .isEmpty();
    }

    @Test
    void whatTheSweepNeverGotTo_isNamed() {
        Coverage.Mark never = coverage.reachable("a place");
        Coverage.Mark once = coverage.reachable("another place");
        coverage.sometimes("a crash", run -> !NO_CRASH.check(run).isEmpty());
        coverage.sometimes("a run without steps", run -> run.scenario().steps().isEmpty());
        once.reached();

        explorer(Invariant.of("true", run -> List.of())).sweep(1, 50);

        assertThat(coverage.missed()).containsExactly("a place", "a run without steps");
        never.reached();
        assertThat(coverage.missed()).containsExactly("a run without steps");
    }

    @Test
    void placesOfOneName_areRefused() {
        coverage.reachable("a place");

        assertThatThrownBy(() -> coverage.sometimes("a place", run -> true))
                .hasMessage("there is a \"a place\" already");
    }

    private Explorer explorer(Invariant invariant) {
        return new Explorer(generator, ExplorerTest::run, List.of(invariant), coverage);
    }

    private static Run run(Scenario scenario) {
        return new Run(
                scenario,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Duration.ZERO);
    }
}
