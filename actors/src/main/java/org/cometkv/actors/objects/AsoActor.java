package org.cometkv.actors.objects;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.UntypedAbstractActor;
import org.cometkv.actors.authorization.CallChain;
import org.cometkv.actors.changes.Retraction;
import org.cometkv.actors.conduct.HeldBytes;
import org.cometkv.actors.dispatch.RateMailbox;
import org.cometkv.actors.dispatch.YieldMessage;
import org.cometkv.actors.seam.HeldReplica;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Event;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Result;
import org.cometkv.aso.Version;
import org.cometkv.timers.TimerSchedule;

/**
 * The actor of one hosted object. Its requests are {@link ReplicaRequest}s, rated by its mailbox.
 *
 * <p>A classic actor, because a million of them weigh half of what typed ones would. It runs one event at a time; an
 * event that yields is a {@link YieldMessage} in the mailbox, so that nothing else of this object comes in between.
 */
public final class AsoActor extends UntypedAbstractActor {

    /** A message of its own node; never rated. */
    public sealed interface Command
            permits Create,
                    Tick,
                    Inspect,
                    Picture,
                    Take,
                    Restore,
                    Resolve,
                    Leave,
                    Rest,
                    EventRunner.Next,
                    EventRunner.Compiled,
                    EventRunner.DeletedItself,
                    EventRunner.Proceed,
                    EventRunner.Resume {}

    /** The first message: the put or copy that creates the object. */
    public record Create(ReplicaRequest request, ReplicaState state) implements Command, RateMailbox.MailboxAware {
        @Override
        public void attach(RateMailbox.RequestQueue queue) {
            state.attach(queue);
        }
    }

    /** A command whose sender is told its end in any case, that of the actor included. */
    public sealed interface Told {

        /** The actor ended before it saw the command. */
        void abandoned();
    }

    /**
     * Hands out the image of what lives here once no event is midway; empty if nothing is stored yet or the object is
     * over.
     */
    public record Picture(Consumer<Optional<Image>> reader) implements Command, Told {
        @Override
        public void abandoned() {
            reader.accept(Optional.empty());
        }
    }

    /**
     * Takes from another owner what is newer than what lives here; see {@link ImageMerge}.
     *
     * @param isGivingWay whether it comes in the place of what lives here though it be older
     * @param taken is told in the end whatever happened, with the digest of what lives here then
     */
    public record Take(KeyContent content, boolean isGivingWay, Consumer<KeyDigest> taken) implements Command, Told {
        @Override
        public void abandoned() {
            taken.accept(KeyDigest.NOTHING);
        }
    }

    /**
     * The first message of an actor for an object that comes as an image: no handler runs.
     *
     * @param recall what it finds again; empty if it comes from another owner
     * @param restored is told whether the object lives here from now on
     */
    public record Restore(
            Image image, Optional<Passivation.Recall> recall, ReplicaState state, Consumer<Boolean> restored)
            implements Command, RateMailbox.MailboxAware, Told {
        @Override
        public void attach(RateMailbox.RequestQueue queue) {
            state.attach(queue);
        }

        @Override
        public void abandoned() {
            restored.accept(false);
        }
    }

    /**
     * The change of this version ended so; for the object that lives here.
     *
     * @param resolved is told when it is done
     */
    public record Resolve(Version version, Wire.Resolution resolution, Consumer<Retraction> resolved)
            implements Command, Told {
        @Override
        public void abandoned() {
            resolved.accept(Retraction.NOT_HELD);
        }
    }

    /** The owners of the key are others, and all hold this: the object ends here if it is the same still. */
    public record Leave(KeyDigest held) implements Command {}

    /** The object comes to rest before its time, unless something is under way; the reader is told whether it does. */
    public record Rest(Consumer<Boolean> reader) implements Command, Told {
        @Override
        public void abandoned() {
            reader.accept(false);
        }
    }

    /** Its deadline has come. */
    public enum Tick implements Command {
        TICK
    }

