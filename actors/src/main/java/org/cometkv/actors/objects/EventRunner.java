package org.cometkv.actors.objects;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.authorization.CallChain;
import org.cometkv.actors.dispatch.YieldMessage;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Host;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Step;

/**
 * A runner of the events of one object: one runs at a time, yields its thread now and then, and may wait for an answer
 * while others run.
 *
 * <p>Not thread-safe; owned by an AsoActor.
 */
final class EventRunner {

    /** The continuation of an event: it is given the event's outcome. */
    interface WhenDone {
        void done(Outcome outcome);
    }

    /** A check of whether what an event does still counts: while it waits, others may overtake it. */
    interface Check {

        /** The check of an event that none overtakes. */
        Check NONE = new Check() {};

        /** Whether what came while the event waited leaves it nothing to decide. */
        default boolean isOvertaken() {
            return false;
        }

        /** The event was overtaken and has ended without going on. */
        default void overtaken() {
            throw new IllegalStateException("nothing overtakes this event");
        }

        /** Whether what an {@code onUpdate} did is kept, by its result. */
        default boolean keeps(Value result) {
            return true;
        }

        /** Whether the event has no effects and asks nothing: it had them where it ran first. */
        default boolean isSilent() {
            return false;
        }
    }

    /** A listener to the events of all objects under one key. */
    interface Listener {

        /** An event ended; its {@link WhenDone} is told next. */
        void ended(HostedObject object, Event event, Outcome outcome);

        /** The part of an event up to a wait is committed and left these effects to perform. */
        void committed(HostedObject object, List<Effect> effects);

        /** The event in hand waits from now on, holding so many bytes, and with it the request that caused it. */
        WaitingEvents.Wait waits(int held);

        /** The request of an event that waited is in hand again. */
        void resumes(WaitingEvents.Wait wait);
    }

    /** The actor tells itself: the event that yielded its thread goes on. */
    record Proceed(Step.Yielded yielded, InProgress event) implements AsoActor.Command, YieldMessage {}

    /** The actor tells itself: the next step of a work that nothing else comes in between. */
    record Next(Runnable step) implements AsoActor.Command, YieldMessage {}

    /** The lane that compiles tells the actor: the arriving object can be loaded. */
    record Compiled(ArrivingObject arriving, WhenDone whenDone) implements AsoActor.Command {}

    /** The Gateway tells the actor: the event that waits has its answer. */
    record Resume(Step.Waiting waiting, WaitingEvents.Wait room, Reply reply, InProgress event)
            implements AsoActor.Command {}

    /** The runner tells the actor, when nothing is midway: the last event of an object that deleted itself is over. */
    record DeletedItself(HostedObject object) implements AsoActor.Command {}

    /**
     * An event in progress.
     *
     * @param object whose event it is: the one that lives here or is about to; null while that is being loaded
     * @param event null while the object is being loaded
     * @param chain the requests in a row that it is part of
     * @param isLast whether the object said before a wait that it ends after this event
     */
    private record InProgress(
            HostedObject object,
            Instance instance,
            Event event,
            CallChain chain,
            Check check,
            WhenDone whenDone,
            boolean isLast) {

        InProgress after(List<Effect> effects) {
            return new InProgress(object, instance, event, chain, check, whenDone, isLastWith(effects));
        }

        boolean isLastWith(List<Effect> effects) {
            return isLast || !effects.isEmpty() && !check.isSilent() && effects.contains(new Effect.DeleteSelf());
        }
    }

    private final ReplicaContext context;
    private final ActorRef self;
    private final Listener listener;
    private final Consumer<Object> receiver;
    /** Messages that wait until no event is midway; null until the first one. */
    private Deque<Object> deferred;

    private boolean isMidway;

    /** @param receiver takes the messages that waited */
    EventRunner(ReplicaContext context, ActorRef self, Listener listener, Consumer<Object> receiver) {
        this.context = context;
        this.self = self;
        this.listener = listener;
        this.receiver = receiver;
    }

    /** Whether an event yielded its thread and is not done: nothing else may run. */
    boolean isMidway() {
        return isMidway;
    }

    /** Gives the message to the actor again once no event is midway any more. */
    void defer(Object message) {
        deferred().addLast(message);
    }

    /** The messages that wait; the actor that comes after a bug is told them. */
    List<Object> deferredMessages() {
        return deferred == null ? List.of() : List.copyOf(deferred);
    }

