package org.cometkv.actors;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.UntypedAbstractActor;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.seam.ReplicaReply;
import org.cometkv.actors.seam.Wire;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Result;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Step;
import org.cometkv.timers.TimerSchedule;

/**
 * One hosted object that runs. Its requests are {@link ReplicaRequest}s, rated by its mailbox.
 *
 * <p>A classic actor, because a million of them weigh half of what typed ones would. It runs one event at a time; an
 * event that gives its thread back is a {@link Breather} in the mailbox, so that nothing else of this object comes in
 * between.
 */
final class AsoActor extends UntypedAbstractActor {

    /** What its own node tells it; never rated. */
    sealed interface Command {}

    /** The first message: the put that creates the object, and what comes back if that fails. */
    record Create(ReplicaRequest request, Optional<Slot> before) implements Command {}

    /** Its deadline has come. */
    enum Tick implements Command {
        TICK
    }

    private record Proceed(Step.Yielded yielded, Instance instance, Ending ending) implements Command, Breather {}

    /** What is done with an event's outcome. */
    private interface Ending {
        void ended(Outcome outcome);
    }

    /** What stays when the actor is restarted after a bug: the object as of its last commit, and whoever waits. */
    static final class Seat {
        private HostedObject object;
        private Optional<Slot> before = Optional.empty();
        private ReplicaRequest serving;
        private boolean isOver;
        private int failures;
        private long failingSinceMillis;
    }

    /** A bug may strike an object this often within the window; then it is set aside. */
    private static final int FAILURES_MAX = 3;

    private static final long FAILURES_WINDOW_MILLIS = 60_000;

    private final NodeContext node;
    private final ActorRef<ReplicaManager.Command> home;
    private final int timer;
    private final Seat seat;
    private final Deque<Runnable> deferred = new ArrayDeque<>(0);
    private long armed = Long.MAX_VALUE;
    private boolean isMidway;

    /** @param timer the object's place in the node's wheel */
    static Props props(NodeContext node, ActorRef<ReplicaManager.Command> home, int timer) {
        Seat seat = new Seat();
        return Props.create(AsoActor.class, () -> new AsoActor(node, home, timer, seat))
                .withDispatcher("comet.handlers-dispatcher")
                .withMailbox("comet.object-mailbox");
    }

    private AsoActor(NodeContext node, ActorRef<ReplicaManager.Command> home, int timer, Seat seat) {
        this.node = node;
        this.home = home;
        this.timer = timer;
        this.seat = seat;
    }

    /** A bug struck while this message was handled: whoever asked is told, and the object goes on as it was. */
    @Override
    public void preRestart(Throwable bug, Optional<Object> message) {
        if (seat.serving != null) {
            answer(new ReplicaReply.Failed(Failure.script("internal error"), Usage.NONE));
        }
    }

    /** The node closes in the middle of an event. */
    @Override
    public void postStop() {
        if (seat.serving != null) {
            seat.serving.replyTo().unserved();
        }
    }

    @Override
    public void postRestart(Throwable bug) {
        long now = node.seams().clock().millis();
        if (seat.failures == 0 || now - seat.failingSinceMillis > FAILURES_WINDOW_MILLIS) {
            seat.failures = 0;
            seat.failingSinceMillis = now;
        }
        seat.failures++;
        if (seat.object == null) {
            end(seat.before);
        } else if (seat.failures > FAILURES_MAX) {
            end(Optional.of(new Slot.SetAside(seat.object.header(), "internal error: " + bug)));
        } else {
            // The bug may have struck a tick, whose deadline nobody arms again.
            getSelf().tell(Tick.TICK, getSelf());
        }
    }

    @Override
    public void onReceive(Object message) {
        if (message instanceof Proceed proceed) {
            isMidway = false;
            follow(
                    proceed.instance().proceed(node.handlers().worker(), host(), proceed.yielded(), Optional.empty()),
                    proceed.instance(),
                    proceed.ending());
        } else if (isMidway) {
            deferred.add(() -> onReceive(message));
        } else if (message instanceof ReplicaRequest request) {
            onRequest(request);
        } else if (message instanceof Create create) {
            seat.serving = create.request();
            seat.before = create.before();
            install((Wire.Put) create.request().body());
        } else if (message == Tick.TICK) {
            onTick();
        } else {
            unhandled(message);
        }
    }

