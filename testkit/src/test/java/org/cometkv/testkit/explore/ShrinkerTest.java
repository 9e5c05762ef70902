package org.cometkv.testkit.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.Scenario;
import org.junit.jupiter.api.Test;

class ShrinkerTest {

    private static final Scenario LONG = new ScenarioGenerator(Mix.of(5, Duration.ofMinutes(2))).scenario(4);

    @Test
    void failureOfOneStep_shrinksToIt() {
        Command culprit = LONG.commands().get(17);

        Shrinker.Shrunk shrunk =
                Shrinker.shrink(LONG, 500, scenario -> scenario.commands().contains(culprit));

        assertThat(shrunk.scenario().commands()).containsExactly(culprit);
        assertThat(shrunk.scenario().steps().get(0).at()).hasValue(Duration.ZERO);
    }

    @Property(tries = 50)
    void failureOfSomeSteps_shrinksToThemInTheirOrder(@ForAll long seed) {
        Draws draws = new Draws(seed);
        List<Command> all = LONG.commands();
        // Updates differ by their values; gets of one key do not.
        List<Command> culprits = all.stream()
                .filter(each -> each instanceof Command.Update && draws.percent(5))
                .toList();
        Predicate<Scenario> fails = scenario -> scenario.commands().containsAll(culprits);

        Shrinker.Shrunk shrunk = Shrinker.shrink(LONG, 5_000, fails);

        assertThat(shrunk.scenario().commands()).containsExactlyElementsOf(culprits);
    }

    @Test
    void objectsThatAreNotPutAnyMore_areLeftOut() {
        assertThat(Shrinker.shrink(LONG, 500, scenario -> true).scenario().objects())
                .isEmpty();
    }

    @Test
    void stepThatIsNeededForOneSeedOnly_isLeftOutWithAnother() {
        Command culprit = LONG.commands().get(17);
        Command needed = LONG.commands().get(18);
        Predicate<Scenario> fails = scenario -> scenario.commands().contains(culprit)
                && (scenario.seed() != LONG.seed() || scenario.commands().contains(needed));

        assertThat(Shrinker.shrink(LONG, 500, fails).scenario().commands()).containsExactly(culprit);
    }

    @Test
    void runs_areBounded() {
        int[] asked = {0};

        Shrinker.Shrunk shrunk = Shrinker.shrink(LONG, 7, scenario -> {
            asked[0]++;
            return false;
        });

        assertThat(asked[0]).isEqualTo(7).isEqualTo(shrunk.runs());
        assertThatThrownBy(() -> Shrinker.shrink(LONG, 0, scenario -> true))
                .hasMessage("a shrinker runs once or more, not 0");
    }

    @Test
    void shrinkingTwice_givesTheSame() {
        Predicate<Scenario> fails = scenario -> scenario.steps().size() > 5;

        assertThat(Shrinker.shrink(LONG, 500, fails)).isEqualTo(Shrinker.shrink(LONG, 500, fails));
    }
}