    /** Tells the replica that is held here, if any, once no event is midway; for the TestKit. */
    public record Inspect(Consumer<Optional<HeldReplica>> reader) implements Command {}

    private final ReplicaState state;
    private final EventRunner events;

    public static Props props(ReplicaState state) {
        return Props.create(AsoActor.class, () -> new AsoActor(state))
                .withDispatcher("comet.handlers-dispatcher")
                .withMailbox("comet.object-mailbox");
    }

    private AsoActor(ReplicaState state) {
        this.state = state;
        this.events = new EventRunner(state.context(), getSelf(), state, this::onReceive);
        state.attach(getSelf());
    }

    /** A bug struck while this message was handled: the asker is told, and the object goes on as it was. */
    @Override
    public void preRestart(Throwable bug, Optional<Object> message) {
        state.requests().answerBug();
        // They met no bug; among them may be the answer that a waiting event, and whoever asked for it, waits for.
        events.deferredMessages().forEach(each -> getSelf().tell(each, getSelf()));
    }

    /** The object has ended, or the node closes: requests that wait go back to the supervisor, which answers them. */
    @Override
    public void postStop() {
        state.stop();
        for (Object each : events.deferredMessages()) {
            if (each instanceof Told told) {
                told.abandoned();
            } else if (each instanceof ReplicaRequest request) {
                request.abandoned();
            }
        }
    }

