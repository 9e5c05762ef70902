package org.cometkv.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cometkv.testkit.runner.ScenarioCheck;
import org.cometkv.testkit.runner.ScenarioRunner;
import org.cometkv.testkit.scenario.Scenario;
import org.cometkv.testkit.scenario.ScenarioFile;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The explorer finds each planted weakness. The normal build repeats one recorded seed and what it was shrunk to;
 * {@code -Dcomet.explore.sweep=true} looks for them anew, and records them with {@code -Dcomet.scenario.write=true}.
 */
class PlantedWeaknessTest {

    private static final Path FILES = Path.of("src/test/resources/planted");

    @ParameterizedTest
    @EnumSource
    void recordedSeed_findsIt(Weakness weakness) {
        Hunt hunt = new Hunt(weakness);

        assertThat(hunt.finds(hunt.recorded())).as("seed " + weakness.seed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void shrunkScenario_isShort_andFindsIt(Weakness weakness) throws IOException {
        Scenario shrunk = ScenarioFile.parse(Files.readString(FILES.resolve(weakness.file())))
                .scenario();

        assertThat(shrunk.steps()).hasSizeLessThanOrEqualTo(Hunt.COMMANDS_MAX);
        assertThat(new Hunt(weakness).finds(shrunk)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "comet.explore.sweep", matches = "true")
    void sweep_findsIt_andShrinksIt(Weakness weakness, TestReporter reporter) throws IOException {
        Hunt.Found found = new Hunt(weakness).sweep().orElseThrow();

        reporter.publishEntry(
                weakness.name(),
                "found by seed " + found.first() + "; seed " + found.seed() + " shrunk to "
                        + found.scenario().steps().size() + " commands in " + found.runs() + " runs");
        assertThat(found.scenario().steps()).hasSizeLessThanOrEqualTo(Hunt.COMMANDS_MAX);
        if (Boolean.getBoolean(ScenarioCheck.WRITE)) {
            record(weakness, found);
        }
    }

    private static void record(Weakness weakness, Hunt.Found found) throws IOException {
        var seen = ScenarioRunner.create().setup(weakness.planted()).run(found.scenario());
        String text = "# What seed " + found.seed()
                + " was shrunk to, with the trace that is seen where the weakness is planted.\n"
                + new ScenarioFile(found.scenario(), seen.trace()).print();
        Files.writeString(FILES.resolve(weakness.file()), text);
    }
}
