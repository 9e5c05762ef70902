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

    /** The first message: the put that creates the object. */
    record Create(ReplicaRequest request) implements Command {}

    /** Its deadline has come. */
    enum Tick implements Command {
        TICK
    }

    private record Proceed(Step.Yielded yielded, Instance instance, Ending ending) implements Command, Breather {}

    /** What is done with an event's outcome. */
    private interface Ending {
        void ended(Outcome outcome);
    }

    /** What stays when the actor is restarted after a bug: the object as of its last commit. */
    static final class Seat {
        private HostedObject object;
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
    private boolean isOver;

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
        if (message.isPresent() && message.get() instanceof ReplicaRequest request) {
            request.replyTo().reply(new ReplicaReply.Failed(Failure.script("internal error"), Usage.NONE));
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
            end(Optional.empty());
        } else if (seat.failures > FAILURES_MAX) {
            end(Optional.of(new Slot.SetAside(seat.object.header(), "internal error: " + bug)));
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
            install(create.request(), (Wire.Put) create.request().body());
        } else if (message == Tick.TICK) {
            onTick();
        } else {
            unhandled(message);
        }
    }

    private void onRequest(ReplicaRequest request) {
        if (isOver) {
            request.abandoned();
        } else if (seat.object.isExpired(node.seams().clock().wallMillis())) {
            end(Optional.empty());
            request.abandoned();
        } else if (request.body() instanceof Wire.Get get) {
            onGet(get, request.replyTo());
        } else if (request.body() instanceof Wire.Put put) {
            onPut(request, put);
        } else if (request.body() instanceof Wire.Remove remove) {
            onRemove(remove, request.replyTo());
        } else {
            request.replyTo().reply(Gateway.unknown(request.body()));
        }
    }

    private void onGet(Wire.Get get, ReplyTo replyTo) {
        run(new Event.Get(get.caller(), get.request()), outcome -> {
            if (outcome.result() instanceof Result.Completed completed) {
                replyTo.reply(new ReplicaReply.Answered(
                        completed.value(), seat.object.header().version(), outcome.usage()));
            } else {
                replyTo.reply(noOf(outcome));
            }
        });
    }

    private void onPut(ReplicaRequest request, Wire.Put put) {
        Optional<ReplicaReply> atOnce = seat.object.answerAtOnce(put);
        if (atOnce.isPresent()) {
            request.replyTo().reply(atOnce.get());
        } else if (!seat.object.instance().handles("onUpdate")) {
            replace(request, put);
        } else {
            Event update = new Event.Update(put.caller(), HostedObject.valueOf(put), put.fields());
            run(update, outcome -> {
                if (!(outcome.result() instanceof Result.Completed completed)) {
                    request.replyTo().reply(noOf(outcome));
                } else if (completed.value() == Value.Bool.TRUE) {
                    replace(request, put);
                } else {
                    seat.object.took(put.version());
                    request.replyTo().reply(new ReplicaReply.Kept(outcome.usage()));
                }
            });
        }
    }

    private void onRemove(Wire.Remove remove, ReplyTo replyTo) {
        Optional<ReplicaReply> atOnce = seat.object.answerAtOnce(remove);
        if (atOnce.isPresent()) {
            replyTo.reply(atOnce.get());
        } else if (!seat.object.instance().handles("onRemove")) {
            removed(remove, replyTo, Usage.NONE);
        } else {
            run(new Event.Remove(remove.caller(), remove.request()), outcome -> {
                if (outcome.result() instanceof Result.Completed) {
                    removed(remove, replyTo, outcome.usage());
                } else {
                    replyTo.reply(noOf(outcome));
                }
            });
        }
    }

    private void removed(Wire.Remove remove, ReplyTo replyTo, Usage usage) {
        end(Optional.of(new Slot.Tombstone(remove.version())));
        replyTo.reply(new ReplicaReply.Removed(usage));
    }

    private void onTick() {
        armed = Long.MAX_VALUE;
        if (isOver || seat.object == null) {
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
        if (!isOver && seat.object.instance().handles("onTimer")) {
            run(new Event.Timer(firing.name()), outcome -> {});
        }
    }

    private void replace(ReplicaRequest request, Wire.Put put) {
        if (put.script().isEmpty()) {
            // A passive value needs no actor: the manager stores it once this object has made room.
            end(Optional.empty());
            request.whatever().abandoned();
        } else {
            install(request, put);
        }
    }

    /** Makes the put's object the one that lives here; whatever lived here before stays until that succeeded. */
    private void install(ReplicaRequest request, Wire.Put put) {
        long seed = Rehearsal.seed(put.key(), node.self().id());
        Instance instance =
                node.sandbox().instance(put.key(), put.script(), node.settings().limits(), seed);
        follow(instance.create(node.handlers().worker(), host(), put.fields()), instance, created -> {
            if (!created.isCommitted()) {
                refuseNewcomer(request, noOf(created));
                return;
            }
            HostedObject newcomer = new HostedObject(
                    put, instance, node.settings(), seed, node.seams().clock().millis());
            if (instance.handles("onPut")) {
                Event event = new Event.Put(put.caller());
                follow(instance.handle(node.handlers().worker(), host(), event), instance, outcome -> {
                    if (outcome.result() instanceof Result.Completed) {
                        settle(request, newcomer, outcome);
                    } else {
                        refuseNewcomer(request, noOf(outcome));
                    }
                });
            } else {
                settle(request, newcomer, created);
            }
        });
    }

    private void settle(ReplicaRequest request, HostedObject newcomer, Outcome outcome) {
        seat.object = newcomer;
        commit(outcome);
        request.replyTo().reply(new ReplicaReply.Stored(outcome.usage()));
    }

    private void refuseNewcomer(ReplicaRequest request, ReplicaReply no) {
        request.replyTo().reply(no);
        if (seat.object == null) {
            end(Optional.empty());
        }
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
        if (isOver) {
            return;
        }
        long deadline = seat.object.nextDeadline(
                node.seams().clock().millis(), node.seams().clock().wallMillis());
        if (deadline != armed) {
            armed = deadline;
            home.tell(new ReplicaManager.Arm(timer, deadline));
        }
    }

    /** This object makes room: for nothing, or for what is left of it. */
    private void end(Optional<Slot> left) {
        if (!isOver) {
            isOver = true;
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
