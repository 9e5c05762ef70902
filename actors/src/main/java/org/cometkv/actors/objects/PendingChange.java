package org.cometkv.actors.objects;

import java.util.Optional;
import org.cometkv.actors.authorization.CallChain;
import org.cometkv.actors.authorization.SerialRule;
import org.cometkv.actors.changes.ChangeRule;
import org.cometkv.actors.conduct.Charge;
import org.cometkv.actors.conduct.HeldBytes;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.wire.RecentUpdates;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Accept;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Result;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.aso.lua.Instance;

/**
 * A put, copy or remove on its way into one replica: asks the handler that decides, stores or removes, and answers.
 *
 * <p>While its handler waits, others may overtake it: then it ends, and is decided by what lives here by now. Not
 * thread-safe; owned by an AsoActor.
 */
final class PendingChange {

    private static final long RETRY_MILLIS = 100;

    private final ReplicaState state;
    private final EventRunner events;
    private final Wire.Change change;
    /** The newcomer whose chunk has run, so that it runs once; null before that. */
    private ArrivingObject arriving;

    private Outcome loaded;

    PendingChange(ReplicaState state, EventRunner events, Wire.Change change) {
        this.state = state;
        this.events = events;
        this.change = change;
    }

    /** Decides what becomes of the change where an object lives. */
    void onChange() {
        if (refusesToBegin()) {
            return;
        }
        ChangeRule.Result result = state.resultOf(change);
        if (result.reply().isPresent()) {
            state.requests().answer(result.reply().get());
        } else if (result.kind() == ChangeRule.Kind.TAKE) {
            take();
        } else if (change instanceof Wire.Remove remove) {
            onRemove(remove, result.kind() == ChangeRule.Kind.ASK);
        } else if (result.kind() == ChangeRule.Kind.REPLACE) {
            replace();
        } else if (change.isPassive()) {
            askOnUpdate(((Wire.Put) change).fields());
        } else {
            load(this::askOnUpdateOfLoaded);
        }
    }

    /** Loads the first object of a key and lets it live here. */
    void onCreate() {
        if (state.requests().isTooLate(change)) {
            refuseTooLate();
            state.endUnlessStored();
        } else {
            install();
        }
    }

    /** Refuses what waited too long, and what is on its way already: a handler that waits has not decided on it yet. */
    private boolean refusesToBegin() {
        if (state.requests().isTooLate(change)) {
            refuseTooLate();
            return true;
        }
        if (state.requests().isWaitingFor(change)) {
            state.requests()
                    .answer(new ReplicaReply.Refused(
                            Refusal.retry(Refusal.Reason.BUSY, "this change is being decided", RETRY_MILLIS)));
            return true;
        }
        Optional<String> full = change instanceof Wire.Remove
                ? Optional.empty()
                : state.context()
                        .quota()
                        .overgrown(
                                state.isEmpty()
                                        ? change.caller().writer()
                                        : state.object().header().writer());
        full.ifPresent(why -> state.requests().answer(new ReplicaReply.Refused(Refusal.of(Refusal.Reason.QUOTA, why))));
        return full.isPresent();
    }

    private void refuseTooLate() {
        state.requests()
                .answer(new ReplicaReply.Refused(
                        Refusal.of(Refusal.Reason.BUSY, "the change waited longer than its sender does")));
    }

    /** A newer copy of the object that lives here: no handler decides. */
    private void take() {
        ImageMerge.of(
                        state,
                        events,
                        ((Wire.Copy) change).image(),
                        isTaken -> state.requests()
                                .answer(isTaken ? new ReplicaReply.Stored(Usage.NONE) : new ReplicaReply.Held()))
                .begin();
    }

