package org.cometkv.actors.replicas;

import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.cometkv.actors.conduct.Charge;
import org.cometkv.actors.conduct.HeldBytes;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.AsoActor;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.objects.Passivation;
import org.cometkv.actors.objects.ReplicaContext;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.objects.ReplicaState;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.objects.SupervisorMessage;
import org.cometkv.actors.repair.RepairRate;
import org.cometkv.actors.repair.Repairs;
import org.cometkv.actors.repair.Settlements;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.storage.Recovered;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;
import org.cometkv.timers.TimerWheel;

/**
 * The supervisor of hosted objects: keeps what the node holds by key, admits newcomers and fires timers.
 */
public final class ReplicaManager extends AbstractBehavior<SupervisorMessage> {

    /** The messages that no object sends. A {@link ReplicaRequest} is answered with a {@link ReplicaReply}. */
    public sealed interface Command extends SupervisorMessage {}

    /** The node closes: all objects end. */
    public enum Close implements Command {
        CLOSE
    }

    /** A request whose object's actor ended before it saw the request. */
    record Lost(ReplicaRequest request, org.apache.pekko.actor.ActorRef actor) implements Command {}

    /** A get of which this node's view says that others are to be asked first: it settles the key before. */
    public record Passed(ReplicaRequest request) implements Command {}

    /** This node, the first owner, refused the change for good: it counts as taken back. */
    public record Refused(Key key, Version version) implements Command {}

    /** A new epoch has begun: what was compared counts no more. */
    private enum EpochBegan implements Command {
        EPOCH_BEGAN
    }

    /** A step of a settlement, which goes on on this actor's thread. */
    private record Continue(Runnable step) implements Command {}

    private enum Tick implements Command {
        TICK
    }

    /** The name under which what becomes of objects is logged; part of the API. */
    static final String LOGGER = "org.cometkv.objects";

    private final ReplicaContext context;
    private final NodeContext node;
    private final Directory directory;
    private final HostedTable hosted;
    private final Tombstones tombstones;
    private final HeldKeys keys;
    private final RestingObjects resting;
    private final Upkeep upkeep;
    private final PlainChanges changes;
    private final Settlements settlements;
    private final Repairs repairs;
    private final ActorRef<SupervisorMessage> self;
    private final DeadlineTask deadline;

    public static Behavior<SupervisorMessage> create(
            HostingContext hosting, Directory directory, Requester requester, Recovered recovered) {
        return Behaviors.setup(context -> {
            ReplicaManager manager = new ReplicaManager(context, hosting, directory, requester);
            manager.keys.recover(recovered.heads());
            return manager;
        });
    }

    private ReplicaManager(
            ActorContext<SupervisorMessage> context, HostingContext hosting, Directory directory, Requester requester) {
        super(context);
        context.setLoggerName(LOGGER);
        this.node = hosting.node();
        this.directory = directory;
        this.self = context.getSelf();
        this.deadline = new DeadlineTask(node.clock(), node.settings().timers().tick(), () -> self.tell(Tick.TICK));
        CometSettings.Replication settings = node.settings().replication();
        this.tombstones = new Tombstones(
                directory, settings.tombstonesMax(), settings.tombstoneAge().toMillis());
        CometSettings.Timers timers = node.settings().timers();
        TimerWheel wheel = new TimerWheel(
                timers.tick().toMillis(), timers.slots(), node.clock().millis());
        this.hosted = new HostedTable(wheel, settings.objectsMax(), hosting.quota());
        this.keys = new HeldKeys(node, directory, hosted, tombstones, deadline);
        StoredSlots stored =
                new StoredSlots(directory, (key, slot) -> self.tell(new Continue(() -> keys.stored(key, slot))));
        directory.store().bind(stored);
        this.context = ReplicaContext.of(
                hosting, self, requester, stored, directory.store().isKept());
        this.resting = new RestingObjects(node, directory, keys, step -> self.tell(new Continue(step)), this::wake);
        directory.bind((key, step) -> self.tell(new Continue(() -> resting.wake(key, step))));
        this.upkeep = new Upkeep(
                node, keys, directory, resting, this::restore, step -> self.tell(new Continue(step)), deadline);
        this.changes = new PlainChanges(node, keys, upkeep, hosted, this::spawn);
        RepairRate rate = new RepairRate(
                node.settings(),
                () -> node.view().isLeaving(node.self().id()),
                node.clock().millis());
        this.settlements = new Settlements(
                node,
                requester,
                directory.compared(),
                upkeep.replicas(this::serve),
                rate,
                step -> self.tell(new Continue(step)));
        this.repairs = new Repairs(
                node,
                requester,
                directory.compared(),
                directory.index(),
                directory.changed(),
                new RepairedReplicas(node, keys, directory, upkeep, settlements),
                rate,
                step -> self.tell(new Continue(step)));
        upkeep.bind(settlements, repairs);
        node.published().listen(() -> self.tell(EpochBegan.EPOCH_BEGAN));
        DeadLetterListener.listen(context.getSystem());
    }

