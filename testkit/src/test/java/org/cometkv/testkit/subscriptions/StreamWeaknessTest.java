package org.cometkv.testkit.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.cometkv.testkit.KitBuilder;
import org.cometkv.testkit.explore.FaultKind;
import org.cometkv.testkit.explore.Mix;
import org.cometkv.testkit.explore.ScenarioGenerator;
import org.cometkv.testkit.explore.UserOperation;
import org.cometkv.testkit.runner.ScenarioRunner;
import org.cometkv.testkit.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The explorer finds each planted weakness of subscriptions within its first seeds. */
class StreamWeaknessTest {

    private static final int SEEDS_MAX = 40;

    @ParameterizedTest
    @EnumSource
    void plantedWeakness_isFound(StreamWeakness weakness) {
        assertThat(LongStream.rangeClosed(1, SEEDS_MAX).anyMatch(seed -> finds(weakness, seed)))
                .as("one of the first %d seeds finds it", SEEDS_MAX)
                .isTrue();
    }

    /** Whether the scenario of a seed breaks the rules of streams with the weakness, and keeps them without. */
    private static boolean finds(StreamWeakness weakness, long seed) {
        return breaks(weakness, seed, kit -> kit.frames(weakness.rule())) && !breaks(weakness, seed, kit -> {});
    }

    private static boolean breaks(StreamWeakness weakness, long seed, Consumer<KitBuilder> setup) {
        StreamLoad load = new StreamLoad(weakness.history());
        Mix mix = new Mix(
                5,
                Duration.ofSeconds(40),
                FaultKind.all(),
                List.of(),
                load.operations(),
                StreamLoad.SETTINGS,
                StreamLoad.TOPICS);
        Scenario scenario = new ScenarioGenerator(mix).scenario(seed);
        ScenarioRunner runner = ScenarioRunner.create().setup(setup);
        for (UserOperation operation : load.operations()) {
            runner = runner.operation(operation.name(), operation.function());
        }
        return !load.check(runner.run(scenario).run()).isEmpty();
    }
}