    private void onRequest(ReplicaRequest request) {
        seat.serving = request;
        if (!seat.isOver && seat.object.isExpired(node.seams().clock().wallMillis())) {
            end(Optional.empty());
        }
        if (seat.isOver) {
            handBack();
        } else if (request.body() instanceof Wire.Get get) {
            onGet(get);
        } else if (request.body() instanceof Wire.Put put) {
            onPut(put);
        } else if (request.body() instanceof Wire.Remove remove) {
            onRemove(remove);
        } else {
            answer(Gateway.unknown(request.body()));
        }
    }

    /** Answers the request that is being served. */
    private void answer(ReplicaReply reply) {
        ReplicaRequest served = seat.serving;
        seat.serving = null;
        served.replyTo().reply(reply);
    }

    /** The object is over: the request that is being served is for the manager. */
    private void handBack() {
        ReplicaRequest served = seat.serving;
        seat.serving = null;
        served.abandoned();
    }

    private void onGet(Wire.Get get) {
        run(new Event.Get(get.caller(), get.request()), outcome -> {
            if (outcome.result() instanceof Result.Completed completed) {
                answer(new ReplicaReply.Answered(
                        completed.value(), seat.object.header().version(), outcome.usage()));
            } else {
                answer(noOf(outcome));
            }
        });
    }

    private void onPut(Wire.Put put) {
        Optional<ReplicaReply> atOnce = seat.object.answerAtOnce(put);
        if (atOnce.isPresent()) {
            answer(atOnce.get());
        } else if (!seat.object.instance().handles("onUpdate")) {
            replace(put);
        } else {
            Event update = new Event.Update(put.caller(), HostedObject.valueOf(put), put.fields());
            run(update, outcome -> {
                if (!(outcome.result() instanceof Result.Completed completed)) {
                    answer(noOf(outcome));
                } else if (completed.value() == Value.Bool.TRUE) {
                    replace(put);
                } else {
                    seat.object.took(put.version());
                    arm();
                    answer(new ReplicaReply.Kept(outcome.usage()));
                }
            });
        }
    }

    private void onRemove(Wire.Remove remove) {
        Optional<ReplicaReply> atOnce = seat.object.answerAtOnce(remove);
        if (atOnce.isPresent()) {
            answer(atOnce.get());
        } else if (!seat.object.instance().handles("onRemove")) {
            removed(remove, Usage.NONE);
        } else {
            run(new Event.Remove(remove.caller(), remove.request()), outcome -> {
                if (outcome.result() instanceof Result.Completed) {
                    removed(remove, outcome.usage());
                } else {
                    answer(noOf(outcome));
                }
            });
        }
    }

    private void removed(Wire.Remove remove, Usage usage) {
        end(Optional.of(new Slot.Tombstone(remove.version())));
        answer(new ReplicaReply.Removed(usage));
    }

    private void onTick() {
        armed = Long.MAX_VALUE;
        if (seat.isOver || seat.object == null) {
            return;
        }
        if (seat.object.isExpired(node.seams().clock().wallMillis())) {
            end(Optional.empty());
            return;
        }
        for (TimerSchedule.Firing firing : seat.object.due(node.seams().clock().millis())) {
            deferred.add(() -> fire(firing));
        }
        drain();
        arm();
    }

    private void fire(TimerSchedule.Firing firing) {
        if (!seat.isOver && seat.object.instance().handles("onTimer")) {
            run(new Event.Timer(firing.name()), outcome -> {});
        }
    }

    private void replace(Wire.Put put) {
        if (seat.isOver) {
            // Its onUpdate ended it as well: the newcomer is for the manager to store.
            handBack();
            return;
        }
        if (!put.script().isEmpty()) {
            install(put);
            return;
        }
        // A passive value needs no actor.
        try {
            end(Optional.of(Slot.Passive.of(put, node.settings())));
            answer(new ReplicaReply.Stored(Usage.NONE));
        } catch (IllegalArgumentException e) {
            answer(new ReplicaReply.Refused(Refusal.of(Refusal.Reason.INVALID, e.getMessage()), Usage.NONE));
        }
    }