    /** Loads the object that arrives and lets it live here; the present one stays until that succeeded. */
    private void install() {
        load(() -> {
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

    /** Runs the chunk of the newcomer, unless it has run. */
    private void load(Runnable whenLoaded) {
        if (arriving != null) {
            whenLoaded.run();
            return;
        }
        arriving = ArrivingObject.of(change, state.context().hosting());
        events.load(arriving, outcome -> {
            loaded = outcome;
            if (outcome.isCommitted()) {
                whenLoaded.run();
            } else {
                refuse(outcome);
            }
        });
    }

    private void runOnPut(HostedObject arrived) {
        CallChain chain = CallChain.causedBy(change.caller(), arrived.header());
        events.run(arrived, new Event.Put(caller()), chain, new ArrivalCheck(), outcome -> {
            if (outcome.result() instanceof Result.Completed) {
                store(arrived, outcome);
            } else {
                refuse(outcome);
            }
        });
    }

    private void store(HostedObject arrived, Outcome outcome) {
        if (!state.takesRoom(new Charge(arrived.header().writer(), HeldBytes.of(change)))) {
            state.endUnlessStored();
            return;
        }
        arrived.header(state.inPlace(arrived.header(), change));
        state.store(arrived);
        state.committed(arrived, outcome.effects());
        state.arm();
        state.requests()
                .answer(new ReplicaReply.Stored(
                        outcome.usage(), arrived.header().replicas()));
    }

    private void refuse(Outcome outcome) {
        state.endUnlessStored();
        state.requests().answerNo(outcome);
    }

    /** The handler decides on what the script makes of itself and the fields, or on the state of the copy. */
    private void askOnUpdateOfLoaded() {
        Instance.Copy data = arriving.instance().data();
        state.spent(data.usage());
        askOnUpdate(data.value());
    }

    private void askOnUpdate(Value data) {
        HostedObject asked = state.object();
        DecisionCheck check = new DecisionCheck(asked);
        run(asked, updateOf(caller(), data), check, outcome -> {
            if (!(outcome.result() instanceof Result.Completed completed)) {
                answerNo(asked, outcome);
            } else if (completed.value() == Value.Bool.TRUE) {
                replace();
            } else if (check.isUndone) {
                // Others may have taken it and sent messages.
                state.streams().restart(StreamCause.REPAIRED);
                state.requests()
                        .answer(new ReplicaReply.Superseded(asked.header().replicas()));
            } else {
                keep(asked, data, outcome.usage());
            }
        });
    }

    /** Who makes the change, as its handler is told; a copy is no change. */
    private Caller caller() {
        return change instanceof Wire.Copy ? change.caller() : change.caller().withVersion(change.version());
    }

    static Event.Update updateOf(Caller caller, Value data) {
        return new Event.Update(caller, data instanceof Value.Table fields ? fields.get("value") : Value.NIL, data);
    }

    /** The object took the update and stays. A copy that it does not make room for is no change, and counts as none. */
    private void keep(HostedObject asked, Value data, Usage usage) {
        if (change instanceof Wire.Put) {
            state.accepted(
                    asked,
                    change.version(),
                    new RecentUpdates.Call(change.caller(), data),
                    SerialRule.serial(change, asked.header()));
        }
        state.requests()
                .answer(new ReplicaReply.Kept(
                        usage, asked.header().replicas(), state.streams().takeReach()));
    }

    private void onRemove(Wire.Remove remove, boolean asks) {
        if (!asks) {
            remove(remove, Usage.NONE);
            return;
        }
        HostedObject asked = state.object();
        run(asked, new Event.Remove(caller(), remove.request()), new DecisionCheck(asked), outcome -> {
            if (outcome.result() instanceof Result.Completed) {
                remove(remove, outcome.usage());
            } else {
                answerNo(asked, outcome);
            }
        });
    }

    /** The first owner that refuses a change counts it as taken back at once: readers ask that one first. */
    private void answerNo(HostedObject asked, Outcome outcome) {
        if (outcome.result() instanceof Result.Refused
                && !(change instanceof Wire.Copy)
                && isFirst(asked.header().replicas())) {
            state.memory().retract(change.version());
        }
        state.requests().answerNo(outcome);
    }

    private boolean isFirst(int replicas) {
        NodeContext node = state.context().node();
        return node.view().isFirst(change.key(), replicas, node.self().id());
    }

    private void remove(Wire.Remove remove, Usage usage) {
        int replicas = state.object().header().replicas();
        state.end(Optional.of(Slot.Tombstone.of(remove, state.object().header())));
        state.requests().answer(new ReplicaReply.Removed(usage, replicas));
    }

    private void replace() {
        if (!change.isPassive()) {
            install();
            return;
        }
        // A passive value needs no actor.
        try {
            Slot.Passive passive =
                    Slot.Passive.of((Wire.Put) change, state.context().node());
            if (state.takesRoom(passive.charge())) {
                state.end(Optional.of(passive.with(state.inPlace(passive.header(), change))));
                state.requests()
                        .answer(new ReplicaReply.Stored(
                                Usage.NONE, passive.header().replicas()));
            }
        } catch (IllegalArgumentException e) {
            state.requests().answer(new ReplicaReply.Refused(Refusal.of(Refusal.Reason.INVALID, e.getMessage())));
        }
    }

    private void run(HostedObject object, Event event, EventRunner.Check check, EventRunner.WhenDone whenDone) {
        events.run(object, event, CallChain.causedBy(change.caller(), object.header()), check, outcome -> {
            if (outcome.isCommitted()) {
                state.committed(object, outcome.effects());
            }
            whenDone.done(outcome);
        });
    }

    /** The check of the handler of the object that lives here, and decides. */
    private final class DecisionCheck implements EventRunner.Check {

        private final HostedObject asked;
        private boolean isUndone;

        private DecisionCheck(HostedObject asked) {
            this.asked = asked;
        }

        @Override
        public boolean isOvertaken() {
            return !state.holds(asked) || state.memory().isRetracted(change);
        }

        /** What lives here by now decides. */
        @Override
        public void overtaken() {
            if (state.isOver()) {
                state.requests().handBack();
            } else {
                onChange();
            }
        }

        /** An update that is not newer than others leaves no trace where only newer ones count. */
        @Override
        public boolean keeps(Value result) {
            isUndone = change instanceof Wire.Put
                    && result != Value.Bool.TRUE
                    && asked.header().accept() == Accept.NEWER
                    && !change.version().isNewerThan(asked.header().version());
            return !isUndone;
        }
    }

    /** Whether what lives here is newer than the change, or is it. */
    private boolean isOlderThanHeld() {
        Version arriving =
                change instanceof Wire.Copy copy ? copy.image().header().lineage() : change.version();
        return !state.isEmpty() && !arriving.isNewerThan(state.object().header().lineage());
    }

    /** The check of the onPut of a newcomer, which decides for itself. */
    private final class ArrivalCheck implements EventRunner.Check {

        @Override
        public boolean isOvertaken() {
            return state.isOver() || state.memory().isRetracted(change) || isOlderThanHeld();
        }

        @Override
        public void overtaken() {
            if (state.isOver()) {
                // Removed while its onPut waited: whether it may still come in is for the supervisor to say.
                state.requests().handBack();
            } else if (state.isEmpty()) {
                state.requests().answer(ChangeMemory.RETRACTED);
                state.endUnlessStored();
            } else {
                onChange();
            }
        }
    }
}
