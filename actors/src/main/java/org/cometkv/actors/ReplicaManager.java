package org.cometkv.actors;

import java.util.Arrays;
import java.util.Optional;
import org.apache.pekko.actor.DeadLetter;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.eventstream.EventStream;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.cometkv.actors.seam.GatewayMessage;
import org.cometkv.actors.seam.ReplicaReply;
import org.cometkv.actors.seam.Wire;
import org.cometkv.aso.Header;
import org.cometkv.aso.Image;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.cometkv.timers.TimerWheel;

/**
 * Supervisor of the hosted objects: what the node holds under which key, who may come in, and when their timers fire.
 */
final class ReplicaManager extends AbstractBehavior<ReplicaManager.Command> {

    /** What it can be told; a {@link ReplicaRequest} is answered with a {@link ReplicaReply}. */
    interface Command {}

    /** The object's next deadline, in monotonic milliseconds. */
    record Arm(int timer, long deadlineMillis) implements Command {}

    /** The object ends; what is left of it, if anything, takes its place. */
    record Ended(org.apache.pekko.actor.ActorRef actor, int timer, Optional<Slot> left) implements Command {}

    /** A request that its object's actor did not live to see. */
    private record Lost(DeadLetter letter) implements Command {}

    private enum Tick implements Command {
        TICK
    }

    private final NodeContext node;
    private final ActorRef<GatewayMessage> gateway;
    private final CometSettings.Replication settings;
    private final TimerWheel wheel;
    private final Graves graves;
    private final ActorRef<Command> self;
    private Resident[] residents = new Resident[64];
    private long bytes;
    private int objects;
    private boolean isTicking;

    /** What the wheel's timer of that number belongs to. */
    private record Resident(Key key, org.apache.pekko.actor.ActorRef actor, int bytes) {}

    static Behavior<Command> create(NodeContext node, ActorRef<GatewayMessage> gateway) {
        return Behaviors.setup(context -> new ReplicaManager(context, node, gateway));
    }

    private ReplicaManager(ActorContext<Command> context, NodeContext node, ActorRef<GatewayMessage> gateway) {
        super(context);
        this.node = node;
        this.gateway = gateway;
        this.settings = node.settings().replication();
        this.self = context.getSelf();
        this.graves = new Graves(
                node.directory(),
                settings.tombstonesMax(),
                settings.tombstoneAge().toMillis());
        CometSettings.Timers timers = node.settings().timers();
        this.wheel = new TimerWheel(
                timers.tick().toMillis(), timers.slots(), node.seams().clock().millis());
        context.getSystem()
                .eventStream()
                .tell(new EventStream.Subscribe<>(
                        DeadLetter.class, context.messageAdapter(DeadLetter.class, Lost::new)));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(ReplicaRequest.class, this::onRequest)
                .onMessage(Arm.class, this::onArm)
                .onMessage(Tick.class, this::onTick)
                .onMessage(Ended.class, this::onEnded)
                .onMessage(Lost.class, this::onLost)
                .build();
    }

    private Behavior<Command> onRequest(ReplicaRequest request) {
        if (node.directory().offer(request.key(), request)) {
            return this;
        }
        Slot slot = node.directory().slot(request.key());
        if (slot instanceof Slot.Passive passive
                && passive.isExpired(node.seams().clock().wallMillis())) {
            vacate(request.key(), passive);
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
        } else {
            request.replyTo().reply(Gateway.unknown(request.body()));
        }
        return this;
    }

    private Behavior<Command> onArm(Arm arm) {
        if (residents[arm.timer()] != null) {
            wheel.arm(arm.timer(), arm.deadlineMillis());
            tick();
        }
        return this;
    }

    private Behavior<Command> onTick(Tick tick) {
        isTicking = false;
        long now = node.seams().clock().millis();
        wheel.poll(now, node.settings().timers().expiriesPerTick(), this::fire);
        graves.clear(now, node.settings().timers().expiriesPerTick());
        if (wheel.armed() > 0 || !graves.isEmpty()) {
            tick();
        }
        return this;
    }

    private void fire(int timer) {
        Resident resident = residents[timer];
        if (resident.actor() != null) {
            resident.actor().tell(AsoActor.Tick.TICK, null);
        } else if (node.directory().slot(resident.key()) instanceof Slot.Passive passive) {
            // Wall time may lag behind the wheel's: then the value is found expired when it is next asked for.
            vacate(resident.key(), passive);
        }
    }