    /** Makes the put's object the one that lives here; whatever lived here before stays until that succeeded. */
    private void install(Wire.Put put) {
        long seed = Rehearsal.seed(put.key(), node.self().id());
        Instance instance =
                node.sandbox().instance(put.key(), put.script(), node.settings().limits(), seed);
        follow(instance.create(node.handlers().worker(), host(), put.fields()), instance, created -> {
            if (!created.isCommitted()) {
                refuseNewcomer(noOf(created));
                return;
            }
            HostedObject newcomer = new HostedObject(
                    put, instance, node.settings(), seed, node.seams().clock().millis());
            if (instance.handles("onPut")) {
                Event event = new Event.Put(put.caller());
                follow(instance.handle(node.handlers().worker(), host(), event), instance, outcome -> {
                    if (outcome.result() instanceof Result.Completed) {
                        settle(put, newcomer, outcome);
                    } else {
                        refuseNewcomer(noOf(outcome));
                    }
                });
            } else {
                settle(put, newcomer, created);
            }
        });
    }

    private void settle(Wire.Put put, HostedObject newcomer, Outcome outcome) {
        if (seat.object != null) {
            home.tell(new ReplicaManager.Resized(getSelf(), timer, WireSize.of(put)));
        }
        seat.object = newcomer;
        seat.before = Optional.empty();
        commit(outcome);
        answer(new ReplicaReply.Stored(outcome.usage()));
    }

    private void refuseNewcomer(ReplicaReply no) {
        if (seat.object == null) {
            end(seat.before);
        }
        answer(no);
    }

    private void run(Event event, Ending ending) {
        Instance instance = seat.object.instance();
        follow(instance.handle(node.handlers().worker(), host(), event), instance, outcome -> {
            if (outcome.isCommitted()) {
                commit(outcome);
            }
            ending.ended(outcome);
        });
    }

    private void follow(Step step, Instance instance, Ending ending) {
        if (step instanceof Step.Yielded yielded) {
            isMidway = true;
            getSelf().tell(new Proceed(yielded, instance, ending), getSelf());
        } else if (step instanceof Step.Ended ended) {
            ending.ended(ended.outcome());
            drain();
        } else {
            throw new IllegalStateException("an event waits, which the node does not let it: " + step);
        }
    }

    /** Goes on with what had to wait for an event that was midway. */
    private void drain() {
        while (!isMidway && !deferred.isEmpty()) {
            deferred.poll().run();
        }
    }

    /** Performs what an event left to do, and arms the next deadline. */
    private void commit(Outcome outcome) {
        long now = node.seams().clock().millis();
        for (Effect effect : outcome.effects()) {
            if (effect instanceof Effect.After after) {
                seat.object.schedule().after(after.name(), after.delayMillis(), now);
            } else if (effect instanceof Effect.Cancel cancel) {
                seat.object.schedule().cancel(cancel.name());
            } else if (effect instanceof Effect.DeleteSelf) {
                end(Optional.of(new Slot.Tombstone(seat.object.header().version())));
            }
        }
        seat.object.follow(now);
        arm();
    }

    private void arm() {
        if (seat.isOver) {
            return;
        }
        long deadline = seat.object.nextDeadline(
                node.seams().clock().millis(), node.seams().clock().wallMillis());
        if (deadline != armed) {
            armed = deadline;
            home.tell(new ReplicaManager.Arm(getSelf(), timer, deadline));
        }
    }

    /** This object makes room: for nothing, or for what is left of it. */
    private void end(Optional<Slot> left) {
        if (!seat.isOver) {
            seat.isOver = true;
            home.tell(new ReplicaManager.Ended(getSelf(), timer, left));
        }
    }

    private EventHost host() {
        return new EventHost(node);
    }

    private static ReplicaReply noOf(Outcome outcome) {
        return outcome.result() instanceof Result.Refused refused
                ? new ReplicaReply.Refused(Refusal.of(Refusal.Reason.OBJECT, refused.reason()), outcome.usage())
                : new ReplicaReply.Failed(Failure.of(outcome.result()), outcome.usage());
    }
}
