package org.cometkv.actors;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.UntypedAbstractActor;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.seam.GatewayMessage;
import org.cometkv.actors.seam.ReplicaReply;
import org.cometkv.actors.seam.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Header;
import org.cometkv.aso.Host;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Reply;
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

    private record Proceed(Step.Yielded yielded, Flow flow) implements Command, Breather {}

    private record Resume(Step.Waiting waiting, Reply reply, Flow flow) implements Command {}

    /**
     * An event on its way.
     *
     * @param object whose event it is: the one that lives here, or one that is about to
     * @param chain the requests in a row that it is part of
     */
    private record Flow(Optional<HostedObject> object, Instance instance, Chain chain, Ending ending) {}

    /** What is done with an event's outcome. */
    private interface Ending {
        void ended(Outcome outcome);
    }

    private final NodeContext node;
    private final ActorRef<GatewayMessage> gateway;
    private final ActorRef<ReplicaManager.Command> home;
    private final int timer;
    private final Seat seat;
    private final Deque<Runnable> deferred = new ArrayDeque<>(0);
    private long armed = Long.MAX_VALUE;
    private boolean isMidway;
    private boolean isOver;

    /** @param timer the object's place in the node's wheel */
    static Props props(
            NodeContext node, ActorRef<GatewayMessage> gateway, ActorRef<ReplicaManager.Command> home, int timer) {
        Seat seat = new Seat();
        return Props.create(AsoActor.class, () -> new AsoActor(node, gateway, home, timer, seat))
                .withDispatcher("comet.handlers-dispatcher")
                .withMailbox("comet.object-mailbox");
    }

    private AsoActor(
            NodeContext node,
            ActorRef<GatewayMessage> gateway,
            ActorRef<ReplicaManager.Command> home,
            int timer,
            Seat seat) {
        this.node = node;
        this.gateway = gateway;
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
        boolean isFailing = seat.failed(node.seams().clock().millis());
        if (seat.object == null) {
            end(Optional.empty());
        } else if (isFailing) {
            end(Optional.of(new Slot.SetAside(seat.object.header(), "internal error: " + bug)));
        }
    }

    @Override
    public void onReceive(Object message) {
        if (message instanceof Proceed proceed) {
            isMidway = false;
            proceed(proceed.yielded(), Optional.empty(), proceed.flow());
        } else if (isMidway) {
            deferred.add(() -> onReceive(message));
        } else if (message instanceof ReplicaRequest request) {
            onRequest(request);
        } else if (message instanceof Create create) {
            install(create.request());
        } else if (message instanceof Resume resume) {
            node.waiting().ended();
            proceed(resume.waiting(), Optional.of(resume.reply()), resume.flow());
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
        } else if (request.body() instanceof Wire.Copy copy) {
            onCopy(request, copy);
        } else {
            request.replyTo().reply(Gateway.unknown(request.body()));
        }
    }

    private void onGet(Wire.Get get, ReplyTo replyTo) {
        run(new Event.Get(get.caller(), get.request()), get.caller(), outcome -> {
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
            run(update, put.caller(), outcome -> {
                if (!(outcome.result() instanceof Result.Completed completed)) {
                    request.replyTo().reply(noOf(outcome));
                } else if (completed.value() == Value.Bool.TRUE) {
                    replace(request, put);
                } else {
                    seat.object.took(put);
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
            run(new Event.Remove(remove.caller(), remove.request()), remove.caller(), outcome -> {
                if (outcome.result() instanceof Result.Completed) {
                    removed(remove, replyTo, outcome.usage());
                } else {
                    replyTo.reply(noOf(outcome));
                }
            });
        }
    }

    private void onCopy(ReplicaRequest request, Wire.Copy copy) {
        Header held = seat.object.header();
        Header offered = copy.image().header();
        if (offered.lineage().equals(held.lineage()) && !offered.version().isNewerThan(held.version())) {
            request.replyTo().reply(new ReplicaReply.Held());
            return;
        }
        Optional<Refusal> older =
                HostedObject.olderThanHeld(offered.version(), held.version()).or(() -> Admission.replayed(copy, held));
        if (older.isPresent()) {
            request.replyTo().reply(new ReplicaReply.Refused(older.get(), Usage.NONE));
        } else if (!offered.lineage().equals(held.lineage())
                && !offered.writer().equals(held.writer())) {
            Refusal refusal = Refusal.of(Refusal.Reason.NO_HANDLER, "another object is under the key");
            request.replyTo().reply(new ReplicaReply.Refused(refusal, Usage.NONE));
        } else {
            install(request);
        }
    }

    private void removed(Wire.Remove remove, ReplyTo replyTo, Usage usage) {
        end(Optional.of(Slot.Tombstone.of(remove, seat.object.header())));
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
            run(seat.object, new Event.Timer(firing.name()), Chain.first(seat.object.header()), outcome -> {});
        }
    }

    private void replace(ReplicaRequest request, Wire.Put put) {
        if (put.script().isEmpty()) {
            // A passive value needs no actor: the manager stores it once this object has made room.
            end(Optional.empty());
            request.whatever().abandoned();
        } else {
            install(request);
        }
    }

    /** Makes what the request brings the object that lives here; what lived here before stays until that succeeded. */
    private void install(ReplicaRequest request) {
        Newcomer newcomer = Newcomer.of((Wire.Change) request.body(), node);
        Step loading = newcomer.load(node.handlers().worker(), new EventHost(node));
        follow(loading, new Flow(Optional.empty(), newcomer.instance(), Chain.UNSIGNED, loaded -> {
            if (!loaded.isCommitted()) {
                refuseNewcomer(request, noOf(loaded));
                return;
            }
            HostedObject object = newcomer.object(node.seams().clock().millis());
            if (!newcomer.instance().handles("onPut")) {
                settle(request, object, loaded);
                return;
            }
            Caller caller = newcomer.caller();
            run(object, new Event.Put(caller), Chain.causedBy(caller, object.header()), outcome -> {
                if (outcome.result() instanceof Result.Completed) {
                    settle(request, object, outcome);
                } else {
                    refuseNewcomer(request, noOf(outcome));
                }
            });
        }));
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

    private void run(Event event, Caller caller, Ending ending) {
        if (caller.key().isEmpty()) {
            seat.object.earn(Envelope.BYTES, node.seams().clock().nanos());
        }
        run(seat.object, event, Chain.causedBy(caller, seat.object.header()), outcome -> {
            if (outcome.isCommitted()) {
                commit(outcome);
            }
            ending.ended(outcome);
        });
    }

    private void run(HostedObject object, Event event, Chain chain, Ending ending) {
        Flow flow = new Flow(Optional.of(object), object.instance(), chain, ending);
        follow(object.instance().handle(node.handlers().worker(), host(flow), event), flow);
    }

    private void proceed(Step.Unfinished step, Optional<Reply> reply, Flow flow) {
        follow(flow.instance().proceed(node.handlers().worker(), host(flow), step, reply), flow);
    }

    private void follow(Step step, Flow flow) {
        if (step instanceof Step.Yielded yielded) {
            isMidway = true;
            getSelf().tell(new Proceed(yielded, flow), getSelf());
        } else if (step instanceof Step.Ended ended) {
            flow.object().ifPresent(HostedObject::release);
            flow.ending().ended(ended.outcome());
            drain();
        } else if (step instanceof Step.Waiting waiting) {
            await(waiting, flow);
            drain();
        }
    }

    /** The event's first part is committed: what it left to do is done now, and other events may run meanwhile. */
    private void await(Step.Waiting waiting, Flow flow) {
        HostedObject object = flow.object().orElseThrow();
        node.waiting().began();
        perform(object, waiting.effects());
        org.apache.pekko.actor.ActorRef self = getSelf();
        new Outbound(node, gateway)
                .ask(object, waiting.question(), reply -> self.tell(new Resume(waiting, reply, flow), self));
    }

    /** Goes on with what had to wait for an event that was midway. */
    private void drain() {
        while (!isMidway && !deferred.isEmpty()) {
            deferred.poll().run();
        }
    }

    /** Performs what an event left to do, and arms the next deadline. */
    private void commit(Outcome outcome) {
        perform(seat.object, outcome.effects());
        long now = node.seams().clock().millis();
        seat.object.follow(now);
        arm();
    }

    private void perform(HostedObject object, List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.After after) {
                object.schedule()
                        .after(
                                after.name(),
                                after.delayMillis(),
                                node.seams().clock().millis());
            } else if (effect instanceof Effect.Cancel cancel) {
                object.schedule().cancel(cancel.name());
            } else if (effect instanceof Effect.DeleteSelf) {
                end(Optional.of(Slot.Tombstone.of(object.header())));
            } else {
                new Outbound(node, gateway).send(object, effect);
            }
        }
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

    private Host host(Flow flow) {
        return flow.object().isPresent() ? ObjectHost.of(node, flow.object().get(), flow.chain()) : new EventHost(node);
    }

    private static ReplicaReply noOf(Outcome outcome) {
        return outcome.result() instanceof Result.Refused refused
                ? new ReplicaReply.Refused(Refusal.of(Refusal.Reason.OBJECT, refused.reason()), outcome.usage())
                : new ReplicaReply.Failed(Failure.of(outcome.result()), outcome.usage());
    }
}
