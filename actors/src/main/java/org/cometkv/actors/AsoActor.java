package org.cometkv.actors;

import java.util.Optional;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.UntypedAbstractActor;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.seam.GatewayMessage;
import org.cometkv.actors.seam.ReplicaReply;
import org.cometkv.actors.seam.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Result;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
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
    sealed interface Command permits Create, Tick, Events.Proceed, Events.Resume {}

    /** The first message: the put that creates the object, and what comes back if that fails. */
    record Create(ReplicaRequest request, Optional<Slot> before) implements Command {}

    /** Its deadline has come. */
    enum Tick implements Command {
        TICK
    }

    private static final long RETRY_MILLIS = 100;

    private final NodeContext node;
    private final ActorRef<ReplicaManager.Command> home;
    private final int timer;
    private final Seat seat;
    private final Events events;
    private long armed = Long.MAX_VALUE;

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
        this.home = home;
        this.timer = timer;
        this.seat = seat;
        this.events = new Events(
                node,
                new Outbound(node, gateway),
                getSelf(),
                seat,
                object -> end(Optional.of(Slot.Tombstone.of(object.header()))));
    }

    /** A bug struck while this message was handled: whoever asked is told, and the object goes on as it was. */
    @Override
    public void preRestart(Throwable bug, Optional<Object> message) {
        if (seat.serving != null) {
            answer(new ReplicaReply.Failed(Failure.script("internal error"), Usage.NONE));
        }
    }

    /** The object is over, or the node closes, while events wait: who asked for them is for the manager to answer. */
    @Override
    public void postStop() {
        seat.unserved().forEach(ReplicaRequest::abandoned);
        for (int i = seat.waits(); i > 0; i--) {
            node.waiting().ended();
        }
    }

    @Override
    public void postRestart(Throwable bug) {
        boolean isFailing = seat.failed(node.seams().clock().millis());
        if (seat.object == null) {
            end(seat.before);
        } else if (isFailing) {
            end(Optional.of(new Slot.SetAside(seat.object.header(), "internal error: " + bug)));
        } else {
            // The bug may have struck a tick, whose deadline nobody arms again.
            getSelf().tell(Tick.TICK, getSelf());
        }
    }

    @Override
    public void onReceive(Object message) {
        if (message instanceof Events.Proceed proceed) {
            events.proceed(proceed);
        } else if (events.isMidway()) {
            events.defer(() -> onReceive(message));
        } else if (message instanceof ReplicaRequest request) {
            onRequest(request);
        } else if (message instanceof Create create) {
            seat.serving = create.request();
            seat.before = create.before();
            install((Wire.Change) create.request().body());
        } else if (message instanceof Events.Resume resume) {
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
            answer(notYet(request.body()));
            return;
        }
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
        } else if (request.body() instanceof Wire.Copy copy) {
            onCopy(copy);
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
        run(new Event.Get(get.caller(), get.request()), get.caller(), outcome -> {
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
            run(update, put.caller(), outcome -> {
                if (!(outcome.result() instanceof Result.Completed completed)) {
                    answer(noOf(outcome));
                } else if (isOvertaken(put)) {
                    return;
                } else if (completed.value() == Value.Bool.TRUE) {
                    replace(put);
                } else {
                    seat.object.took(put);
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
            run(new Event.Remove(remove.caller(), remove.request()), remove.caller(), outcome -> {
                if (outcome.result() instanceof Result.Completed) {
                    removed(remove, outcome.usage());
                } else {
                    answer(noOf(outcome));
                }
            });
        }
    }

    private void onCopy(Wire.Copy copy) {
        Optional<ReplicaReply> atOnce = seat.object.answerAtOnce(copy);
        if (atOnce.isPresent()) {
            answer(atOnce.get());
        } else {
            install(copy);
        }
    }

    /** What a request gets while the first object here is still being put: its onPut waits. */
    private static ReplicaReply notYet(Wire.Request request) {
        return request instanceof Wire.Get
                ? new ReplicaReply.Absent()
                : new ReplicaReply.Refused(
                        Refusal.retry(Refusal.Reason.BUSY, "an object is being put under the key", RETRY_MILLIS),
                        Usage.NONE);
    }

    /** Whether something newer came while the change's handler waited; then the change is refused. */
    private boolean isOvertaken(Wire.Change change) {
        Optional<Refusal> older = seat.isOver || seat.object == null
                ? Optional.empty()
                : HostedObject.olderThanHeld(
                        change.version(), seat.object.header().version());
        older.ifPresent(refusal -> answer(new ReplicaReply.Refused(refusal, Usage.NONE)));
        return older.isPresent();
    }

    private void removed(Wire.Remove remove, Usage usage) {
        if (isOvertaken(remove)) {
            return;
        }
        end(Optional.of(Slot.Tombstone.of(remove, seat.object.header())));
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
            events.defer(() -> fire(firing));
        }
        events.drain();
        arm();
    }

    private void fire(TimerSchedule.Firing firing) {
        if (!seat.isOver && seat.object.instance().handles("onTimer")) {
            Chain chain = Chain.first(seat.object.header());
            events.run(seat.object, new Event.Timer(firing.name()), chain, this::commitIfWell);
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

    /** Makes what came the object that lives here; whatever lived here before stays until that succeeded. */
    private void install(Wire.Change change) {
        Newcomer newcomer = Newcomer.of(change, node);
        events.load(newcomer, loaded -> {
            if (!loaded.isCommitted()) {
                refuseNewcomer(noOf(loaded));
                return;
            }
            HostedObject object = newcomer.object(node.seams().clock().millis());
            if (seat.object != null) {
                object.succeed(seat.object);
            }
            if (!newcomer.instance().handles("onPut")) {
                settle(change, object, loaded);
                return;
            }
            Caller caller = change.caller();
            events.run(object, new Event.Put(caller), Chain.causedBy(caller, object.header()), outcome -> {
                if (outcome.result() instanceof Result.Completed) {
                    settle(change, object, outcome);
                } else {
                    refuseNewcomer(noOf(outcome));
                }
            });
        });
    }

    private void settle(Wire.Change change, HostedObject newcomer, Outcome outcome) {
        if (seat.isOver) {
            // Removed while its onPut waited: whether it may still come in is for the manager to say.
            handBack();
            return;
        }
        if (isOvertaken(change)) {
            return;
        }
        if (seat.object != null) {
            home.tell(new ReplicaManager.Resized(getSelf(), timer, WireSize.of(change)));
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

    private void run(Event event, Caller caller, Events.Ending ending) {
        if (caller.key().isEmpty()) {
            seat.object.earn(seat.serving.body(), node.seams().clock().nanos());
        }
        events.run(seat.object, event, Chain.causedBy(caller, seat.object.header()), outcome -> {
            commitIfWell(outcome);
            ending.ended(outcome);
        });
    }

    private void commitIfWell(Outcome outcome) {
        if (outcome.isCommitted()) {
            commit(outcome);
        }
    }

    /** Performs what an event left to do, and arms the next deadline. */
    private void commit(Outcome outcome) {
        events.perform(seat.object, outcome.effects());
        long now = node.seams().clock().millis();
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

    private static ReplicaReply noOf(Outcome outcome) {
        return outcome.result() instanceof Result.Refused refused
                ? new ReplicaReply.Refused(Refusal.of(Refusal.Reason.OBJECT, refused.reason()), outcome.usage())
                : new ReplicaReply.Failed(Failure.of(outcome.result()), outcome.usage());
    }
}