    private Behavior<Command> onEnded(Ended ended) {
        Resident resident = residents[ended.timer()];
        if (resident == null || !resident.actor().equals(ended.actor())) {
            return this;
        }
        release(ended.timer());
        node.directory().remove(resident.key());
        ended.left().ifPresent(left -> leave(resident.key(), left));
        // Only now: whoever reads the directory finds the actor no more, and what its mailbox still holds comes back.
        getContext().stop(Adapter.toTyped(ended.actor()));
        return this;
    }

    private Behavior<Command> onLost(Lost lost) {
        if (lost.letter().message() instanceof ReplicaRequest request
                && request.home().equals(self)) {
            self.tell(request);
        }
        return this;
    }

    /** A copy goes into an empty slot; over something that does not run it goes as a put of its writer would. */
    private void onCopy(ReplicaRequest request, Wire.Copy copy, Slot slot) {
        Image image = copy.image();
        Header header = image.header();
        long wall = node.seams().clock().wallMillis();
        if (header.expiresAtMillis().isPresent()
                && wall >= header.expiresAtMillis().getAsLong()) {
            request.refuse(Refusal.of(Refusal.Reason.VERSION, "the copy has expired"));
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
        } else if (image.script().isEmpty()) {
            request.refuse(Refusal.of(Refusal.Reason.NOT_ALLOWED, "a passive value does not copy itself"));
        } else {
            spawn(request, put, slot);
        }
    }

