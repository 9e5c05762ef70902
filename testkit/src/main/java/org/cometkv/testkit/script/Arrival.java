package org.cometkv.testkit.script;

import java.util.Optional;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;

/**
 * A put that arrives where a tested object may be: its handler decides, or the rule for where there is none, and the
 * newcomer stays if its body and its {@code onPut} end well.
 */
final class Arrival {

    private final ScriptTester tester;
    private final Caller caller;
    private final Aso newcomer;

    Arrival(ScriptTester tester, Caller caller, Aso newcomer) {
        this.tester = tester;
        this.caller = caller;
        this.newcomer = newcomer;
    }

    ScriptOutcome outcome() {
        if (tester.slot().present().isEmpty()) {
            return installed();
        }
        Optional<String> stranger = tester.slot().stranger(caller, "onUpdate", "replace");
        if (stranger.isPresent()) {
            return tester.note(ScriptOutcome.refused("onUpdate", stranger.get()));
        }
        return tester.slot().object().handles("onUpdate") ? asked() : installed();
    }

    private ScriptOutcome asked() {
        Value data = newcomer.fields();
        if (!newcomer.script().isEmpty()) {
            TestedObject loaded = tester.fresh(newcomer.script());
            Outcome outcome = loaded.create(newcomer.fields(), tester.millis());
            if (!outcome.isCommitted()) {
                return tester.note(ScriptOutcome.of(ScriptOutcome.CHUNK, outcome));
            }
            data = loaded.data();
        }
        Value value = data instanceof Value.Table fields ? fields.get("value") : Value.NIL;
        ScriptOutcome decided = tester.handle(new Event.Update(tester.changing(caller), value, data));
        if (!decided.isCompleted()) {
            return decided;
        }
        if (decided.value() == Value.Bool.TRUE) {
            return installed();
        }
        tester.slot().changed(tester.millis());
        return decided;
    }

    private ScriptOutcome installed() {
        TestedObject object = tester.fresh(newcomer.script());
        Outcome created = object.create(newcomer.fields(), tester.millis());
        ScriptOutcome outcome = tester.note(ScriptOutcome.of(ScriptOutcome.CHUNK, created));
        if (created.isCommitted() && object.handles("onPut")) {
            // The events of what is not stored yet have no copy to be held against: the body has just run.
            outcome =
                    new RunningEvent(tester, object, new Event.Put(tester.changing(caller)), Optional.empty()).finish();
        }
        if (outcome.result() instanceof Result.Completed) {
            tester.slot().store(object, caller.writer(), tester.millis());
            tester.slot().performed(object, outcome.effects());
            tester.checkCopy(object);
        } else if (tester.slot().present().isEmpty()) {
            tester.slot().end("its put did not end well: " + outcome);
        }
        return outcome;
    }
}
