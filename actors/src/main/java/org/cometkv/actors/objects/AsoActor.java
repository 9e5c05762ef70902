package org.cometkv.actors.objects;

import java.util.Optional;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.UntypedAbstractActor;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.authorization.CallChain;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.dispatch.RateMailbox;
import org.cometkv.actors.dispatch.YieldMessage;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Result;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.timers.TimerSchedule;

/**
 * The actor of one hosted object. Its requests are {@link ReplicaRequest}s, rated by its mailbox.
 *
 * <p>A classic actor, because a million of them weigh half of what typed ones would. It runs one event at a time; an
 * event that yields is a {@link YieldMessage} in the mailbox, so that nothing else of this object comes in between.
 */
public final class AsoActor extends UntypedAbstractActor {

    /** What its own node tells it; never rated. */
    public sealed interface Command
            permits Create, Tick, EventRunner.Compiled, EventRunner.Proceed, EventRunner.Resume {}

    /** The first message: the put that creates the object. */
    public record Create(ReplicaRequest request, ReplicaState seat) implements Command, RateMailbox.Introduced {
        @Override
        public void meet(RateMailbox.Lanes lanes) {
            seat.meet(lanes);
        }
    }

    /** Its deadline has come. */
    public enum Tick implements Command {
        TICK
    }

    private final HostingContext hosting;
    private final NodeContext node;
    private final ReplicaState seat;
    private final SupervisorLink residence;
    private final EventRunner events;

    /**
     * @param timer the object's place in the node's wheel
     * @param room of all objects
     */
    public static Props props(
            HostingContext hosting,
            Requester requester,
            ActorRef<SupervisorMessage> home,
            int timer,
            ReplicaState seat,
            ByteQuota room) {
        return Props.create(AsoActor.class, () -> new AsoActor(hosting, requester, home, timer, seat, room))
                .withDispatcher("comet.handlers-dispatcher")
                .withMailbox("comet.object-mailbox");
    }

    private AsoActor(
            HostingContext hosting,
            Requester requester,
            ActorRef<SupervisorMessage> home,
            int timer,
            ReplicaState seat,
            ByteQuota room) {
        this.hosting = hosting;
        this.node = hosting.node();
        this.seat = seat;
        this.residence = new SupervisorLink(home, getSelf(), timer, seat, room, node.clock());
        this.events = new EventRunner(hosting, new EffectSender(node, requester), getSelf(), seat, residence);
    }

    /** A bug struck while this message was handled: whoever asked is told, and the object goes on as it was. */
    @Override
    public void preRestart(Throwable bug, Optional<Object> message) {
        if (seat.serving != null) {
            seat.answer(ReplicaReply.Failed.INTERNAL);
        }
    }

    /** The object is over, or the node closes, while events wait: who asked for them is for the manager to answer. */
    @Override
    public void postStop() {
        seat.leave();
        seat.unserved().forEach(ReplicaRequest::abandoned);
    }

    @Override
    public void postRestart(Throwable bug) {
        if (seat.object == null) {
            residence.end(seat.before);
        } else {
            if (seat.failed("internal error: " + bug, node.clock().millis())) {
                getContext().getSystem().log().warning("{} is set aside: it met a bug too often", seat.object.key());
            }
            // The bug may have struck a tick, whose deadline nobody arms again.
            getSelf().tell(Tick.TICK, getSelf());
        }
    }

    @Override
    public void onReceive(Object message) {
        try {
            receive(message);
        } catch (StackOverflowError | OutOfMemoryError | AssertionError | LinkageError error) {
            // To Pekko they are the end of the system. Here one object met them, and it is as it was before the event.
            throw new IllegalStateException("an event ended with " + error, error);
        }
    }

    private void receive(Object message) {
        if (message instanceof EventRunner.Proceed proceed) {
            events.proceed(proceed);
        } else if (message instanceof EventRunner.Compiled compiled) {
            events.loadCompiled(compiled);
        } else if (message instanceof ReplicaRequest request && request.isUrgent()) {
            report(request);
        } else if (events.isMidway()) {
            events.defer(() -> onReceive(message));
        } else if (message instanceof ReplicaRequest request) {
            onRequest(request);
        } else if (message instanceof Create create) {
            seat.serving = create.request();
            install((Wire.Change) create.request().body());
        } else if (message instanceof EventRunner.Resume resume) {
            events.resume(resume);
        } else if (message == Tick.TICK) {
            onTick();
        } else {
            unhandled(message);
        }
    }

