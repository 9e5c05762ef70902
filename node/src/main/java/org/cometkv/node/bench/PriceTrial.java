package org.cometkv.node.bench;

import java.util.Optional;
import java.util.function.Supplier;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.aso.lua.Scratch;
import org.cometkv.aso.lua.Step;
import org.cometkv.routing.Key;

/**
 * A trial of one case: its objects are made anew for each run, and its events are measured slice by slice.
 *
 * <p>Not thread-safe.
 */
final class PriceTrial {

    private static final Key KEY = Key.of("object");
    private static final Event TIMER = new Event.Timer(Optional.empty());

    private final PriceCase of;
    private final StandaloneHost host;
    private final Sandbox sandbox = new Sandbox(64 << 20, System.nanoTime());
    private final Scratch scratch = sandbox.scratch();

    PriceTrial(PriceCase of) {
        this.of = of;
        this.host = PricesNode.host(of.phase() != PriceCase.Phase.WAIT);
    }

    /** The measured part of the case, once. */
    Spent run() {
        Spent spent = new Spent();
        switch (of.phase()) {
            case CHUNK -> {
                Instance object = instance();
                spend(spent, object, () -> object.create(scratch, host, Value.table()));
            }
            case RESTORE -> {
                byte[] image = object().encode();
                Instance copy = instance();
                spend(spent, copy, () -> copy.restore(scratch, host, image));
            }
            default -> events(spent, object());
        }
        return spent;
    }

    private void events(Spent spent, Instance object) {
        Instance newcomer = of.phase() == PriceCase.Phase.UPDATE ? object() : null;
        for (int i = 0; i < of.times(); i++) {
            spend(
                    spent,
                    object,
                    () -> object.handle(scratch, host, newcomer == null ? get() : update(spent, newcomer)));
        }
    }

    private Event get() {
        return new Event.Get(PricesNode.CALLER, of.request());
    }

    /** The making of the newcomer's data is a part of what an update costs a node. */
    private static Event update(Spent spent, Instance newcomer) {
        Instance.Copy copy = newcomer.data();
        spent.besideEvent(copy.usage());
        Value data = copy.value();
        Value value = data instanceof Value.Table fields ? fields.get("value") : Value.NIL;
        return new Event.Update(PricesNode.CALLER, value, data);
    }

    private void spend(Spent spent, Instance object, Supplier<Step> begin) {
        spent.beginEvent();
        Step step = spent.slice(begin);
        while (step instanceof Step.Unfinished unfinished) {
            Optional<Reply> reply = reply(unfinished);
            step = spent.slice(() -> object.proceed(scratch, host, unfinished, reply));
        }
        spent.endEvent(((Step.Ended) step).outcome());
    }

    private Optional<Reply> reply(Step.Unfinished step) {
        return step instanceof Step.Waiting waiting ? Optional.of(host.answer(waiting.question())) : Optional.empty();
    }

    /** A live object after the events that come before. */
    Instance object() {
        Instance object = instance();
        requireCommitted(end(object, object.create(scratch, host, Value.table())));
        for (int i = 0; i < of.before(); i++) {
            requireCommitted(end(object, object.handle(scratch, host, TIMER)));
        }
        return object;
    }

    /** A live object after the events that are measured, however they ended. */
    Instance objectAfterEvents() {
        Instance object = object();
        events(new Spent(), object);
        return object;
    }

    /** The object's event at its wait, or after it has yielded so many times. */
    Step.Unfinished held(Instance object, int yields) {
        Step step = object.handle(scratch, host, get());
        for (int i = 1; !(step instanceof Step.Waiting) && i < yields; i++) {
            step = object.proceed(scratch, host, (Step.Unfinished) step, Optional.empty());
        }
        return (Step.Unfinished) step;
    }

    private Instance instance() {
        return sandbox.instance(KEY, of.script(), Limits.DEFAULTS, 0);
    }

    private Outcome end(Instance object, Step begin) {
        Step step = begin;
        while (step instanceof Step.Unfinished unfinished) {
            step = object.proceed(scratch, host, unfinished, reply(unfinished));
        }
        return ((Step.Ended) step).outcome();
    }

    /** Events that only prepare must end well, or something else would be measured. */
    private void requireCommitted(Outcome outcome) {
        if (!outcome.isCommitted()) {
            throw new IllegalStateException(of.name() + " cannot begin: " + outcome.result());
        }
    }
}
