package org.cometkv.testkit.runner;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cometkv.actors.Comet;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.KitBuilder;
import org.cometkv.testkit.history.Run;
import org.cometkv.testkit.scenario.Scenario;
import org.cometkv.testkit.world.WorldFailure;

/** A runner of scenarios, each on a simulated cluster of its own. Immutable. */
public final class ScenarioRunner {

    private final Map<String, BiFunction<Comet, List<Value>, CompletionStage<?>>> operations;
    private final Consumer<KitBuilder> setup;

    private ScenarioRunner(
            Map<String, BiFunction<Comet, List<Value>, CompletionStage<?>>> operations, Consumer<KitBuilder> setup) {
        this.operations = operations;
        this.setup = setup;
    }

    /** A runner of scenarios without operations of users. */
    public static ScenarioRunner create() {
        return new ScenarioRunner(Map.of(), builder -> {});
    }

    /** The same with another operation that scenarios may call by its name. */
    public ScenarioRunner operation(String name, BiFunction<Comet, List<Value>, CompletionStage<?>> function) {
        Map<String, BiFunction<Comet, List<Value>, CompletionStage<?>>> more = new LinkedHashMap<>(operations);
        more.put(name, function);
        return new ScenarioRunner(more, setup);
    }

    /** The same on kits that are set up by this as well, after the scenario's own settings. */
    public ScenarioRunner setup(Consumer<KitBuilder> more) {
        return new ScenarioRunner(operations, setup.andThen(more));
    }

    /**
     * The history of a run, and what is seen below each step.
     *
     * @param trace lines, one list for each step
     */
    public record Result(Run run, List<List<String>> trace) {}

    /**
     * Runs a scenario.
     *
     * @throws IllegalArgumentException if it calls an operation that this runner does not have
     */
    public Result run(Scenario scenario) {
        KitBuilder builder = CometTestKit.builder().seed(scenario.seed()).nodes(scenario.nodes());
        scenario.settings().forEach((key, value) -> builder.config(key + " = " + value));
        setup.accept(builder);
        CometTestKit kit = builder.build();
        Duration begin = kit.now();
        Supplier<Duration> now = () -> kit.now().minus(begin);
        Recorder recorder = new Recorder(
                scenario, now, new Sightings(kit, scenario.keys(), now), new ObjectTraffic(kit, scenario.keys(), now));
        kit.trace().listen((line, hash) -> recorder.heard(line, kit.trace().names()));
        try {
            new StepRunner(kit, recorder, scenario, operations).run();
        } catch (WorldFailure e) {
            recorder.leftOpen(e.getMessage());
        } finally {
            recorder.finish();
            close(kit, recorder);
        }
        return new Result(recorder.run(), recorder.trace());
    }

    private static void close(CometTestKit kit, Recorder recorder) {
        recorder.step(Integer.MAX_VALUE);
        try {
            kit.close();
        } catch (WorldFailure e) {
            recorder.leftOpen(e.getMessage());
        }
    }
}