    @Override
    public void postRestart(Throwable bug) {
        if (state.isEmpty()) {
            state.endUnlessStored();
            return;
        }
        state.metBug("internal error: " + bug);
        // The bug may have struck a tick, whose deadline nobody arms again.
        getSelf().tell(Tick.TICK, getSelf());
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
        } else if (message instanceof EventRunner.Next next) {
            events.next(next);
        } else if (message instanceof ReplicaRequest request && request.isUrgent()) {
            report(request);
        } else if (events.isMidway()) {
            events.defer(message);
        } else if (message instanceof ReplicaRequest request) {
            onRequest(request);
        } else if (message instanceof Create create) {
            onCreate(create.request());
        } else if (message instanceof EventRunner.Resume resume) {
            events.resume(resume);
        } else if (message instanceof EventRunner.DeletedItself deleted) {
            state.deletedItself(deleted.object());
        } else if (message == Tick.TICK) {
            onTick();
        } else if (message instanceof Inspect inspect) {
            inspect.reader().accept(state.passivation().held());
        } else {
            onImageCommand(message);
        }
    }

    private void onImageCommand(Object message) {
        if (message instanceof Picture picture) {
            picture.reader().accept(state.passivation().image(now()));
        } else if (message instanceof Take take) {
            onTake(take);
        } else if (message instanceof Restore restore) {
            onRestore(restore);
        } else if (message instanceof Resolve resolve) {
            state.passivation().onUpkeep(now());
            resolve.resolved().accept(state.memory().resolve(resolve.version(), resolve.resolution()));
        } else if (message instanceof Leave leave) {
            state.leave(leave.held());
        } else if (message instanceof Rest rest) {
            rest.reader().accept(state.passivation().restNow(now(), state.isEmpty() ? 0 : state.nextDeadline()));
        } else {
            unhandled(message);
        }
    }

    private long now() {
        return state.context().node().clock().millis();
    }

    private void onCreate(ReplicaRequest request) {
        Wire.Change change = (Wire.Change) request.body();
        state.requests().serve(request);
        state.passivation().onRequest(request);
        state.supervision().entered(HeldBytes.charge(change));
        change(change).onCreate();
    }

    private void onTake(Take take) {
        state.passivation().onUpkeep(now());
        if (!state.supervision().hasEntered()) {
            // It came before the change that this actor was made for, which waits in another lane.
            take.taken().accept(state.soundDigest());
            return;
        }
        state.endIfExpired();
        if (take.content() instanceof Image image) {
            ImageMerge.of(state, events, image, isTaken -> take.taken().accept(state.soundDigest()))
                    .begin(take.isGivingWay());
        } else {
            state.memory().take((KeyContent.Gone) take.content(), take.isGivingWay());
            take.taken().accept(state.soundDigest());
        }
    }

    private void onRestore(Restore restore) {
        state.supervision().entered(HeldBytes.charge(restore.image()));
        state.passivation().onEvent(now());
        ImageMerge.of(state, events, restore.image(), isTaken -> {
                    state.endUnlessStored();
                    restore.recall().filter(recall -> isTaken).ifPresent(state.passivation()::recall);
                    restore.restored().accept(isTaken);
                })
                .restore(restore.recall().map(Passivation.Recall::sinceMillis).orElse(now()));
    }

    private void onRequest(ReplicaRequest request) {
        state.requests().serve(request);
        state.passivation().onRequest(request);
        state.endIfExpired();
        if (state.isOver()) {
            state.requests().handBack();
        } else if (state.isEmpty()) {
            state.requests().answer(state.answerEmpty(request.body()));
        } else {
            onObjectRequest((Wire.ObjectRequest) request.body());
        }
    }

    private void onObjectRequest(Wire.ObjectRequest request) {
        state.received(request);
        Optional<ReplicaReply> setAside = state.answerSetAside(request);
        if (setAside.isPresent()) {
            state.requests().answer(setAside.get());
        } else if (request instanceof Wire.Get get) {
            onGet(get);
        } else if (request instanceof Wire.Subscribe subscribe) {
            new PendingSubscription(state, events, subscribe).begin();
        } else if (request instanceof Wire.Change change) {
            change(change).onChange();
        } else {
            state.requests().answer(ReplicaReply.unknown(request));
        }
    }

    private PendingChange change(Wire.Change change) {
        return new PendingChange(state, events, change);
    }

    /** Reports the object's status, and releases it if asked to: also while an event of it is under way. */
    private void report(ReplicaRequest request) {
        if (request.body() instanceof Wire.ObjectRequest body
                && body.caller().key().isPresent()) {
            request.refuse(Refusal.of(Refusal.Reason.NOT_ALLOWED, "objects neither watch nor release each other"));
        } else if (state.isOver()) {
            request.abandoned();
        } else if (state.isEmpty()) {
            request.replyTo().reply(new ReplicaReply.Absent());
        } else {
            if (request.body() instanceof Wire.Release) {
                state.release();
                state.arm();
            }
            request.replyTo().reply(state.status());
        }
    }

    private void onGet(Wire.Get get) {
        HostedObject asked = state.object();
        CallChain chain = CallChain.causedBy(get.caller(), asked.header());
        events.run(asked, new Event.Get(get.caller(), get.request()), chain, outcome -> {
            if (outcome.isCommitted()) {
                state.committed(asked, outcome.effects());
            }
            if (outcome.result() instanceof Result.Completed completed) {
                state.requests()
                        .answer(new ReplicaReply.Answered(
                                completed.value(), asked.header().version(), outcome.usage()));
            } else {
                state.requests().answerNo(outcome);
            }
        });
    }

    private void onTick() {
        state.supervision().deadlineCame();
        state.endIfExpired();
        if (!state.isOver() && !state.isEmpty()) {
            fireDue();
        }
    }

    /** Fires what is due, one after the other: what fires first may take back or put off what would be next. */
    private void fireDue() {
        long now = state.context().node().clock().millis();
        while (!state.isOver() && !state.isSetAside()) {
            Optional<TimerSchedule.Firing> due = state.object().takeDue(now);
            if (due.isEmpty()) {
                break;
            }
            fire(state.object(), due.get());
            if (events.isMidway()) {
                events.defer(Tick.TICK);
                return;
            }
        }
        if (!state.isOver()) {
            state.passivation().restIfIdle(now, state.nextDeadline());
        }
        state.arm();
    }

    private void fire(HostedObject object, TimerSchedule.Firing firing) {
        state.passivation().onEvent(now());
        if (state.runs("onTimer")) {
            events.run(object, new Event.Timer(firing.name()), CallChain.first(object.header()), outcome -> {
                if (outcome.isCommitted()) {
                    state.committed(object, outcome.effects());
                }
            });
        }
    }
}
