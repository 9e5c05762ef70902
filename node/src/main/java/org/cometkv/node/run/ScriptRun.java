package org.cometkv.node.run;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Result;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.aso.lua.Scratch;
import org.cometkv.aso.lua.Step;
import org.cometkv.node.console.UserFile;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** A run of one file's script in a sandbox and an object of its own, of which nothing is left when it is done. */
final class ScriptRun {

    /** The name of the chunk body where it is the event itself. */
    static final String CHUNK = "chunk";

    /** The key of every object that runs here, and the node it runs on: the same ones in every run. */
    private static final Key KEY = Key.of("comet run");

    static final Contact SELF = new Contact(NodeId.of("comet run"), "127.0.0.1", 0);

    /** The seed of every object's random numbers: the same, so that runs can be compared. */
    private static final long SEED = 0;

    /**
     * The events that are run in each file.
     *
     * @param event the event to make; empty for the chunk body
     * @param fields what the object is created with
     * @param times how often; the events of one object come one after the other
     * @param withState whether lines hold the state after their event
     */
    record Plan(Optional<Event> event, Value.Table fields, Limits limits, int times, boolean withState) {}

    /** An event's end and how long it took. */
    private record Timed(Outcome outcome, long micros) {}

    private final String file;
    private final byte[] text;
    private final Plan plan;
    private final Sandbox sandbox;
    private final Scratch scratch;
    private final StandaloneHost host = new StandaloneHost(SELF);

    /**
     * A run that has not begun.
     *
     * @param text the script, or so much of it that it is over the limit
     * @param hashSeed any number that the script's author cannot know
     */
    ScriptRun(String file, byte[] text, Plan plan, long hashSeed) {
        this.file = file;
        this.text = text;
        this.plan = plan;
        this.sandbox = new Sandbox(1 << 20, hashSeed);
        this.scratch = sandbox.scratch();
        host.namedTimers(plan.limits().namedTimers());
    }

    /** Runs all events and hands over a line for each. */
    void run(Consumer<RunLine> lines) {
        Optional<RunLine> refusal = refusal();
        if (refusal.isPresent()) {
            lines.accept(refusal.get());
        } else if (plan.event().isPresent()) {
            runEvents(plan.event().get(), lines);
        } else {
            runChunk(lines);
        }
    }

    private Optional<RunLine> refusal() {
        Optional<Value> noState = plan.withState() ? Optional.of(Value.NIL) : Optional.empty();
        int limit = plan.limits().scriptBytes();
        if (text.length > limit) {
            String reason = "the script has more than " + limit + " bytes";
            return Optional.of(RunLine.refused(file, CHUNK, reason, Optional.of(Limit.SCRIPT), noState));
        }
        if (UserFile.isByteCode(text)) {
            return Optional.of(RunLine.refused(file, CHUNK, "byte code is no script", Optional.empty(), noState));
        }
        return Optional.empty();
    }

    private void runChunk(Consumer<RunLine> lines) {
        for (int i = 0; i < plan.times(); i++) {
            Instance object = object();
            long begun = begin();
            lines.accept(line(CHUNK, object, finish(object, object.evaluate(scratch, host), begun)));
        }
    }

    private void runEvents(Event event, Consumer<RunLine> lines) {
        Instance object = object();
        long begun = begin();
        Timed created = finish(object, object.create(scratch, host, plan.fields()), begun);
        if (!(created.outcome().result() instanceof Result.Completed)) {
            // There is no object that could answer: one line, however many events were asked for.
            lines.accept(line(CHUNK, object, created));
            return;
        }
        for (int i = 0; i < plan.times(); i++) {
            if (event instanceof Event.Timer timer) {
                timer.name().ifPresent(host::fired);
            }
            begun = begin();
            lines.accept(line(event.handler(), object, finish(object, object.handle(scratch, host, event), begun)));
        }
    }

    /** The instant at which an event begins; its script sees the time of day as of then. */
    private long begin() {
        host.now(System.currentTimeMillis());
        return System.nanoTime();
    }

    private Instance object() {
        return sandbox.instance(KEY, Script.of(text), plan.limits(), SEED, chunkName());
    }

    /** The last part of the path: what a user calls the file. */
    private String chunkName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Takes an event to its end. Its effects are not performed. */
    private Timed finish(Instance object, Step begin, long begun) {
        Step step = begin;
        while (step instanceof Step.Unfinished unfinished) {
            Optional<Reply> reply = Optional.empty();
            if (unfinished instanceof Step.Waiting waiting) {
                host.conclude(waiting.effects());
                reply = Optional.of(host.answer(waiting.question()));
            }
            step = object.proceed(scratch, host, unfinished, reply);
        }
        Outcome outcome = ((Step.Ended) step).outcome();
        host.conclude(outcome.effects());
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun);
        return new Timed(outcome, micros);
    }

    private RunLine line(String event, Instance object, Timed timed) {
        Optional<Value> state = plan.withState() ? Optional.of(object.data().value()) : Optional.empty();
        return RunLine.of(file, event, timed.outcome(), timed.micros(), state);
    }
}
