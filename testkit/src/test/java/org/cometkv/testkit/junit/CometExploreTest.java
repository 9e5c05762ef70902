package org.cometkv.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.cometkv.actors.Comet;
import org.cometkv.aso.Value;
import org.cometkv.testkit.explore.ClientKind;
import org.cometkv.testkit.explore.Exploration;
import org.cometkv.testkit.explore.FaultKind;
import org.cometkv.testkit.explore.UserOperation;
import org.cometkv.testkit.history.Invariant;
import org.cometkv.testkit.history.Outcome;
import org.cometkv.testkit.history.Run;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep as users write it, and how it fails. */
class CometExploreTest {

    /** Methods whose annotations the tests below use. Abstract, so that they are no tests themselves. */
    abstract static class Sweeps {

        @CometExplore(nodes = 3, seeds = 10, length = "10s")
        void ten() {}

        @CometExplore(nodes = 3, seeds = 2, length = "10s")
        void two() {}

        @OfThreeNodes
        void three() {}
    }

    /** A user's own annotation. */
    @CometExplore(nodes = 3, seeds = 2, length = "10s")
    @Retention(RetentionPolicy.RUNTIME)
    @interface OfThreeNodes {}

    @TempDir
    Path directory;

    /** The user's operation is called by name, its outcome is in the history, and its key is read at the end. */
    @CometExplore(nodes = 3, seeds = 5, length = "20s")
    void sumOfAllThatIsAdded(Exploration exploration) {
        var added = exploration.reachable("an addition");
        exploration
                .operation(
                        new UserOperation("add", draws -> List.of(Value.of(draws.between(1, 9))), (comet, values) -> {
                            added.reached();
                            return add(comet, values.get(0));
                        }))
                .faults(FaultKind.PAUSE, FaultKind.SLOW)
                .readAtEnd("sum")
                .sometimes("a pause", run -> !run.faults().isEmpty())
                .invariant(Invariant.of("sum-is-a-number", CometExploreTest::sumIsANumber));
    }

    @Test
    void brokenInvariant_failsWithTheShortScenarioAndItsFile_andIsKept() throws Exception {
        Exploration exploration = exploration()
                .invariant(Invariant.of(
                        "no-remove",
                        run -> run.calls().stream()
                                .filter(call -> call.call() instanceof Command.Remove)
                                .map(Object::toString)
                                .toList()));
        KeptSeeds kept = new KeptSeeds(directory.resolve("kept.txt"));

        assertThatThrownBy(() -> CometExploreExtension.run(method("ten"), exploration, kept))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no-remove")
                .hasMessageContaining("remove value-")
                .hasMessageContaining("-Dtest=Sweeps#ten -Dcomet.test.seed=");
        assertThat(kept.of(method("ten"))).hasSize(1);
        Path file;
        try (Stream<Path> files = Files.list(directory.resolve("comet-explore"))) {
            file = files.findFirst().orElseThrow();
        }
        assertThat(ScenarioFile.parse(Files.readString(file)).scenario().commands())
                .hasSize(1);
    }

    @Test
    void placeThatIsNeverReached_failsTheSweep() throws Exception {
        Exploration exploration = exploration();
        exploration.reachable("a crash in the dark");
        KeptSeeds kept = new KeptSeeds(directory.resolve("kept.txt"));

        assertThatThrownBy(() -> CometExploreExtension.run(method("two"), exploration, kept))
                .isInstanceOf(AssertionError.class)
                .hasMessage("2 seeds from 1 on never got to [a crash in the dark]");
    }

    @Test
    void annotationOfTheUser_countsLikeItsOwn() throws Exception {
        Exploration exploration = exploration();
        exploration.reachable("a crash in the dark");
        KeptSeeds kept = new KeptSeeds(directory.resolve("kept.txt"));

        assertThatThrownBy(() -> CometExploreExtension.run(method("three"), exploration, kept))
                .hasMessage("2 seeds from 1 on never got to [a crash in the dark]");
    }

    @OfThreeNodes
    void sweepOfAnAnnotationOfTheUser(Exploration exploration) {
        exploration.clients(ClientKind.VALUES).faults(FaultKind.PAUSE);
    }

    private static Exploration exploration() {
        return new Exploration(3, Duration.ofSeconds(10))
                .clients(ClientKind.VALUES)
                .faults(FaultKind.PAUSE);
    }

    private static Method method(String name) throws NoSuchMethodException {
        return Sweeps.class.getDeclaredMethod(name);
    }

    private static CompletionStage<?> add(Comet comet, Value number) {
        return comet.get("sum")
                .thenCompose(before -> comet.put("sum", number.asLong() + "").thenApply(stored -> Value.of(1)));
    }

    private static List<String> sumIsANumber(Run run) {
        return run.calls().stream()
                .filter(call -> call.outcome() instanceof Outcome.Found)
                .map(call -> ((Outcome.Found) call.outcome()).value().asText())
                .filter(text -> !text.matches("[1-9]"))
                .toList();
    }
}