    /** Runs the chunk of an object that arrives. */
    void load(ArrivingObject arriving, WhenDone whenDone) {
        Compiled compiled = new Compiled(arriving, whenDone);
        if (arriving.isReady(context.handlers().compileLane(), () -> self.tell(compiled, self))) {
            loadNow(arriving, whenDone);
        } else {
            isMidway = true;
        }
    }

    /** Runs the chunk of an object whose script has been compiled. */
    void loadCompiled(Compiled compiled) {
        isMidway = false;
        loadNow(compiled.arriving, compiled.whenDone);
    }

    private void loadNow(ArrivingObject arriving, WhenDone whenDone) {
        InProgress event =
                new InProgress(null, arriving.instance(), null, CallChain.UNSIGNED, Check.NONE, whenDone, false);
        follow(arriving.load(context.handlers().scratch(), host(event)), event);
    }

    /** Runs the next step of a work in the turn after this one; nothing else comes in between. */
    void later(Runnable step) {
        isMidway = true;
        self.tell(new Next(step), self);
    }

    void next(Next next) {
        isMidway = false;
        next.step().run();
        runDeferred();
    }

    /** Runs an event of an object that nothing overtakes. */
    void run(HostedObject object, Event event, CallChain chain, WhenDone whenDone) {
        run(object, event, chain, Check.NONE, whenDone);
    }

    /** Runs an event of an object. */
    void run(HostedObject object, Event event, CallChain chain, Check check, WhenDone whenDone) {
        InProgress started = new InProgress(object, object.instance(), event, chain, check, whenDone, false);
        follow(object.instance().handle(context.handlers().scratch(), host(started), event), started);
    }

    void proceed(Proceed proceed) {
        isMidway = false;
        proceed(proceed.yielded(), Optional.empty(), proceed.event());
    }

    void resume(Resume resume) {
        listener.resumes(resume.room());
        if (resume.event().check().isOvertaken()) {
            abandon(resume.waiting(), resume.event());
        } else {
            proceed(resume.waiting(), Optional.of(resume.reply()), resume.event());
        }
    }

    /** Ends an event that was overtaken while it waited: it does not run on. */
    private void abandon(Step.Waiting waiting, InProgress event) {
        event.instance().abandon(waiting);
        if (event.isLast()) {
            deferred().addFirst(new DeletedItself(event.object()));
        }
        event.check().overtaken();
        runDeferred();
    }

    private void proceed(Step.Unfinished step, Optional<Reply> reply, InProgress event) {
        follow(event.instance().proceed(context.handlers().scratch(), host(event), step, reply), event);
    }

    private void follow(Step step, InProgress event) {
        if (step instanceof Step.Yielded yielded) {
            isMidway = true;
            self.tell(new Proceed(yielded, event), self);
        } else if (step instanceof Step.Ended ended) {
            end(ended.outcome(), event);
            runDeferred();
        } else if (step instanceof Step.Waiting waiting) {
            await(waiting, event);
            runDeferred();
        }
    }

    private void end(Outcome outcome, InProgress event) {
        HostedObject object = event.object();
        if (object != null) {
            context.node().witness().event(object.key(), event.event(), outcome);
            listener.ended(object, event.event(), outcome);
        }
        event.whenDone().done(outcome);
        if (object != null) {
            // Not before: the effects are paid by the size that the object had when it asked for them.
            object.endEvent();
        }
        if (event.isLastWith(outcome.effects())) {
            // Nor this: a put that the object took, or a remove, raises the version that its tombstone has.
            deferred().addFirst(new DeletedItself(object));
        }
    }

    /** Performs the effects of the event's first part, asks its question, and lets other events run meanwhile. */
    private void await(Step.Waiting waiting, InProgress event) {
        HostedObject object = event.object();
        listener.committed(object, waiting.effects());
        InProgress rest = event.after(waiting.effects());
        WaitingEvents.Wait wait = listener.waits(waiting.held());
        context.sender()
                .ask(
                        object,
                        waiting.question(),
                        wait::take,
                        reply -> self.tell(new Resume(waiting, wait, reply, rest), self));
        object.endEvent();
    }

    private void runDeferred() {
        while (!isMidway && deferred != null && !deferred.isEmpty()) {
            receiver.accept(deferred.poll());
        }
    }

    private Deque<Object> deferred() {
        if (deferred == null) {
            deferred = new ArrayDeque<>(2);
        }
        return deferred;
    }

    private Host host(InProgress event) {
        if (event.object() == null) {
            return new LoadingHost(context.node());
        }
        return event.check().isSilent()
                ? SilentHost.of(context.hosting(), event.object(), event.check())
                : EventHost.of(context.hosting(), event.object(), event.chain(), event.check());
    }
}
