package org.cometkv.testkit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.aso.Value;
import org.cometkv.testkit.history.Invariants;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The scenario files run as they say; they are the manual of what a node does. */
class ScenarioFilesTest {

    private static final Path FILES = Path.of("src/test/resources/scenarios");

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final ScenarioCheck CHECK = new ScenarioCheck(
            ScenarioRunner.create().operation("add", ScenarioFilesTest::add),
            Invariants.kept(TIMEOUT),
            Invariants.all(TIMEOUT));

    @TestFactory
    Stream<DynamicTest> scenariosRunAsTheySay() {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> CHECK.check(file)));
    }

    @Test
    void thereAreEnough() {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(20);
    }

    private static List<Path> files() {
        try (Stream<Path> all = Files.walk(FILES)) {
            return all.filter(file -> file.toString().endsWith(".scenario"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Adds a number to the value under a key; not safe against others who do the same at the same time. */
    private static CompletionStage<Value> add(Comet comet, List<Value> arguments) {
        String key = arguments.get(0).asText();
        return comet.get(key).thenCompose(reply -> {
            long before = reply instanceof GetReply.Found found ? found.value().asLong() : 0;
            Value sum = Value.of(before + arguments.get(1).asLong());
            return comet.put(key, Aso.value(sum)).thenApply(stored -> sum);
        });
    }
}
