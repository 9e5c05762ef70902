package org.cometkv.aso.lua;

import java.util.Map;
import java.util.Optional;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;

/** The object of one script that is run to see what things cost, and the node and the callers that it meets. */
final class CaseObject {

    private static final long SEED = 42;

    final PriceCase script;
    final Instance instance;
    private final StandaloneHost host;

    /** Fuel that the making of the newcomer's data took. */
    int dataFuel;

    CaseObject(Sandbox sandbox, PriceCase script) {
        this.script = script;
        this.instance = sandbox.instance(HostileNode.KEY, script.script(), script.limits(), SEED);
        this.host = script.isHostile()
                ? HostileNode.host()
                : PriceNode.host(!script.phase().equals("wait"));
        begin(0);
    }

    /** Runs the chunk, as an event of its own if that is what the script is about. */
    Step load(Scratch scratch) {
        return script.event().equals("chunk")
                ? instance.evaluate(scratch, host)
                : instance.create(scratch, host, Value.table());
    }

    Step restore(Scratch scratch, byte[] state) {
        return instance.restore(scratch, host, state);
    }

    /** Sends the event of this number, from 1, that the script is about. */
    Step handle(Scratch scratch, int number) {
        begin(number);
        return handle(scratch, script.event());
    }

    /** Sends an event of this name. */
    Step handle(Scratch scratch, String name) {
        return instance.handle(scratch, host, event(name));
    }

    /** Goes on at once: with the answer, if there was a question. */
    Step proceed(Scratch scratch, Step.Unfinished at) {
        Optional<Reply> reply =
                at instanceof Step.Waiting waiting ? Optional.of(host.answer(waiting.question())) : Optional.empty();
        return instance.proceed(scratch, host, at, reply);
    }

    /** Goes on to the end. */
    Outcome settle(Scratch scratch, Step first) {
        Step step = first;
        while (step instanceof Step.Unfinished at) {
            step = proceed(scratch, at);
        }
        return ((Step.Ended) step).outcome();
    }

    /** Hostile scripts see the time go by; the others are to cost the same each time. */
    private void begin(int number) {
        if (script.isHostile()) {
            host.now(HostileNode.instant(number));
        }
    }

    private Caller caller() {
        return script.isHostile() ? HostileNode.caller() : PriceNode.CALLER;
    }

    private Event event(String name) {
        return switch (name) {
            case "onGet" -> new Event.Get(caller(), script.request());
            case "onPut" -> new Event.Put(caller());
            case "onUpdate" -> new Event.Update(caller(), Value.of("newer"), newer());
            case "onRemove" -> new Event.Remove(caller(), script.request());
            case "onSubscribe" -> new Event.Subscribe(caller(), script.request());
            case "onTimer" -> new Event.Timer(Optional.empty());
            default -> throw new IllegalArgumentException("there is no event " + name);
        };
    }

    /** The newcomer's data: of an object of the same script where that is what it is about. */
    private Value newer() {
        return script.phase().equals("update") ? update() : Value.table(Map.of("value", Value.of("newer")));
    }

    private Value update() {
        Instance.Copy data = instance.data();
        dataFuel = data.usage().fuel();
        return data.value();
    }

    /** Other limits of fuel, allocation and slices from the next event on. */
    void limit(int fuel, int allocation, int slice) {
        instance.limits(script.limits()
                .with(Limits.Name.FUEL, fuel)
                .with(Limits.Name.ALLOCATION, allocation)
                .with(Limits.Name.SLICE, slice));
    }
}
