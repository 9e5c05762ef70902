package org.cometkv.actors.replicas;

import java.util.Optional;
import org.cometkv.actors.changes.ChangeOutcomes;
import org.cometkv.actors.changes.ChangeRule;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;

/**
 * The changes of keys under which no object runs: no handler is asked.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class PlainChanges {

    /** Makes an actor for the object that a change brings. */
    interface Spawner {
        void spawn(ReplicaRequest request, Wire.Change change, Slot slot);
    }

    private final NodeContext node;
    private final HeldKeys keys;
    private final Upkeep upkeep;
    private final HostedTable hosted;
    private final Spawner spawner;

    PlainChanges(NodeContext node, HeldKeys keys, Upkeep upkeep, HostedTable hosted, Spawner spawner) {
        this.node = node;
        this.keys = keys;
        this.upkeep = upkeep;
        this.hosted = hosted;
        this.spawner = spawner;
    }

    /** Decides what becomes of the change, and answers it where no object comes to live here. */
    void onChange(ReplicaRequest request, Wire.Change change, Slot slot) {
        boolean isRemove = change instanceof Wire.Remove;
        if (!isRemove && !node.isHost()) {
            request.refuse(Refusal.of(Refusal.Reason.NOT_READY, "this node hosts no objects"));
            return;
        }
        if (upkeep.isRetracted(change)) {
            request.refuse(ChangeOutcomes.REFUSAL);
            return;
        }
        Optional<ReplicaReply> end = ChangeRule.of(
                        HeldKeys.content(slot), change, node.clock().wallMillis(), hosted::noRoom)
                .reply();
        if (end.isPresent()) {
            request.replyTo().reply(end.get());
        } else if (change instanceof Wire.Remove remove) {
            request.replyTo().reply(remove(remove, slot));
        } else if (change.isPassive()) {
            request.replyTo().reply(storePassive((Wire.Put) change, slot));
        } else {
            spawner.spawn(request, change, slot);
        }
    }

    private ReplicaReply storePassive(Wire.Put put, Slot slot) {
        try {
            Slot.Passive passive = Slot.Passive.of(put, node, Optional.ofNullable(slot));
            upkeep.tookPlaceOf(put, slot);
            keys.replace(put.key(), slot, passive);
            return new ReplicaReply.Stored(Usage.NONE, passive.header().replicas());
        } catch (IllegalArgumentException e) {
            return new ReplicaReply.Refused(Refusal.of(Refusal.Reason.INVALID, e.getMessage()));
        }
    }

    /**
     * Leaves a tombstone even where there is nothing: it refuses a copy that is on its way here, or comes back. Not
     * where this node is no owner: no copy comes here, and it may have dropped a newer tombstone before.
     */
    private ReplicaReply remove(Wire.Remove remove, Slot slot) {
        if (slot == null && remove.terms().areBesideOwners() && !upkeep.isMine(remove.key())) {
            return new ReplicaReply.Absent();
        }
        upkeep.tookPlaceOf(remove, slot);
        keys.bury(remove, slot);
        return slot instanceof Slot.Held held
                ? new ReplicaReply.Removed(Usage.NONE, held.header().replicas())
                : new ReplicaReply.Absent();
    }
}
