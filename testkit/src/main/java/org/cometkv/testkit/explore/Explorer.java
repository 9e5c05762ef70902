package org.cometkv.testkit.explore;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cometkv.testkit.history.Invariant;
import org.cometkv.testkit.history.Run;
import org.cometkv.testkit.history.Violation;
import org.cometkv.testkit.scenario.Scenario;

/** A sweep over seeds. Not thread-safe. */
public final class Explorer {

    /** Runs that shrinking takes at most. */
    public static final int SHRINK_RUNS_MAX = 500;

    private final ScenarioGenerator generator;
    private final Function<Scenario, Run> runner;
    private final List<Invariant> invariants;
    private final Coverage coverage;

    /** @param runner runs a scenario; the same scenario twice in the same way */
    public Explorer(
            ScenarioGenerator generator,
            Function<Scenario, Run> runner,
            List<Invariant> invariants,
            Coverage coverage) {
        this.generator = generator;
        this.runner = runner;
        this.invariants = List.copyOf(invariants);
        this.coverage = coverage;
    }

    /**
     * A seed whose scenario breaks an invariant.
     *
     * @param seeds how many seeds were run, this one included
     * @param found the scenario of the seed
     * @param shrunk the short one, which breaks the same invariant
     * @param violations of the short one
     */
    public record Finding(long seed, int seeds, Scenario found, Shrinker.Shrunk shrunk, List<Violation> violations) {}

    /**
     * Runs seeds until one breaks an invariant, and shrinks that.
     *
     * @return empty if none does
     */
    public Optional<Finding> sweep(long firstSeed, int seeds) {
        for (int i = 0; i < seeds; i++) {
            long seed = firstSeed + i;
            Scenario scenario = generator.scenario(seed);
            Run run = runner.apply(scenario);
            coverage.observe(run);
            List<Violation> violations = Invariant.violations(invariants, run);
            if (!violations.isEmpty()) {
                return Optional.of(
                        shrunk(seed, i + 1, scenario, violations.get(0).invariant()));
            }
        }
        return Optional.empty();
    }

    private Finding shrunk(long seed, int seeds, Scenario scenario, String invariant) {
        Shrinker.Shrunk shrunk = Shrinker.shrink(scenario, SHRINK_RUNS_MAX, candidate -> breaks(candidate, invariant));
        List<Violation> violations = Invariant.violations(invariants, runner.apply(shrunk.scenario()));
        return new Finding(seed, seeds, scenario, shrunk, violations);
    }

    private boolean breaks(Scenario scenario, String invariant) {
        Run run = runner.apply(scenario);
        return invariants.stream()
                .filter(each -> each.name().equals(invariant))
                .anyMatch(each -> !each.check(run).isEmpty());
    }
}
