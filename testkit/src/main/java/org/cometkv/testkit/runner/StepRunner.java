package org.cometkv.testkit.runner;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetOptions;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.Read;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.KitNode;
import org.cometkv.testkit.history.Outcome;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.Scenario;
import org.cometkv.testkit.scenario.Step;

/** A run of the steps of a scenario, one after the other. For one use. */
final class StepRunner {

    /** After it whoever is silent was suspected and removed, and whoever came was let in. */
    private static final Duration SETTLED = Duration.ofSeconds(40);

    /** More than any call takes; what is open then stays open, for an invariant to say so. */
    private static final Duration REPLIES_MAX = Duration.ofMinutes(1);

    private final CometTestKit kit;
    private final Recorder recorder;
    private final Scenario scenario;
    private final Map<String, BiFunction<Comet, List<Value>, CompletionStage<?>>> operations;
    private final FaultRunner faults;
    private final FaultTimes time;
    private final Duration begin;
    private int open;

    StepRunner(
            CometTestKit kit,
            Recorder recorder,
            Scenario scenario,
            Map<String, BiFunction<Comet, List<Value>, CompletionStage<?>>> operations) {
        this.kit = kit;
        this.recorder = recorder;
        this.scenario = scenario;
        this.operations = operations;
        this.faults = new FaultRunner(kit, recorder);
        this.time = new FaultTimes(kit, faults);
        this.begin = kit.now();
    }

    void run() {
        scenario.keys().forEach(key -> kit.trace().names().key(key));
        for (int i = 0; i < scenario.steps().size(); i++) {
            Step step = scenario.steps().get(i);
            step.at().ifPresent(this::reach);
            recorder.step(i);
            run(step.command());
        }
        awaitReplies();
    }

    private void reach(Duration at) {
        time.advanceTo(begin.plus(at));
    }

    private void run(Command command) {
        if (command instanceof Command.Call call) {
            begin(call);
        } else if (command instanceof Command.Flood flood) {
            flood(flood);
        } else if (command instanceof Command.Fault fault) {
            time.run(fault);
        } else {
            await((Command.Wait) command);
        }
    }

    private void await(Command.Wait waiting) {
        if (waiting instanceof Command.Advance advance) {
            time.advanceTo(kit.now().plus(advance.time()));
        } else if (waiting instanceof Command.AwaitReplies) {
            awaitReplies();
        } else if (waiting instanceof Command.AwaitQuiet) {
            awaitReplies();
            kit.awaitQuiet();
        } else if (waiting instanceof Command.Calm) {
            calm();
        } else {
            readAll();
        }
    }

    private void awaitReplies() {
        time.advanceUntil(() -> open == 0, REPLIES_MAX);
    }

    private void calm() {
        time.clear();
        faults.endAll();
        awaitReplies();
        kit.advance(SETTLED);
        // Whoever was removed meanwhile is a member no more, and starts again.
        faults.endAll();
        kit.advance(SETTLED);
        recorder.calm();
    }

    private void readAll() {
        for (String key : scenario.keys()) {
            for (KitNode node : kit.nodes()) {
                begin(new Command.Get(node.number(), key, Value.NIL));
            }
            awaitReplies();
            begin(new Command.GetFromAll(0, key, Value.NIL));
            awaitReplies();
        }
    }

    private void begin(Command.Call call) {
        if (isUp(call.node())) {
            Comet comet = kit.node(call.node()).comet();
            int number = recorder.begin(call);
            await(stage(comet, call), outcome -> recorder.end(number, outcome));
        }
    }

    private boolean isUp(int node) {
        if (!faults.isUp(node)) {
            recorder.line("nothing: node " + node + " is down");
            return false;
        }
        return true;
    }

    /** The stage is one of the open ones until it is complete. */
    private void await(CompletionStage<?> stage, Consumer<Outcome> ended) {
        open++;
        stage.whenComplete((reply, broken) -> {
            open--;
            ended.accept(Outcomes.of(reply, broken));
        });
    }

    private CompletionStage<?> stage(Comet comet, Command.Call call) {
        if (call instanceof Command.Put put) {
            return comet.put(put.key(), Aso.value(put.value()), options(put.isIfAbsent()));
        }
        if (call instanceof Command.PutObject put) {
            return comet.put(put.key(), object(put), options(put.isIfAbsent()));
        }
        if (call instanceof Command.Update update) {
            return comet.update(update.key(), update.value());
        }
        if (call instanceof Command.Get get) {
            return comet.get(get.key(), get.request());
        }
        if (call instanceof Command.GetFromAll get) {
            return comet.getFromAll(get.key(), GetOptions.DEFAULT.request(get.request()));
        }
        if (call instanceof Command.GetLatest get) {
            return comet.get(
                    get.key(), GetOptions.DEFAULT.request(get.request()).read(Read.LATEST));
        }
        if (call instanceof Command.Remove remove) {
            return comet.remove(remove.key());
        }
        Command.Operate operate = (Command.Operate) call;
        var function = operations.get(operate.name());
        if (function == null) {
            throw new IllegalArgumentException(
                    "there is no operation " + operate.name() + "; there are " + operations.keySet());
        }
        return function.apply(comet, operate.arguments());
    }

    private static PutOptions options(boolean isIfAbsent) {
        return isIfAbsent ? PutOptions.DEFAULT.ifAbsent() : PutOptions.DEFAULT;
    }

    private Aso object(Command.PutObject put) {
        Aso aso = Aso.script(scenario.objects().get(put.object()));
        for (Map.Entry<String, Value> field : put.fields().asMap().entrySet()) {
            aso = aso.with(field.getKey(), field.getValue());
        }
        return aso;
    }

    private void flood(Command.Flood flood) {
        if (!isUp(flood.node())) {
            return;
        }
        recorder.fault(flood);
        kit.trace().names().key(flood.key());
        recorder.quiet(flood.key());
        Map<String, Integer> replies = new LinkedHashMap<>();
        Comet comet = kit.node(flood.node()).comet();
        int[] left = {flood.gets()};
        for (int i = 0; i < flood.gets(); i++) {
            await(comet.get(flood.key()), outcome -> {
                replies.merge(word(outcome), 1, Integer::sum);
                left[0]--;
                if (left[0] == 0) {
                    recorder.loud(flood.key());
                    recorder.line("node " + flood.node() + " flood " + flood.key() + ": " + replies);
                }
            });
        }
    }

    private static String word(Outcome outcome) {
        if (outcome instanceof Outcome.Found) {
            return "found";
        }
        return outcome instanceof Outcome.Failed ? "failed" : TraceText.outcome(outcome);
    }
}