    @Override
    public Receive<SupervisorMessage> createReceive() {
        return newReceiveBuilder()
                .onMessage(ReplicaRequest.class, this::onRequest)
                .onMessage(SupervisorMessage.Arm.class, this::onArm)
                .onMessage(Tick.class, this::onTick)
                .onMessage(SupervisorMessage.Ended.class, this::onEnded)
                .onMessage(SupervisorMessage.Rested.class, this::onRested)
                .onMessage(SupervisorMessage.Resized.class, this::onResized)
                .onMessage(SupervisorMessage.SetAside.class, this::onSetAside)
                .onMessage(SupervisorMessage.HandOver.class, this::onHandOver)
                .onMessage(Lost.class, this::onLost)
                .onMessage(Passed.class, this::onPassed)
                .onMessage(Refused.class, this::onRefused)
                .onMessage(Continue.class, this::onContinue)
                .onMessage(EpochBegan.class, this::onEpochBegan)
                .onMessage(Close.class, this::onClose)
                .onSignal(PostStop.class, this::onStopped)
                .build();
    }

    private Behavior<SupervisorMessage> onRequest(ReplicaRequest request) {
        if (request.body() instanceof Wire.Upkeep asked) {
            upkeep.onRequest(request, asked);
        } else if (directory.offer(request.key(), request)) {
            return this;
        } else if (directory.needsSettling(request) && upkeep.isMine(request.key())) {
            settlements.await(request);
        } else {
            serve(request);
        }
        return this;
    }

    private Behavior<SupervisorMessage> onPassed(Passed passed) {
        ReplicaRequest request = passed.request();
        boolean isAfterAbsent = request.body() instanceof Wire.Get get && get.read() == Wire.Read.AFTER_ABSENT;
        if (isAfterAbsent && keys.header(request.key()).isEmpty()) {
            return onRequest(request);
        }
        settlements.await(request);
        return this;
    }

    private Behavior<SupervisorMessage> onContinue(Continue step) {
        step.step().run();
        return this;
    }

    private Behavior<SupervisorMessage> onEpochBegan(EpochBegan began) {
        settlements.epochBegan();
        repairs.epochBegan();
        return this;
    }

    private Behavior<SupervisorMessage> onRefused(Refused refused) {
        upkeep.refused(refused.key(), refused.version());
        return this;
    }

    /** Serves a request whose key is settled. */
    private void serve(ReplicaRequest request) {
        if (resting.serves(request, this::serve)) {
            return;
        }
        Slot slot = keys.present(request.key());
        if (slot instanceof Slot.Active active) {
            active.actor().tell(request.arrived(node.clock().nanos()), org.apache.pekko.actor.ActorRef.noSender());
        } else if (request.body() instanceof Wire.Get) {
            request.replyTo().reply(HeldKeys.answer(slot));
        } else if (request.body() instanceof Wire.Subscribe) {
            request.replyTo().reply(HeldKeys.answerToSubscriber(slot));
        } else if (request.body() instanceof Wire.Change change) {
            changes.onChange(request, change, slot);
        } else if (request.body() instanceof Wire.Stat || request.body() instanceof Wire.Release) {
            request.replyTo().reply(HeldKeys.status(slot));
        } else {
            request.replyTo().reply(ReplicaReply.unknown(request.body()));
        }
    }

    private Behavior<SupervisorMessage> onArm(SupervisorMessage.Arm arm) {
        if (hosted.isOf(arm.timer(), arm.actor())) {
            hosted.arm(arm.timer(), arm.deadlineMillis());
            deadline.set(hosted.nextDue());
        }
        return this;
    }

    private Behavior<SupervisorMessage> onHandOver(SupervisorMessage.HandOver handOver) {
        int keys = directory.size();
        repairs.handOver(
                left -> handOver.progress().accept(new SupervisorMessage.HandOverProgress(keys, left, left == 0)));
        return this;
    }

    private Behavior<SupervisorMessage> onTick(Tick tick) {
        long now = node.clock().millis();
        try {
            hosted.poll(now, node.settings().timers().expiriesPerTick(), this::fire);
            tombstones.clear(now, node.settings().timers().expiriesPerTick());
        } finally {
            // A bug in one of them does not stop the timers of the others.
            deadline.ran(Math.min(upkeep.nextDue(now), Math.min(hosted.nextDue(), tombstones.nextDue())));
        }
        return this;
    }

    private void fire(int timer) {
        HostedTable.Entry entry = hosted.at(timer);
        if (entry.actor() != null) {
            entry.actor().tell(AsoActor.Tick.TICK, null);
        } else if (resting.wakes(entry.key(), () -> {})) {
            // It has ended, or fires its timers itself when it is back.
            return;
        } else if (directory.slot(entry.key()) instanceof Slot.Held passive) {
            // Wall time may lag behind the wheel's: then the value is found expired when it is next asked for.
            keys.expire(entry.key(), passive);
        }
    }

