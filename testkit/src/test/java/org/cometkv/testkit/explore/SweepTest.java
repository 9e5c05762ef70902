package org.cometkv.testkit.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cometkv.testkit.history.Invariant;
import org.cometkv.testkit.history.Invariants;
import org.cometkv.testkit.history.Run;
import org.cometkv.testkit.runner.ScenarioRunner;
import org.cometkv.testkit.scenario.Scenario;
import org.cometkv.testkit.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * A sweep of all faults and clients: the invariants that hold today hold in each seed. More seeds with
 * {@code -Dcomet.explore.seeds=1000}, from another one on with {@code -Dcomet.explore.first=1001}, one invariant alone
 * with {@code -Dcomet.explore.invariant=replicas-agree}.
 */
class SweepTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int SEEDS = Integer.getInteger("comet.explore.seeds", 100);

    private static final long FIRST = Long.getLong("comet.explore.first", 1);

    private static final String ONLY = System.getProperty("comet.explore.invariant", "");

    private long excused;

    @Test
    void seedsOfEverything_keepTheInvariants(TestReporter reporter) {
        ScenarioGenerator generator = new ScenarioGenerator(Mix.of(5, Duration.ofMinutes(1)));
        Explorer explorer = new Explorer(generator, this::run, invariants(), new Coverage());

        Optional<Explorer.Finding> finding = explorer.sweep(FIRST, SEEDS);

        reporter.publishEntry("refused, and seen by an exception of the design", excused + " changes");
        assertThat(finding.map(SweepTest::text)).isEmpty();
    }

    private Run run(Scenario scenario) {
        Run run = ScenarioRunner.create().run(scenario).run();
        excused += Invariants.excused(run);
        return run;
    }

    private static List<Invariant> invariants() {
        return ONLY.isEmpty()
                ? Invariants.kept(TIMEOUT)
                : Invariants.all(TIMEOUT).stream()
                        .filter(each -> each.name().equals(ONLY))
                        .toList();
    }

    private static String text(Explorer.Finding finding) {
        return "seed " + finding.seed() + ": " + finding.violations() + "\n"
                + ScenarioFile.of(finding.shrunk().scenario()).print();
    }
}
