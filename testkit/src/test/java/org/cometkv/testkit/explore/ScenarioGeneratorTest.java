package org.cometkv.testkit.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cometkv.aso.Value;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.Scenario;
import org.cometkv.testkit.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

class ScenarioGeneratorTest {

    private static final ScenarioGenerator GENERATOR = new ScenarioGenerator(Mix.of(5, Duration.ofMinutes(2)));

    /** Commands that people write, and the user's operations. */
    private static final Set<String> BY_PEOPLE = Set.of(
            "Advance", "AwaitReplies", "AwaitQuiet", "Operate", "Lasting", "Heal", "HealAll", "Resume", "Restart");

    @Property(tries = 50)
    void sameSeed_givesTheSame_whichSurvivesItsText(@ForAll long seed) {
        Scenario scenario = GENERATOR.scenario(seed);

        assertThat(GENERATOR.scenario(seed)).isEqualTo(scenario);
        ScenarioFile file = ScenarioFile.of(scenario);
        assertThat(ScenarioFile.parse(file.print())).isEqualTo(file);
    }

    @Property(tries = 50)
    void everyScenario_endsCalmAndReadsAll(@ForAll long seed) {
        List<Command> commands = GENERATOR.scenario(seed).commands();

        assertThat(commands.subList(commands.size() - 2, commands.size()))
                .containsExactly(new Command.Calm(), new Command.ReadAll());
    }

    @Property(tries = 50)
    void valuesWritten_differ(@ForAll long seed) {
        List<Value> written = GENERATOR.scenario(seed).commands().stream()
                .filter(command -> command instanceof Command.Update)
                .map(command -> ((Command.Update) command).value())
                .toList();

        assertThat(written).doesNotHaveDuplicates();
    }

    @Test
    void manySeeds_haveEveryKindOfCommand_andNoneHasAll() {
        Set<Class<?>> seen = new LinkedHashSet<>();
        List<Long> seeds = LongStream.range(0, 200).boxed().toList();
        int kindsMax = 0;
        for (long seed : seeds) {
            Set<Class<?>> ofOne = new LinkedHashSet<>();
            GENERATOR.scenario(seed).commands().forEach(command -> ofOne.add(kind(command)));
            kindsMax = Math.max(kindsMax, ofOne.size());
            seen.addAll(ofOne);
        }
        List<Class<?>> all = List.of(Command.class.getDeclaredClasses()).stream()
                .filter(type -> type.isRecord() && Command.class.isAssignableFrom(type))
                .filter(type -> !BY_PEOPLE.contains(type.getSimpleName()))
                .<Class<?>>map(type -> type)
                .toList();

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        assertThat(kindsMax).isLessThan(all.size());
    }

    private static Class<?> kind(Command command) {
        return command instanceof Command.Lasting lasting ? lasting.fault().getClass() : command.getClass();
    }

    @Test
    void operationsOfUsers_areCalledByNameWithDrawnArguments() {
        UserOperation operation = new UserOperation(
                "increment", draws -> List.of(Value.of(draws.between(1, 3))), (comet, arguments) -> null);
        Mix mix = Mix.of(3, Duration.ofSeconds(30))
                .withOperations(List.of(operation))
                .withClients();

        List<Command> commands = new ScenarioGenerator(mix).scenario(1).commands();

        assertThat(commands)
                .filteredOn(each -> each instanceof Command.Operate)
                .isNotEmpty()
                .allSatisfy(each -> {
                    Command.Operate call = (Command.Operate) each;
                    assertThat(call.name()).isEqualTo("increment");
                    assertThat(call.arguments().get(0).asLong()).isBetween(1L, 3L);
                });
    }
}