    private void onPut(ReplicaRequest request, Wire.Put put, Slot slot) {
        Optional<ReplicaReply> no = refusePut(put, slot).or(() -> refuseReplay(put, slot));
        if (no.isPresent()) {
            request.replyTo().reply(no.get());
            return;
        }
        if (put.script().isEmpty()) {
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
        if (slot instanceof Slot.Tombstone tombstone) {
            return HostedObject.olderThanHeld(put.version(), tombstone.version())
                    .map(refusal -> new ReplicaReply.Refused(refusal, Usage.NONE));
        }
        if (slot == null) {
            return put.condition() == Wire.Condition.IF_PRESENT
                    ? Optional.of(new ReplicaReply.Absent())
                    : refuseOverQuota(put);
        }
        Header held = header(slot);
        if (put.version().equals(held.version())) {
            return Optional.of(new ReplicaReply.Stored(Usage.NONE));
        }
        if (put.condition() == Wire.Condition.IF_ABSENT) {
            return no(Refusal.Reason.OCCUPIED, "the key is taken");
        }
        if (slot instanceof Slot.SetAside && !held.writer().equals(put.caller().writer())) {
            return no(Refusal.Reason.SET_ASIDE, "the object is set aside; only its writer may replace it");
        }
        return HostedObject.olderThanHeld(put.version(), held.version())
                .map(refusal -> new ReplicaReply.Refused(refusal, Usage.NONE));
    }

    private static Optional<ReplicaReply> refuseReplay(Wire.Change change, Slot slot) {
        Optional<Refusal> refusal = Optional.empty();
        if (slot instanceof Slot.Tombstone tombstone) {
            refusal = Admission.replayed(change, tombstone.author(), tombstone.serial());
        } else if (slot != null) {
            refusal = Admission.replayed(change, header(slot));
        }
        return refusal.map(no -> new ReplicaReply.Refused(no, Usage.NONE));
    }

    private static Header header(Slot slot) {
        return slot instanceof Slot.Passive passive ? passive.header() : ((Slot.SetAside) slot).header();
    }

    private Optional<ReplicaReply> refuseOverQuota(Wire.Put put) {
        if (objects >= settings.objectsMax()) {
            return no(
                    Refusal.Reason.QUOTA,
                    "this node holds " + objects + " objects; the limit is " + settings.objectsMax());
        }
        long size = sizeOf(put);
        if (bytes + size > settings.bytesMax()) {
            return no(
                    Refusal.Reason.QUOTA,
                    "the object has " + size + " bytes and this node holds " + bytes + "; the limit is "
                            + settings.bytesMax());
        }
        return Optional.empty();
    }

    private static Optional<ReplicaReply> no(Refusal.Reason reason, String message) {
        return Optional.of(new ReplicaReply.Refused(Refusal.of(reason, message), Usage.NONE));
    }

    private ReplicaReply storePassive(Wire.Put put, Slot slot) {
        Policy policy;
        try {
            policy = Policy.of(put.fields(), node.settings().limits());
        } catch (IllegalArgumentException e) {
            return no(Refusal.Reason.INVALID, e.getMessage()).orElseThrow();
        }
        vacate(put.key(), slot);
        Header header = HostedObject.header(put, policy, node.settings());
        int timer = header.expiresAtMillis().isPresent()
                ? expireAt(put, header.expiresAtMillis().getAsLong())
                : -1;
        occupy(put.key(), new Slot.Passive(header, put.fields().get("value"), sizeOf(put), timer), sizeOf(put));
        return new ReplicaReply.Stored(Usage.NONE);
    }

    private int expireAt(Wire.Put put, long expiresAtMillis) {
        int timer = settle(put.key(), null, sizeOf(put));
        wheel.arm(
                timer,
                node.seams().clock().millis()
                        + Math.max(0, expiresAtMillis - node.seams().clock().wallMillis()));
        tick();
        return timer;
    }

    /** Takes a timer for what is under the key. */
    private int settle(Key key, org.apache.pekko.actor.ActorRef actor, int size) {
        int timer = wheel.add();
        if (timer >= residents.length) {
            residents = Arrays.copyOf(residents, 2 * residents.length);
        }
        residents[timer] = new Resident(key, actor, size);
        return timer;
    }

    private void spawn(ReplicaRequest request, Wire.Put put, Slot slot) {
        vacate(put.key(), slot);
        // The timer comes first, because the actor needs its number.
        int timer = settle(put.key(), null, sizeOf(put));
        org.apache.pekko.actor.ActorRef actor =
                Adapter.actorOf(getContext(), AsoActor.props(node, gateway, self, timer));
        residents[timer] = new Resident(put.key(), actor, sizeOf(put));
        occupy(put.key(), new Slot.Active(actor), sizeOf(put));
        actor.tell(new AsoActor.Create(request), null);
    }

    private ReplicaReply remove(Wire.Remove remove, Slot slot) {
        if (slot == null || slot instanceof Slot.Tombstone) {
            // A copy that is on its way here, or comes back with a node that was away, is refused as well.
            if (slot == null) {
                leave(remove.key(), Slot.Tombstone.of(remove));
            }
            return new ReplicaReply.Absent();
        }
        Header held = header(slot);
        Optional<Refusal> older =
                HostedObject.olderThanHeld(remove.version(), held.version()).or(() -> Admission.replayed(remove, held));
        if (older.isPresent()) {
            return new ReplicaReply.Refused(older.get(), Usage.NONE);
        }
        vacate(remove.key(), slot);
        leave(remove.key(), Slot.Tombstone.of(remove, held));
        return new ReplicaReply.Removed(Usage.NONE);
    }

    private static ReplicaReply answer(Slot slot) {
        if (slot instanceof Slot.Passive passive) {
            return new ReplicaReply.Answered(passive.value(), passive.header().version(), Usage.NONE);
        }
        if (slot instanceof Slot.SetAside aside) {
            return no(Refusal.Reason.SET_ASIDE, "the object is set aside: " + aside.reason())
                    .orElseThrow();
        }
        return new ReplicaReply.Absent();
    }

    private void occupy(Key key, Slot slot, int size) {
        node.directory().put(key, slot);
        objects++;
        bytes += size;
    }

    private void vacate(Key key, Slot slot) {
        if (slot instanceof Slot.Passive passive) {
            objects--;
            bytes -= passive.bytes();
            if (passive.timer() >= 0) {
                free(passive.timer());
            }
        } else if (slot instanceof Slot.SetAside) {
            objects--;
        }
        node.directory().remove(key);
    }

    private void release(int timer) {
        objects--;
        bytes -= residents[timer].bytes();
        free(timer);
    }

    private void free(int timer) {
        residents[timer] = null;
        wheel.cancel(timer);
        wheel.free(timer);
    }

    private void leave(Key key, Slot left) {
        if (left instanceof Slot.Tombstone tombstone) {
            graves.bury(key, tombstone, node.seams().clock().millis());
            tick();
        } else {
            node.directory().put(key, left);
            objects++;
        }
    }

    private void tick() {
        if (!isTicking) {
            isTicking = true;
            node.seams().clock().after(node.settings().timers().tick(), () -> self.tell(Tick.TICK));
        }
    }

    private static int sizeOf(Wire.Put put) {
        return WireSize.of(put);
    }
}
