package org.cometkv.actors.replicas;

import java.util.Optional;
import java.util.function.Consumer;
import org.cometkv.actors.changes.Retraction;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.AsoActor;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.repair.Settlements;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;

/**
 * The resolutions of changes, as their coordinators tell them: what was refused is taken back, what was overruled or
 * taken unevenly is compared.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class Resolutions {

    private final NodeContext node;
    private final HeldKeys keys;
    private final Directory directory;
    private final RestingObjects resting;
    private final RetractedVersions retracted;
    private final SoundKeys sound;
    private final Consumer<Runnable> later;
    private final DeadlineTask deadline;
    private final long deadlineMillis;
    private long doubtsEndMillis = DeadlineTask.NEVER;
    private Settlements settlements;

    /** @param later runs a step on the thread of the owner */
    Resolutions(
            NodeContext node,
            HeldKeys keys,
            Directory directory,
            RestingObjects resting,
            RetractedVersions retracted,
            SoundKeys sound,
            Consumer<Runnable> later,
            DeadlineTask deadline) {
        this.node = node;
        this.keys = keys;
        this.directory = directory;
        this.resting = resting;
        this.retracted = retracted;
        this.sound = sound;
        this.later = later;
        this.deadline = deadline;
        this.deadlineMillis = node.settings().requests().timeout().toMillis();
    }

    void bind(Settlements itsSettlements) {
        settlements = itsSettlements;
    }

    /** Ends the doubts whose time is over; when the next ones do. */
    long nextDue(long nowMillis) {
        if (doubtsEndMillis <= nowMillis) {
            directory.compared().clearDoubts(nowMillis);
            doubtsEndMillis = directory.compared().hasTimedDoubts() ? nowMillis + deadlineMillis : DeadlineTask.NEVER;
        }
        return doubtsEndMillis;
    }

    private long now() {
        return node.clock().millis();
    }

    /** @param resolved told whether it is done; if not, it may be told once more */
    void resolve(Wire.Resolve told, Consumer<Boolean> resolved) {
        Key key = told.key();
        if (resting.wakes(key, () -> resolve(told, resolved))) {
            return;
        }
        switch (told.resolution()) {
            case RETRACTED -> {
                retracted.retract(key, told.version(), now());
                directory.compared().doubt(key, now() + deadlineMillis);
                // One look for all of them: a key that is compared once more than it need be costs little.
                if (doubtsEndMillis == DeadlineTask.NEVER) {
                    doubtsEndMillis = now() + deadlineMillis;
                    deadline.set(doubtsEndMillis);
                }
            }
            case OVERRULED -> {
                retracted.overrule(key, told.version(), now());
                directory.compared().compareAgain(key);
            }
            case UNEVEN -> {
                directory.compared().compareAgain(key);
                settlements.settle(key, result -> resolved.accept(result != Settlements.Result.INCOMPLETE));
                return;
            }
            case CONFIRMED, LAPSED -> {
                // Only the object is concerned.
            }
        }
        Slot slot = keys.present(key);
        if (slot instanceof Slot.Active active) {
            Upkeep.tell(
                    active,
                    new AsoActor.Resolve(
                            told.version(),
                            told.resolution(),
                            retraction -> later.accept(() -> {
                                if (directory.hasMoved(key, active)) {
                                    resolve(told, resolved);
                                    return;
                                }
                                if (retraction == Retraction.GIVES_WAY) {
                                    sound.holdsRetracted(key);
                                    giveWay(key);
                                }
                                resolved.accept(true);
                            })));
            return;
        }
        if (told.resolution() == Wire.Resolution.RETRACTED) {
            takeBack(key, slot, told.version());
        } else if (told.resolution() == Wire.Resolution.CONFIRMED && slot instanceof Slot.Passive passive) {
            keys.replace(key, slot, passive.confirmed(told.version()));
        }
        resolved.accept(true);
    }

    /** Takes back a change where no object runs. */
    private void takeBack(Key key, Slot slot, Version version) {
        boolean isHeld = slot != null && slot.digest().isOf(version);
        if (!isHeld) {
            return;
        }
        Optional<RetractedVersions.Found> found = retracted.foundBy(key, version);
        if (found.isPresent()) {
            keys.vacate(key, slot);
            found.get().slot().ifPresent(before -> keys.leave(key, before));
        } else {
            giveWay(key);
        }
    }

    private void giveWay(Key key) {
        directory.compared().compareAgain(key);
        settlements.settleAnew(key);
    }
}
