package org.cometkv.actors.objects;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.authorization.CallChain;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.dispatch.YieldMessage;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Host;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Reply;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Step;

/**
 * The events of one object on their way: one runs at a time, gives its thread back now and then, and may wait for an
 * answer while others run.
 *
 * <p>Not thread-safe; owned by an AsoActor.
 */
final class EventRunner {

    /** What is done with an event's outcome. */
    interface Ending {
        void ended(Outcome outcome);
    }

    /** The actor tells itself: the event that gave its thread back goes on. */
    record Proceed(Step.Yielded yielded, Flow flow) implements AsoActor.Command, YieldMessage {}

    /** The lane that compiles tells the actor: the object that is to live here can be loaded. */
    record Compiled(ArrivingObject newcomer, Ending ending) implements AsoActor.Command {}

    /** The Gateway tells the actor: the event that waits has its answer. */
    record Resume(Step.Waiting waiting, WaitingEvents.Wait room, ReplicaRequest serving, Reply reply, Flow flow)
            implements AsoActor.Command {}

    /**
     * An event on its way.
     *
     * @param object whose event it is: the one that lives here or is about to; empty while that is being loaded
     * @param chain the requests in a row that it is part of
     * @param isLast whether the object said before a wait that it ends after this event
     */
    private record Flow(
            Optional<HostedObject> object, Instance instance, CallChain chain, Ending ending, boolean isLast) {

        Flow(Optional<HostedObject> object, Instance instance, CallChain chain, Ending ending) {
            this(object, instance, chain, ending, false);
        }

        boolean isLastWith(List<Effect> effects) {
            return isLast || !effects.isEmpty() && effects.contains(new Effect.DeleteSelf());
        }
    }

    private final HostingContext hosting;
    private final NodeContext node;
    private final EffectSender outbound;
    private final ActorRef self;
    private final ReplicaState seat;
    private final SupervisorLink residence;
    private final Deque<Runnable> deferred = new ArrayDeque<>(0);
    private boolean isMidway;

    EventRunner(
            HostingContext hosting, EffectSender outbound, ActorRef self, ReplicaState seat, SupervisorLink residence) {
        this.hosting = hosting;
        this.node = hosting.node();
        this.outbound = outbound;
        this.self = self;
        this.seat = seat;
        this.residence = residence;
    }

    /** Whether an event gave its thread back and is not done: nothing else may run. */
    boolean isMidway() {
        return isMidway;
    }

    /** Does this once no event is midway any more. */
    void defer(Runnable task) {
        deferred.add(task);
    }

    /** Goes on with what was deferred. */
    void drain() {
        while (!isMidway && !deferred.isEmpty()) {
            deferred.poll().run();
        }
    }

    /** Runs the chunk of an object that is about to live here. */
    void load(ArrivingObject newcomer, Ending ending) {
        Compiled compiled = new Compiled(newcomer, ending);
        if (newcomer.isReady(hosting.handlers().compileLane(), () -> self.tell(compiled, self))) {
            loadCompiled(newcomer, ending);
        } else {
            isMidway = true;
        }
    }

    /** The script of an object that is about to live here has been compiled. */
    void loadCompiled(Compiled compiled) {
        isMidway = false;
        loadCompiled(compiled.newcomer, compiled.ending);
    }

    private void loadCompiled(ArrivingObject newcomer, Ending ending) {
        Flow flow = new Flow(Optional.empty(), newcomer.instance(), CallChain.UNSIGNED, ending);
        follow(newcomer.load(hosting.handlers().worker(), host(flow)), flow);
    }

    /** Runs an event of an object. */
    void run(HostedObject object, Event event, CallChain chain, Ending ending) {
        Flow flow = new Flow(Optional.of(object), object.instance(), chain, ending);
        follow(object.instance().handle(hosting.handlers().worker(), host(flow), event), flow);
    }

    void proceed(Proceed proceed) {
        isMidway = false;
        goOn(proceed.yielded(), Optional.empty(), proceed.flow());
    }

    void resume(Resume resume) {
        seat.resume(resume.room(), resume.serving());
        goOn(resume.waiting(), Optional.of(resume.reply()), resume.flow());
    }

    /** An event of the object, or its part up to a wait, is committed: does what it left to do. */
    void committed(HostedObject object, List<Effect> effects) {
        if (object.isReplaced()) {
            return;
        }
        perform(object, effects);
        // Neither is so of most events: their objects are due when they were before.
        boolean isDueAnew = object.follow(node.clock()) || !effects.isEmpty();
        if (isDueAnew && object == seat.object) {
            residence.arm();
        }
    }

    private void perform(HostedObject object, List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.After after) {
                object.schedule()
                        .after(after.name(), after.delayMillis(), node.clock().millis());
            } else if (effect instanceof Effect.Cancel cancel) {
                object.schedule().cancel(cancel.name());
            } else if (!(effect instanceof Effect.DeleteSelf)) {
                outbound.send(object, effect);
            }
        }
    }

    private void end(HostedObject object) {
        if (object == seat.object) {
            residence.end(Optional.of(Slot.Tombstone.of(object.header())));
        }
    }

    private void goOn(Step.Unfinished step, Optional<Reply> reply, Flow flow) {
        follow(flow.instance().proceed(hosting.handlers().worker(), host(flow), step, reply), flow);
    }

    private void follow(Step step, Flow flow) {
        if (step instanceof Step.Yielded yielded) {
            isMidway = true;
            self.tell(new Proceed(yielded, flow), self);
        } else if (step instanceof Step.Ended ended) {
            flow.object().ifPresent(object -> account(object, ended.outcome()));
            flow.ending().ended(ended.outcome());
            // Not before: what it asked for is paid by the size that the object had when it asked.
            flow.object().ifPresent(HostedObject::release);
            if (flow.isLastWith(ended.outcome().effects())) {
                // Nor this: a put that it took, or a remove, raises the version that is left behind.
                deferred.addFirst(() -> end(flow.object().orElseThrow()));
            }
            drain();
        } else if (step instanceof Step.Waiting waiting) {
            await(waiting, flow);
            drain();
        }
    }

    /** The event's first part is committed: what it left to do is done now, and other events may run meanwhile. */
    private void await(Step.Waiting waiting, Flow flow) {
        HostedObject object = flow.object().orElseThrow();
        WaitingEvents.Wait wait = hosting.waiting().began(waiting.held());
        committed(object, waiting.effects());
        object.release();
        boolean isLast = flow.isLastWith(waiting.effects());
        Flow rest = new Flow(flow.object(), flow.instance(), flow.chain(), flow.ending(), isLast);
        ReplicaRequest serving = seat.await(wait);
        if (serving != null) {
            serving.replyTo().waits(serving.arrivedNanos());
        }
        outbound.ask(
                object,
                waiting.question(),
                wait::take,
                reply -> self.tell(new Resume(waiting, wait, serving, reply, rest), self));
    }

    private void account(HostedObject object, Outcome outcome) {
        if (object != seat.object) {
            // What a newcomer does on its way here is not the doing of the one that lives here.
            return;
        }
        if (seat.account().ended(outcome)) {
            seat.broke(node.clock().millis());
        } else {
            seat.behaved(node.clock());
        }
    }

    private Host host(Flow flow) {
        return flow.object().isPresent()
                ? EventHost.of(hosting, flow.object().get(), flow.chain())
                : new LoadingHost(node);
    }
}
