package org.cometkv.actors.replicas;

import java.util.Optional;
import java.util.function.Consumer;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.AsoActor;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.repair.Repairs;
import org.cometkv.actors.repair.Settlements;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.aso.Replication;
import org.cometkv.routing.Key;

/** The replicas of a node as its repair sees them. Not thread-safe; owned by the ReplicaManager. */
final class RepairedReplicas implements Repairs.Upkeep {

    private final NodeContext node;
    private final HeldKeys keys;
    private final Directory directory;
    private final Upkeep upkeep;
    private final Settlements settlements;
    private long rounds;

    RepairedReplicas(NodeContext node, HeldKeys keys, Directory directory, Upkeep upkeep, Settlements settlements) {
        this.node = node;
        this.keys = keys;
        this.directory = directory;
        this.upkeep = upkeep;
        this.settlements = settlements;
    }

    @Override
    public KeyDigest digest(Key key) {
        return keys.digest(key);
    }

    @Override
    public int replicas(Key key) {
        return upkeep.replicas(key);
    }

    @Override
    public int replicas(KeyDigest digest) {
        return digest instanceof KeyDigest.Live live
                ? live.replicas()
                : node.settings().replication().replicas();
    }

    @Override
    public boolean isOnItsOwn(Key key) {
        return keys.header(key)
                .filter(header -> header.replication() == Replication.SELF)
                .isPresent();
    }

    @Override
    public void settle(Key key, Consumer<Settlements.Result> ended) {
        if (node.view().isChangeOwner(key, replicas(key), node.self().id())) {
            settlements.repair(key, ended);
        } else {
            settlements.settle(key, ended);
        }
    }

    @Override
    public void read(Key key, Consumer<Optional<KeyContent>> reader) {
        upkeep.readSound(key, reader);
    }

    @Override
    public void drop(Key key) {
        // A node that has left its cluster knows no owners, none of whom holds anything: it keeps what its disk has.
        if (!node.view().owners(key, replicas(key)).isEmpty()) {
            end(key, keys.digest(key));
        }
    }

    @Override
    public void endStray(Key key) {
        end(key, directory.digest(key));
    }

    /** @param held what it is dropped as; an object that has become another one stays */
    private void end(Key key, KeyDigest held) {
        Slot slot = keys.present(key);
        if (slot instanceof Slot.Active active) {
            Upkeep.tell(active, new AsoActor.Leave(held));
        } else if (slot != null) {
            keys.vacate(key, slot);
        }
    }

    /** Another number for each node and round, the same in each run of a simulation. */
    @Override
    public double jitter() {
        long mixed = (node.self().id().point().a() + ++rounds) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xBF58476D1CE4E5B9L;
        return (mixed >>> 11) * 0x1.0p-53;
    }
}
