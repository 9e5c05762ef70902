package org.cometkv.actors.replicas;

import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.cometkv.actors.authorization.SerialRule;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.AsoActor;
import org.cometkv.actors.objects.ByteQuota;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.objects.ReplicaState;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.objects.SupervisorMessage;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Standing;
import org.cometkv.aso.Totals;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;
import org.cometkv.timers.TimerWheel;

/**
 * Supervisor of the hosted objects: what the node holds under which key, who may come in, and when their timers fire.
 */
public final class ReplicaManager extends AbstractBehavior<SupervisorMessage> {

    /** The messages that no object sends. A {@link ReplicaRequest} is answered with a {@link ReplicaReply}. */
    public sealed interface Command extends SupervisorMessage {}

    /** The node closes: all objects end. */
    public enum Close implements Command {
        CLOSE
    }

    /** A request that its object's actor did not live to see. */
    record Lost(ReplicaRequest request, org.apache.pekko.actor.ActorRef actor) implements Command {}

    private enum Tick implements Command {
        TICK
    }

    private final HostingContext hosting;
    private final NodeContext node;
    private final Directory directory;
    private final Requester requester;
    private final ByteQuota room;
    private final HostedTable residents;
    private final Tombstones graves;
    private final ActorRef<SupervisorMessage> self;
    private final DeadlineTask deadline;

    public static Behavior<SupervisorMessage> create(HostingContext hosting, Directory directory, Requester requester) {
        return Behaviors.setup(context -> new ReplicaManager(context, hosting, directory, requester));
    }

    private ReplicaManager(
            ActorContext<SupervisorMessage> context, HostingContext hosting, Directory directory, Requester requester) {
        super(context);
        this.hosting = hosting;
        this.node = hosting.node();
        this.directory = directory;
        this.requester = requester;
        this.self = context.getSelf();
        this.deadline = new DeadlineTask(node.clock(), node.settings().timers().tick(), () -> self.tell(Tick.TICK));
        CometSettings.Replication settings = node.settings().replication();
        this.graves = new Tombstones(
                directory, settings.tombstonesMax(), settings.tombstoneAge().toMillis());
        CometSettings.Timers timers = node.settings().timers();
        TimerWheel wheel = new TimerWheel(
                timers.tick().toMillis(), timers.slots(), node.clock().millis());
        this.room = new ByteQuota(settings.bytesMax());
        this.residents = new HostedTable(wheel, settings.objectsMax(), room);
        DeadLetterListener.listen(context.getSystem());
    }

    @Override
    public Receive<SupervisorMessage> createReceive() {
        return newReceiveBuilder()
                .onMessage(ReplicaRequest.class, this::onRequest)
                .onMessage(SupervisorMessage.Arm.class, this::onArm)
                .onMessage(Tick.class, this::onTick)
                .onMessage(SupervisorMessage.Ended.class, this::onEnded)
                .onMessage(SupervisorMessage.Resized.class, this::onResized)
                .onMessage(Lost.class, this::onLost)
                .onMessage(Close.class, this::onClose)
                .onSignal(PostStop.class, this::onStopped)
                .build();
    }

    private Behavior<SupervisorMessage> onRequest(ReplicaRequest request) {
        if (directory.offer(request.key(), request)) {
            return this;
        }
        Slot slot = directory.slot(request.key());
        if (slot instanceof Slot.Held held && held.isExpired(node.clock().wallMillis())) {
            vacate(request.key(), slot);
            slot = null;
        }
        if (request.body() instanceof Wire.Get) {
            request.replyTo().reply(answer(slot));
        } else if (request.body() instanceof Wire.Put put) {
            onPut(request, put, slot);
        } else if (request.body() instanceof Wire.Remove remove) {
            request.replyTo().reply(remove(remove, slot));
        } else if (request.body() instanceof Wire.Copy copy) {
            onCopy(request, copy, slot);
        } else if (request.body() instanceof Wire.Stat || request.body() instanceof Wire.Release) {
            request.replyTo().reply(status(slot));
        } else {
            request.replyTo().reply(ReplicaReply.unknown(request.body()));
        }
        return this;
    }

    private Behavior<SupervisorMessage> onArm(SupervisorMessage.Arm arm) {
        if (residents.isOf(arm.timer(), arm.actor())) {
            residents.arm(arm.timer(), arm.deadlineMillis());
            deadline.set(residents.nextDue());
        }
        return this;
    }

    private Behavior<SupervisorMessage> onTick(Tick tick) {
        long now = node.clock().millis();
        try {
            residents.poll(now, node.settings().timers().expiriesPerTick(), this::fire);
            graves.clear(now, node.settings().timers().expiriesPerTick());
        } finally {
            // Whatever goes wrong with one of them, the others' time goes on.
            deadline.ran(Math.min(residents.nextDue(), graves.nextDue()));
        }
        return this;
    }

