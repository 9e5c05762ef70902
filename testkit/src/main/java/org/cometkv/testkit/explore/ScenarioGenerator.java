package org.cometkv.testkit.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cometkv.aso.Value;
import org.cometkv.testkit.KitBuilder;
import org.cometkv.testkit.history.KeyKind;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.Scenario;
import org.cometkv.testkit.scenario.Step;

/** A generator of scenarios: the same seed gives the same one. */
public final class ScenarioGenerator {

    /** The distance of the seeds of what comes to rest from those of all else. */
    private static final long PASSIVATION = 1L << 40;

    private final Mix mix;

    public ScenarioGenerator(Mix mix) {
        this.mix = mix;
    }

    /** The scenario of a seed: calls and faults at their instants, then calm, then a read of everything. */
    public Scenario scenario(long seed) {
        Draws draws = new Draws(seed);
        List<Step> steps = new ArrayList<>(new CallDraws(mix, draws.fork()).steps());
        List<Step> calls =
                steps.stream().sorted(Comparator.comparing(FaultDraws::instant)).toList();
        steps.addAll(new FaultDraws(mix, draws.fork(), calls).steps());
        if (mix.faults().contains(FaultKind.PASSIVATE)) {
            // From a stream of its own, so that what else a seed draws is the same without it.
            steps.addAll(passivations(new Draws(~seed), calls));
        }
        // Stable: what is due at one instant stays in the order it was drawn in.
        steps.sort(Comparator.comparing(FaultDraws::instant));
        steps.add(Step.of(new Command.Calm()));
        steps.add(Step.of(new Command.ReadAll()));
        mix.reads().forEach(key -> read(key, steps));
        Map<String, String> settings = new LinkedHashMap<>(mix.settings());
        if (mix.faults().contains(FaultKind.FLOOD) && draws.percent(33)) {
            // A flood that fills the queues of an object with the default rate takes too long to run.
            settings.put("comet.rate.object.per-second", "100");
            settings.put("comet.rate.object.burst", "200");
        }
        if (mix.faults().contains(FaultKind.LIMITS)) {
            limits(draws, settings);
        }
        if (mix.faults().contains(FaultKind.PASSIVATE) && new Draws(seed + PASSIVATION).percent(33)) {
            settings.put("comet.passivation.after", new Draws(seed - PASSIVATION).between(1, 12) + "s");
        }
        Map<String, String> objects = new LinkedHashMap<>(KeyKind.scripts());
        Scenario all = new Scenario(mix.nodes(), seed, settings, objects, steps, Optional.empty());
        return withoutIdleObjects(all);
    }

    /** Some of the keys that are called come to rest on any node, in a third of the seeds. */
    private List<Step> passivations(Draws draws, List<Step> calls) {
        List<Step> steps = new ArrayList<>();
        if (calls.isEmpty() || !draws.percent(33)) {
            return steps;
        }
        for (int i = draws.between(1, 20); i > 0; i--) {
            Command.Call call = (Command.Call) draws.of(calls).command();
            Duration at =
                    Duration.ofMillis(draws.between(2_000, (int) mix.length().toMillis()));
            if (!(call instanceof Command.Operate)) {
                steps.add(Step.at(at, new Command.Passivate(draws.below(mix.nodes()), call.key())));
            }
        }
        return steps;
    }

    /** Each by itself in a part of the seeds. */
    private static void limits(Draws draws, Map<String, String> settings) {
        if (draws.percent(15)) {
            settings.put("comet.peers.window.requests", Integer.toString(draws.between(1, 3)));
        }
        if (draws.percent(15)) {
            settings.put("comet.peers.window.bytes", "1KiB");
        }
        if (draws.percent(15)) {
            settings.put("comet.peers.answers.count-max", Integer.toString(draws.below(20)));
        }
        if (draws.percent(15)) {
            // Each event gives its thread back at once, and goes on in turn.
            settings.put("comet.limits.slice", "1");
        }
        // Through a narrow window slow threads would let no request end in time.
        if (draws.percent(15) && !settings.containsKey("comet.peers.window.requests")) {
            settings.put(KitBuilder.THREADS_DELAY, draws.between(1, 300) + "ms");
        }
    }

    private void read(String key, List<Step> steps) {
        for (int node = 0; node < mix.nodes(); node++) {
            steps.add(Step.of(new Command.Get(node, key, Value.NIL)));
        }
        steps.add(Step.of(new Command.AwaitReplies()));
        steps.add(Step.of(new Command.GetFromAll(0, key, Value.NIL)));
        steps.add(Step.of(new Command.AwaitReplies()));
    }

    /** The same scenario without objects that no step puts. */
    static Scenario withoutIdleObjects(Scenario scenario) {
        List<String> put = scenario.commands().stream()
                .filter(command -> command instanceof Command.PutObject)
                .map(command -> ((Command.PutObject) command).object())
                .toList();
        Map<String, String> used = new LinkedHashMap<>(scenario.objects());
        used.keySet().retainAll(put);
        return scenario.withObjects(used);
    }
}
