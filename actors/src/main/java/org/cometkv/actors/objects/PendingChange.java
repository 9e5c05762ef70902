package org.cometkv.actors.objects;

import java.util.Optional;
import org.cometkv.actors.authorization.CallChain;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Result;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.Instance;

/**
 * A put, copy or remove on its way into one replica: asks the handler that decides, stores or removes, and answers.
 *
 * <p>While its handler waits, others may overtake it. Not thread-safe; owned by an AsoActor.
 */
final class PendingChange {

    private final ReplicaState state;
    private final EventRunner events;
    private final Wire.Change change;

    PendingChange(ReplicaState state, EventRunner events, Wire.Change change) {
        this.state = state;
        this.events = events;
        this.change = change;
    }

    /** Decides what becomes of the change where an object lives. */
    void onChange() {
        ChangeRule.Result result = state.resultOf(change);
        boolean asks = result.kind() == ChangeRule.Kind.ASK;
        if (result.reply().isPresent()) {
            state.answer(result.reply().get());
        } else if (change instanceof Wire.Remove remove) {
            if (asks) {
                askOnRemove(remove);
            } else {
                remove(remove, Usage.NONE);
            }
        } else if (!asks) {
            replace();
        } else if (change.isPassive()) {
            askOnUpdate(((Wire.Put) change).fields());
        } else {
            loadAndAskOnUpdate();
        }
    }

    /** Loads the object that arrives and lets it live here; the present one stays until that succeeded. */
    void install() {
        ArrivingObject arriving = ArrivingObject.of(change, state.context().hosting());
        events.load(arriving, loaded -> {
            if (!loaded.isCommitted()) {
                refuse(loaded);
                return;
            }
            HostedObject arrived =
                    arriving.object(state.context().node().clock().millis());
            if (!state.isEmpty()) {
                arrived.inheritBudget(state.object());
            }
            if (arriving.instance().handles("onPut")) {
                runOnPut(arrived);
            } else {
                store(arrived, loaded);
            }
        });
    }

    private void runOnPut(HostedObject arrived) {
        CallChain chain = CallChain.causedBy(change.caller(), arrived.header());
        events.run(arrived, new Event.Put(change.caller()), chain, outcome -> {
            if (outcome.result() instanceof Result.Completed) {
                store(arrived, outcome);
            } else {
                refuse(outcome);
            }
        });
    }

    private void store(HostedObject arrived, Outcome outcome) {
        if (state.isOver()) {
            // Removed while its onPut waited: whether it may still come in is for the supervisor to say.
            state.handBack();
            return;
        }
        if (state.refuseOvertaken(change)) {
            return;
        }
        int bytes = WireSize.of(change);
        if (!state.isEmpty() && !state.takesRoom(bytes)) {
            return;
        }
        state.store(arrived, bytes);
        state.committed(arrived, outcome.effects());
        state.arm();
        state.answer(new ReplicaReply.Stored(outcome.usage()));
    }

    private void refuse(Outcome outcome) {
        state.endUnlessStored();
        state.answerNo(outcome);
    }

    /** The handler decides on what the script makes of itself and the fields, or on the state of the copy. */
    private void loadAndAskOnUpdate() {
        ArrivingObject arriving = ArrivingObject.of(change, state.context().hosting());
        events.load(arriving, loaded -> {
            if (loaded.isCommitted()) {
                Instance.Copy data = arriving.instance().data();
                state.spent(data.usage());
                askOnUpdate(data.value());
            } else {
                state.answerNo(loaded);
            }
        });
    }

    private void askOnUpdate(Value data) {
        Value value = data instanceof Value.Table fields ? fields.get("value") : Value.NIL;
        HostedObject asked = state.object();
        run(new Event.Update(change.caller(), value, data), outcome -> {
            if (!(outcome.result() instanceof Result.Completed completed)) {
                state.answerNo(outcome);
            } else if (isDecidedAnew(asked) || state.refuseOvertaken(change)) {
                return;
            } else if (completed.value() == Value.Bool.TRUE) {
                replace();
            } else {
                state.object().accepted(change);
                state.arm();
                state.answer(new ReplicaReply.Kept(outcome.usage()));
            }
        });
    }

    private void askOnRemove(Wire.Remove remove) {
        HostedObject asked = state.object();
        run(new Event.Remove(remove.caller(), remove.request()), outcome -> {
            if (!(outcome.result() instanceof Result.Completed)) {
                state.answerNo(outcome);
            } else if (!isDecidedAnew(asked)) {
                remove(remove, outcome.usage());
            }
        });
    }

    private void remove(Wire.Remove remove, Usage usage) {
        if (!state.refuseOvertaken(remove)) {
            state.end(Optional.of(Slot.Tombstone.of(remove, state.object().header())));
            state.answer(new ReplicaReply.Removed(usage));
        }
    }

    /** Whether the object that was asked lives here no more by now: then the one that does is asked. */
    private boolean isDecidedAnew(HostedObject asked) {
        if (state.holds(asked)) {
            return false;
        }
        if (state.isOver()) {
            state.handBack();
        } else {
            onChange();
        }
        return true;
    }

    private void replace() {
        if (!change.isPassive()) {
            install();
            return;
        }
        // A passive value needs no actor.
        try {
            Slot.Passive passive =
                    Slot.Passive.of((Wire.Put) change, state.context().node().settings());
            if (state.takesRoom(passive.bytes())) {
                state.end(Optional.of(passive));
                state.answer(new ReplicaReply.Stored(Usage.NONE));
            }
        } catch (IllegalArgumentException e) {
            state.answer(new ReplicaReply.Refused(Refusal.of(Refusal.Reason.INVALID, e.getMessage())));
        }
    }

    private void run(Event event, EventRunner.WhenDone whenDone) {
        HostedObject object = state.object();
        events.run(object, event, CallChain.causedBy(change.caller(), object.header()), outcome -> {
            if (outcome.isCommitted()) {
                state.committed(object, outcome.effects());
            }
            whenDone.done(outcome);
        });
    }
}
