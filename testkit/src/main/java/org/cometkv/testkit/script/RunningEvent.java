package org.cometkv.testkit.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.aso.lua.Step;

/**
 * An event of a tested script that may wait for an answer, so that a test can do something else meanwhile: other events
 * of the object, an answer of its own, or none.
 *
 * <p>Not thread-safe.
 */
public final class RunningEvent {

    private final ScriptTester tester;
    private final TestedObject object;
    private final Event event;
    private final List<Effect> effects = new ArrayList<>();
    private Optional<CopyCheck> check;
    /** The number of events of the object that had begun when this one did. */
    private final int events;

    private Step step;
    private ScriptOutcome outcome;

    RunningEvent(ScriptTester tester, TestedObject object, Event event, Optional<CopyCheck> check) {
        this.tester = tester;
        this.object = object;
        this.event = event;
        this.check = check;
        tester.node().begins(event, tester.slot().writer());
        tester.trace(object);
        check.ifPresent(copy -> copy.begin(event));
        took(object.begin(event, tester.millis()));
        events = object.events();
    }

    /** Whether it waits for an answer. */
    public boolean isWaiting() {
        return step instanceof Step.Waiting;
    }

    /**
     * The question that it waits for.
     *
     * @throws IllegalStateException if it does not wait
     */
    public Question question() {
        return waiting().question();
    }

    /** The effects so far: those of what it did before it waited are performed while it waits. */
    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    /**
     * Goes on with this answer, up to its next wait or its end.
     *
     * @throws IllegalStateException if it does not wait
     */
    public RunningEvent answer(Reply reply) {
        Step.Waiting waiting = waiting();
        tester.node().begins(event, tester.slot().writer());
        if (object.events() > events) {
            // The copy knows nothing of the events that ran while this one waited.
            check = Optional.empty();
        }
        check.ifPresent(copy -> copy.proceed(reply, tester.millis()));
        took(object.proceed(waiting, reply, tester.millis()));
        return this;
    }

    /** Goes on to its end, with the answers that the tester has. */
    public ScriptOutcome finish() {
        while (isWaiting()) {
            answer(tester.node().answer(question()));
        }
        return outcome;
    }

    private Step.Waiting waiting() {
        if (step instanceof Step.Waiting waiting) {
            return waiting;
        }
        throw new IllegalStateException("the event waits for no answer: " + outcome);
    }

    private void took(Step next) {
        step = next;
        effects.addAll(TestedObject.effects(next));
        check.ifPresent(copy -> copy.compare(next));
        tester.slot().performed(object, TestedObject.effects(next));
        if (next instanceof Step.Ended ended) {
            Outcome end = ended.outcome();
            tester.checkCopy(object);
            outcome = tester.note(new ScriptOutcome(event.handler(), end.result(), effects, end.usage()));
        }
    }
}