    private void fire(int timer) {
        HostedTable.Resident resident = residents.at(timer);
        if (resident.actor() != null) {
            resident.actor().tell(AsoActor.Tick.TICK, null);
        } else if (directory.slot(resident.key()) instanceof Slot.Passive passive) {
            // Wall time may lag behind the wheel's: then the value is found expired when it is next asked for.
            vacate(resident.key(), passive);
        }
    }

    private Behavior<SupervisorMessage> onResized(SupervisorMessage.Resized resized) {
        if (residents.isOf(resized.timer(), resized.actor())) {
            residents.resize(resized.timer(), resized.bytes());
        }
        return this;
    }

    private Behavior<SupervisorMessage> onEnded(SupervisorMessage.Ended ended) {
        if (!residents.isOf(ended.timer(), ended.actor())) {
            return this;
        }
        HostedTable.Resident resident = residents.at(ended.timer());
        residents.leave(resident.bytes());
        residents.free(ended.timer());
        directory.remove(resident.key());
        ended.left().ifPresent(left -> leave(resident.key(), left));
        // Only now: whoever reads the directory finds the actor no more, and what its mailbox still holds comes back.
        getContext().stop(Adapter.toTyped(ended.actor()));
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
            residents
                    .timerOf(actor)
                    .ifPresent(timer -> onEnded(new SupervisorMessage.Ended(actor, timer, Optional.empty())));
        }
    }

    private Behavior<SupervisorMessage> onClose(Close close) {
        return Behaviors.stopped();
    }

    private Behavior<SupervisorMessage> onStopped(PostStop stopped) {
        deadline.cancel();
        return this;
    }

    /** A copy goes into an empty slot, or over what does not run as a put of its writer would. */
    private void onCopy(ReplicaRequest request, Wire.Copy copy, Slot slot) {
        Image image = copy.image();
        Header header = image.header();
        long wall = node.clock().wallMillis();
        if (header.expiresAtMillis().isPresent()
                && wall >= header.expiresAtMillis().getAsLong()) {
            request.refuse(Refusal.of(Refusal.Reason.VERSION, "the copy has expired"));
            return;
        }
        if (image.script().isEmpty()) {
            request.refuse(Refusal.of(Refusal.Reason.NOT_ALLOWED, "a passive value does not copy itself"));
            return;
        }
        Wire.Put put = new Wire.Put(
                copy.id(),
                header.key(),
                header.version(),
                copy.caller(),
                image.script(),
                Value.table(),
                Wire.Condition.ALWAYS);
        Optional<ReplicaReply> no = refusePut(put, slot).or(() -> refuseReplay(copy, slot));
        if (no.isPresent()) {
            request.replyTo().reply(no.get() instanceof ReplicaReply.Stored ? new ReplicaReply.Held() : no.get());
        } else {
            spawn(request, copy, slot);
        }
    }

    private void onPut(ReplicaRequest request, Wire.Put put, Slot slot) {
        Optional<ReplicaReply> no = refusePut(put, slot).or(() -> refuseReplay(put, slot));
        if (no.isPresent()) {
            request.replyTo().reply(no.get());
            return;
        }
        if (put.isPassive()) {
            request.replyTo().reply(storePassive(put, slot));
        } else {
            spawn(request, put, slot);
        }
    }

    /** What a put gets without running anything; empty if it may come in. */
    private Optional<ReplicaReply> refusePut(Wire.Put put, Slot slot) {
        if (!node.settings().node().hostsObjects()) {
            return no(Refusal.Reason.NOT_READY, "this node hosts no objects");
        }
        if (!(slot instanceof Slot.Held held)) {
            return put.condition() == Wire.Condition.IF_PRESENT
                    ? Optional.of(new ReplicaReply.Absent())
                    : refuseOlder(put, slot).or(() -> refuseOverQuota(put, true, 0));
        }
        if (put.version().equals(held.header().version())) {
            return Optional.of(new ReplicaReply.Stored(Usage.NONE));
        }
        if (put.condition() == Wire.Condition.IF_ABSENT) {
            return no(Refusal.Reason.OCCUPIED, "the key is taken");
        }
        return refuseOlder(put, slot).or(() -> refuseOverQuota(put, false, held.bytes()));
    }

    private static Optional<ReplicaReply> refuseOlder(Wire.Change change, Slot slot) {
        Optional<Version> held = slot instanceof Slot.Held object
                ? Optional.of(object.header().version())
                : slot instanceof Slot.Tombstone tombstone ? Optional.of(tombstone.version()) : Optional.empty();
        return held.flatMap(change::refusalOver).map(ReplicaReply.Refused::new);
    }

    /** The refusal of what its author signed no later than what is or was here. */
    private static Optional<ReplicaReply> refuseReplay(Wire.Change change, Slot slot) {
        Optional<Refusal> refusal = Optional.empty();
        if (slot instanceof Slot.Held held) {
            refusal = SerialRule.replayed(change, held.header());
        } else if (slot instanceof Slot.Tombstone tombstone) {
            refusal = SerialRule.replayed(change, tombstone.author(), tombstone.serial());
        }
        return refusal.map(ReplicaReply.Refused::new);
    }

    private Optional<ReplicaReply> refuseOverQuota(Wire.Put put, boolean isNew, int replaced) {
        return residents
                .noRoom(WireSize.of(put), isNew, replaced)
                .map(why -> new ReplicaReply.Refused(Refusal.of(Refusal.Reason.QUOTA, why)));
    }

    private static Optional<ReplicaReply> no(Refusal.Reason reason, String message) {
        return Optional.of(new ReplicaReply.Refused(Refusal.of(reason, message)));
    }

    private ReplicaReply storePassive(Wire.Put put, Slot slot) {
        try {
            Slot.Passive passive = Slot.Passive.of(put, node.settings());
            vacate(put.key(), slot);
            leave(put.key(), passive);
            return new ReplicaReply.Stored(Usage.NONE);
        } catch (IllegalArgumentException e) {
            return no(Refusal.Reason.INVALID, e.getMessage()).orElseThrow();
        }
    }

    private void spawn(ReplicaRequest request, Wire.Change change, Slot slot) {
        vacate(change.key(), slot);
        int size = WireSize.of(change);
        ReplicaState seat = new ReplicaState(node.settings().conduct(), hosting.standings(), Optional.ofNullable(slot));
        // The timer comes first, because the actor needs its number.
        int timer = residents.timer(change.key(), size);
        org.apache.pekko.actor.ActorRef actor =
                Adapter.actorOf(getContext(), AsoActor.props(hosting, requester, self, timer, seat, room));
        residents.seat(timer, actor);
        residents.enter(size);
        directory.put(change.key(), new Slot.Active(actor));
        actor.tell(new AsoActor.Create(request, seat), null);
    }

    private ReplicaReply remove(Wire.Remove remove, Slot slot) {
        Optional<ReplicaReply> older = refuseOlder(remove, slot).or(() -> refuseReplay(remove, slot));
        if (slot instanceof Slot.Held && older.isPresent()) {
            return older.get();
        }
        if (older.isEmpty()) {
            // Even where there is nothing: a copy that is on its way here, or comes back with a node that was away, is
            // refused as well.
            vacate(remove.key(), slot);
            leave(remove.key(), Slot.Tombstone.of(remove, slot));
        }
        return slot instanceof Slot.Held ? new ReplicaReply.Removed(Usage.NONE) : new ReplicaReply.Absent();
    }

    private static ReplicaReply answer(Slot slot) {
        return slot instanceof Slot.Passive passive ? passive.answer() : new ReplicaReply.Absent();
    }

    /** How what needs no actor stands. */
    private static ReplicaReply status(Slot slot) {
        return slot instanceof Slot.Held held
                ? new ReplicaReply.Status(
                        held.header(), held.bytes(), Standing.ORDINARY, Totals.NONE, Optional.empty(), List.of())
                : new ReplicaReply.Absent();
    }

    private void vacate(Key key, Slot slot) {
        if (slot instanceof Slot.Held held) {
            residents.leave(held.bytes());
        }
        if (slot instanceof Slot.Passive passive && passive.timer() >= 0) {
            residents.free(passive.timer());
        }
        directory.remove(key);
    }

    /** Puts under the key what needs no actor. */
    private void leave(Key key, Slot left) {
        if (left instanceof Slot.Tombstone tombstone) {
            graves.bury(key, tombstone, node.clock().millis());
            deadline.set(graves.nextDue());
        } else if (left instanceof Slot.Passive passive) {
            residents.enter(passive.bytes());
            directory.put(key, passive.withTimer(expiry(key, passive)));
        } else {
            throw new IllegalStateException("an object that runs is not left behind: " + left);
        }
    }

    private int expiry(Key key, Slot.Passive passive) {
        if (passive.header().expiresAtMillis().isEmpty()) {
            return -1;
        }
        int timer = residents.timer(key, passive.bytes());
        long left =
                passive.header().expiresAtMillis().getAsLong() - node.clock().wallMillis();
        residents.arm(timer, node.clock().millis() + Math.max(0, left));
        deadline.set(residents.nextDue());
        return timer;
    }
}
