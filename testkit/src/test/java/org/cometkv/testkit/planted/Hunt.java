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

    /**
     * A scenario that finds the weakness.
     *
     * @param seed counted from 1, so it is also how many were run
     * @param runs that shrinking took
     */
    record Found(long seed, Scenario scenario, int runs) {}

    /** The first seed that finds it, shrunk; empty if none does. */
    Optional<Found> sweep() {
        ScenarioGenerator generator = new ScenarioGenerator(weakness.mix());
        for (long seed = 1; seed <= SEEDS_MAX; seed++) {
            Scenario scenario = generator.scenario(seed);
            if (finds(scenario)) {
                Shrinker.Shrunk shrunk = Shrinker.shrink(scenario, 500, this::finds);
                return Optional.of(new Found(seed, shrunk.scenario(), shrunk.runs()));
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