    private Behavior<SupervisorMessage> onResized(SupervisorMessage.Resized resized) {
        if (hosted.isOf(resized.timer(), resized.actor())) {
            hosted.resize(resized.timer(), resized.charge());
        }
        return this;
    }

    private Behavior<SupervisorMessage> onEnded(SupervisorMessage.Ended ended) {
        if (!hosted.isOf(ended.timer(), ended.actor())) {
            return this;
        }
        HostedTable.Entry entry = hosted.at(ended.timer());
        // First, and the actor ends whatever comes next: a request for it would go to and fro between it and this one.
        directory.remove(entry.key());
        try {
            hosted.leave(entry.charge());
            hosted.free(ended.timer());
            ended.left().ifPresent(left -> keys.leave(entry.key(), left));
        } finally {
            // Only now: no reader of the directory finds the actor any more; the requests in its mailbox come back.
            getContext().stop(Adapter.toTyped(ended.actor()));
        }
        return this;
    }

    private Behavior<SupervisorMessage> onRested(SupervisorMessage.Rested rested) {
        if (!hosted.isOf(rested.timer(), rested.actor())) {
            return this;
        }
        HostedTable.Entry entry = hosted.at(rested.timer());
        try {
            hosted.leave(entry.charge());
            hosted.free(rested.timer());
            keys.sleep(entry.key(), resting.sharing(rested.resting()), rested.deadlineMillis());
        } finally {
            getContext().stop(Adapter.toTyped(rested.actor()));
        }
        return this;
    }

    private Behavior<SupervisorMessage> onSetAside(SupervisorMessage.SetAside setAside) {
        getContext()
                .getLog()
                .warn(
                        "{}: the object under key {} is set aside: {}",
                        node.self(),
                        setAside.key(),
                        setAside.isBug() ? "it met a bug too often" : "it broke its limits too often");
        return this;
    }

    private Behavior<SupervisorMessage> onLost(Lost lost) {
        forgetDead(lost.request().key(), lost.actor());
        self.tell(lost.request());
        return this;
    }

    /** An actor that ends in good order leaves the directory first; another one would be asked again and again. */
    private void forgetDead(Key key, org.apache.pekko.actor.ActorRef actor) {
        if (directory.slot(key) instanceof Slot.Active active && active.actor().equals(actor)) {
            getContext().getLog().error("the actor of {} ended without a word; this node holds it no more", key);
            hosted.timerOf(actor)
                    .ifPresent(timer -> onEnded(new SupervisorMessage.Ended(actor, timer, Optional.empty())));
        }
    }

    private Behavior<SupervisorMessage> onClose(Close close) {
        return Behaviors.stopped();
    }

    private Behavior<SupervisorMessage> onStopped(PostStop stopped) {
        deadline.cancel();
        settlements.close();
        repairs.close();
        return this;
    }

    private void spawn(ReplicaRequest request, Wire.Change change, Slot slot) {
        upkeep.tookPlaceOf(change, slot);
        spawn(change.key(), HeldBytes.charge(change), slot, state -> new AsoActor.Create(request, state));
    }

    /** @param first makes the first message of the object's actor */
    private void spawn(Key key, Charge charge, Slot slot, Function<ReplicaState, AsoActor.Command> first) {
        keys.release(slot);
        // The timer comes first, because the actor needs its number.
        int timer = hosted.timer(key, charge);
        ReplicaState state = new ReplicaState(context, timer, Optional.ofNullable(slot));
        org.apache.pekko.actor.ActorRef actor = Adapter.actorOf(getContext(), AsoActor.props(state));
        hosted.attach(timer, actor);
        hosted.enter(charge);
        // Before others find the actor: it is created before it is asked.
        actor.tell(first.apply(state), null);
        directory.put(key, new Slot.Active(actor, state.placard(), Optional.ofNullable(slot)));
    }

    /** Takes an image of another owner where no object runs; it is newer than what is there. */
    private void restore(Image image, Slot slot, Runnable restored) {
        Charge charge = HeldBytes.charge(image);
        Optional<Charge> replaced = slot instanceof Slot.Held held ? Optional.of(held.charge()) : Optional.empty();
        if (!node.isHost() || hosted.noRoom(charge, replaced).isPresent()) {
            restored.run();
        } else if (image.isPassive()) {
            Slot.Passive.of(image, node.limits()).ifPresent(passive -> keys.replace(image.key(), slot, passive));
            restored.run();
        } else {
            spawn(image, Optional.empty(), charge, slot, restored);
        }
    }

    /** Lets an object live here again that sleeps. */
    private void wake(Image image, Slot.Resting slot, Passivation.Recall recall, Runnable tried) {
        spawn(image, Optional.of(recall), HeldBytes.charge(image), slot, tried);
    }

    private void spawn(Image image, Optional<Passivation.Recall> recall, Charge charge, Slot slot, Runnable tried) {
        spawn(
                image.key(),
                charge,
                slot,
                state -> new AsoActor.Restore(image, recall, state, isRestored -> self.tell(new Continue(tried))));
    }
}