    private void onRequest(ReplicaRequest request) {
        seat.serving = request;
        if (!seat.isOver && seat.object == null) {
            seat.answer(seat.notYet(request.body(), node.clock().wallMillis()));
            return;
        }
        if (!seat.isOver && seat.object.isExpired(node.clock())) {
            residence.end(Optional.empty());
        }
        if (seat.isOver) {
            seat.handBack();
            return;
        }
        seat.received(request, node.clock());
        Optional<ReplicaReply> aside = seat.answerAside(request.body());
        if (aside.isPresent()) {
            seat.answer(aside.get());
        } else if (request.body() instanceof Wire.Get get) {
            onGet(get);
        } else if (request.body() instanceof Wire.Remove remove) {
            onRemove(remove);
        } else if (request.body() instanceof Wire.Change change) {
            onOffer(change);
        } else {
            seat.answer(ReplicaReply.unknown(request.body()));
        }
    }

    /** Says how the object stands, and releases it if it is to be: also while an event of it is under way. */
    private void report(ReplicaRequest request) {
        if (request.body() instanceof Wire.ObjectRequest body
                && body.caller().key().isPresent()) {
            request.refuse(Refusal.of(Refusal.Reason.NOT_ALLOWED, "objects neither watch nor release each other"));
        } else if (seat.isOver) {
            request.abandoned();
        } else if (seat.object == null) {
            request.replyTo().reply(new ReplicaReply.Absent());
        } else {
            if (request.body() instanceof Wire.Release) {
                seat.release(node.clock().millis());
                residence.arm();
            }
            request.replyTo().reply(seat.status());
        }
    }

    private void onGet(Wire.Get get) {
        HostedObject asked = seat.object;
        run(new Event.Get(get.caller(), get.request()), get.caller(), outcome -> {
            if (outcome.result() instanceof Result.Completed completed) {
                seat.answer(new ReplicaReply.Answered(
                        completed.value(), asked.header().version(), outcome.usage()));
            } else {
                seat.answerNo(outcome);
            }
        });
    }

    /** A put or a copy where an object lives, whose onUpdate decides. */
    private void onOffer(Wire.Change change) {
        Optional<ReplicaReply> atOnce = seat.object.answerAtOnce(change);
        if (atOnce.isPresent()) {
            seat.answer(atOnce.get());
        } else if (!seat.asks("onUpdate")) {
            replace(change);
        } else if (change.isPassive()) {
            offer(change, ((Wire.Put) change).fields());
        } else {
            // What it decides on is what the script makes of itself and the fields, or the state of the copy.
            ArrivingObject newcomer = ArrivingObject.of(change, hosting);
            events.load(newcomer, loaded -> {
                if (loaded.isCommitted()) {
                    offer(change, newcomer.data(seat.account()));
                } else {
                    seat.answerNo(loaded);
                }
            });
        }
    }

    private void offer(Wire.Change change, Value data) {
        HostedObject asked = seat.object;
        run(HostedObject.update(change.caller(), data), change.caller(), outcome -> {
            if (!(outcome.result() instanceof Result.Completed completed)) {
                seat.answerNo(outcome);
            } else if (isDecidedAnew(change, asked) || seat.refuseOvertaken(change)) {
                return;
            } else if (completed.value() == Value.Bool.TRUE) {
                replace(change);
            } else {
                seat.object.took(change);
                residence.arm();
                seat.answer(new ReplicaReply.Kept(outcome.usage()));
            }
        });
    }

    /** Whether what was asked lives here no more by now: then whatever does is asked. */
    private boolean isDecidedAnew(Wire.Change change, HostedObject asked) {
        if (seat.isOver) {
            seat.handBack();
        } else if (seat.object == asked) {
            return false;
        } else if (change instanceof Wire.Remove remove) {
            onRemove(remove);
        } else {
            onOffer(change);
        }
        return true;
    }

