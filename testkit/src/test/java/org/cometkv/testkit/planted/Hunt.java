package org.cometkv.testkit.planted;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cometkv.testkit.KitBuilder;
import org.cometkv.testkit.explore.ScenarioGenerator;
import org.cometkv.testkit.explore.Shrinker;
import org.cometkv.testkit.history.Invariant;
import org.cometkv.testkit.history.Invariants;
import org.cometkv.testkit.runner.ScenarioRunner;
import org.cometkv.testkit.scenario.Scenario;

/** A hunt of the explorer for a planted weakness. */
record Hunt(Weakness weakness) {

    static final int SEEDS_MAX = 300;

    static final int COMMANDS_MAX = 8;

    private static final int SHRINK_RUNS_MAX = 250;

    /**
     * A short scenario that finds the weakness.
     *
     * @param first seed that found it, counted from 1, so it is also how many were run until then
     * @param seed that this one was shrunk from
     * @param runs that shrinking took
     */
    record Found(long first, long seed, Scenario scenario, int runs) {}

    /** The first seed whose scenario finds it and gets short enough; empty if there is none. */
    Optional<Found> sweep() {
        ScenarioGenerator generator = new ScenarioGenerator(weakness.mix());
        long first = 0;
        for (long seed = 1; seed <= SEEDS_MAX; seed++) {
            Scenario scenario = generator.scenario(seed);
            if (!finds(scenario)) {
                continue;
            }
            first = first == 0 ? seed : first;
            Shrinker.Shrunk shrunk = Shrinker.shrink(scenario, SHRINK_RUNS_MAX, this::finds);
            if (shrunk.scenario().steps().size() <= COMMANDS_MAX) {
                return Optional.of(new Found(first, seed, shrunk.scenario(), shrunk.runs()));
            }
        }
        return Optional.empty();
    }

    /** The scenario of the recorded seed. */
    Scenario recorded() {
        return new ScenarioGenerator(weakness.mix()).scenario(weakness.seed());
    }

    /** Whether a scenario breaks the invariant with the weakness, and keeps it without. */
    boolean finds(Scenario scenario) {
        return breaks(scenario, weakness::planted) && !breaks(scenario, weakness::without);
    }

    private boolean breaks(Scenario scenario, Supplier<Consumer<KitBuilder>> setup) {
        return !violations(scenario, setup.get()).isEmpty();
    }

    private List<String> violations(Scenario scenario, Consumer<KitBuilder> setup) {
        Invariant invariant = Invariants.all(Duration.ofSeconds(10)).stream()
                .filter(each -> each.name().equals(weakness.invariant()))
                .findFirst()
                .orElseThrow();
        return invariant.check(
                ScenarioRunner.create().setup(setup).run(scenario).run());
    }
}