    private void onRemove(Wire.Remove remove) {
        Optional<ReplicaReply> atOnce = seat.object.answerAtOnce(remove);
        if (atOnce.isPresent()) {
            seat.answer(atOnce.get());
        } else if (!seat.asks("onRemove")) {
            removed(remove, Usage.NONE);
        } else {
            HostedObject asked = seat.object;
            run(new Event.Remove(remove.caller(), remove.request()), remove.caller(), outcome -> {
                if (!(outcome.result() instanceof Result.Completed)) {
                    seat.answerNo(outcome);
                } else if (!isDecidedAnew(remove, asked)) {
                    removed(remove, outcome.usage());
                }
            });
        }
    }

    private void removed(Wire.Remove remove, Usage usage) {
        if (seat.refuseOvertaken(remove)) {
            return;
        }
        residence.end(Optional.of(Slot.Tombstone.of(remove, seat.object.header())));
        seat.answer(new ReplicaReply.Removed(usage));
    }

    private void onTick() {
        residence.due();
        if (seat.isOver || seat.object == null) {
            return;
        }
        if (seat.object.isExpired(node.clock())) {
            residence.end(Optional.empty());
            return;
        }
        fireDue(node.clock().millis());
    }

    /** Fires what is due, one after the other: what fires first may take back or put off what would be next. */
    private void fireDue(long now) {
        while (!seat.isOver && !seat.isSetAside()) {
            Optional<TimerSchedule.Firing> due = seat.object.takeDue(now);
            if (due.isEmpty()) {
                break;
            }
            fire(due.get());
            if (events.isMidway()) {
                events.defer(() -> fireDue(now));
                return;
            }
        }
        residence.arm();
    }

    private void fire(TimerSchedule.Firing firing) {
        if (seat.asks("onTimer")) {
            run(new Event.Timer(firing.name()), CallChain.first(seat.object.header()), outcome -> {});
        }
    }

    private void replace(Wire.Change change) {
        if (!change.isPassive()) {
            install(change);
            return;
        }
        // A passive value needs no actor.
        try {
            Slot.Passive passive = Slot.Passive.of((Wire.Put) change, node.settings());
            if (!residence.refuseOverQuota(passive.bytes())) {
                residence.end(Optional.of(passive));
                seat.answer(new ReplicaReply.Stored(Usage.NONE));
            }
        } catch (IllegalArgumentException e) {
            seat.answer(new ReplicaReply.Refused(Refusal.of(Refusal.Reason.INVALID, e.getMessage())));
        }
    }

    /** Makes what came the object that lives here; whatever lived here before stays until that succeeded. */
    private void install(Wire.Change change) {
        ArrivingObject newcomer = ArrivingObject.of(change, hosting);
        events.load(newcomer, loaded -> {
            if (!loaded.isCommitted()) {
                refuseNewcomer(loaded);
                return;
            }
            HostedObject object = newcomer.object(node.clock().millis());
            if (seat.object != null) {
                object.succeed(seat.object);
            }
            if (!newcomer.instance().handles("onPut")) {
                settle(change, object, loaded);
                return;
            }
            CallChain chain = CallChain.causedBy(change.caller(), object.header());
            events.run(object, new Event.Put(change.caller()), chain, outcome -> {
                if (outcome.result() instanceof Result.Completed) {
                    settle(change, object, outcome);
                } else {
                    refuseNewcomer(outcome);
                }
            });
        });
    }

    private void settle(Wire.Change change, HostedObject newcomer, Outcome outcome) {
        if (seat.isOver) {
            // Removed while its onPut waited: whether it may still come in is for the manager to say.
            seat.handBack();
            return;
        }
        if (seat.refuseOvertaken(change)) {
            return;
        }
        int bytes = WireSize.of(change);
        if (seat.object != null && residence.refuseOverQuota(bytes)) {
            return;
        }
        seat.settle(newcomer, bytes, node.clock().millis());
        events.committed(newcomer, outcome.effects());
        residence.arm();
        seat.answer(new ReplicaReply.Stored(outcome.usage()));
    }

    private void refuseNewcomer(Outcome outcome) {
        if (seat.object == null) {
            residence.end(seat.before);
        }
        seat.answerNo(outcome);
    }

    private void run(Event event, Caller caller, EventRunner.Ending ending) {
        run(event, CallChain.causedBy(caller, seat.object.header()), ending);
    }

    private void run(Event event, CallChain chain, EventRunner.Ending ending) {
        HostedObject object = seat.object;
        events.run(object, event, chain, outcome -> {
            if (outcome.isCommitted()) {
                events.committed(object, outcome.effects());
            }
            ending.ended(outcome);
        });
    }
}
