package org.cometkv.actors.replicas;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cometkv.actors.changes.ChangeRule;
import org.cometkv.actors.conduct.HeldBytes;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.StoredHead;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Standing;
import org.cometkv.aso.Totals;
import org.cometkv.aso.Usage;
import org.cometkv.routing.Key;

/**
 * The slots of a node, with what depends on them: the directory, the counts and timers of what is hosted, and the
 * tombstones by age.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class HeldKeys {

    private final NodeContext node;
    private final Directory directory;
    private final HostedTable hosted;
    private final Tombstones tombstones;
    private final DeadlineTask deadline;

    /** @param deadline set to what is due next */
    HeldKeys(NodeContext node, Directory directory, HostedTable hosted, Tombstones tombstones, DeadlineTask deadline) {
        this.node = node;
        this.directory = directory;
        this.hosted = hosted;
        this.tombstones = tombstones;
        this.deadline = deadline;
    }

    /** What is under the key, if it has not expired; null is nothing. */
    Slot present(Key key) {
        Slot slot = directory.slot(key);
        if (slot instanceof Slot.Held held && held.isExpired(node.clock().wallMillis())) {
            expire(key, held);
            return directory.slot(key);
        }
        return slot;
    }

    /** A value's time to live is over. */
    void expire(Key key, Slot.Held held) {
        vacate(key, held);
        held.remains().ifPresent(left -> leave(key, left));
    }

    /** What is under the key, in brief, as its other owners are told it. */
    KeyDigest digest(Key key) {
        Slot slot = present(key);
        Optional<Header> header = header(slot);
        if (header.isPresent()) {
            return isUntold(header.get()) ? KeyDigest.NOTHING : KeyDigest.of(header.get());
        }
        Slot held = slot instanceof Slot.Active active ? active.before().orElse(null) : slot;
        return held == null ? KeyDigest.NOTHING : held.digest();
    }

    /** Whether other owners are not told of it: it is over, or the host neither copies nor compares it. */
    private boolean isUntold(Header header) {
        return header.isExpired(node.clock().wallMillis()) || header.replication() == Replication.SELF;
    }

    /** The header of what is under the key. */
    Optional<Header> header(Key key) {
        return header(directory.slot(key));
    }

    private static Optional<Header> header(Slot slot) {
        if (slot instanceof Slot.Active active) {
            return active.placard().header();
        }
        return slot instanceof Slot.Held held ? Optional.of(held.header()) : Optional.empty();
    }

    /** The content as the rule for changes sees it, where no object runs. */
    static ChangeRule.Content content(Slot slot) {
        if (slot instanceof Slot.Held held) {
            return new ChangeRule.Content.Plain(held.header(), held.bytes());
        }
        return slot instanceof Slot.Tombstone gone
                ? new ChangeRule.Content.Gone(gone.version(), gone.author(), gone.serial(), gone.lineage())
                : new ChangeRule.Content.Nothing();
    }

    /** The answer to a get where no object runs. */
    static ReplicaReply answer(Slot slot) {
        if (slot instanceof Slot.Resting) {
            return new ReplicaReply.Failed(Failure.script("the object sleeps and could not be woken"), Usage.NONE);
        }
        return slot instanceof Slot.Passive passive ? passive.answer() : new ReplicaReply.Absent();
    }

    /** The answer to a subscriber where no object runs. */
    static ReplicaReply answerToSubscriber(Slot slot) {
        return slot instanceof Slot.Passive
                ? new ReplicaReply.Refused(
                        Refusal.of(Refusal.Reason.NO_HANDLER, "a value without a script sends no messages"))
                : answer(slot);
    }

    /** The status of a value. */
    static ReplicaReply status(Slot slot) {
        return slot instanceof Slot.Held held
                ? new ReplicaReply.Status(
                        held.header(), held.bytes(), Standing.ORDINARY, Totals.NONE, Optional.empty(), List.of())
                : new ReplicaReply.Absent();
    }

    /** Takes away what is under the key, which is not an object that runs. */
    void vacate(Key key, Slot slot) {
        release(slot);
        directory.remove(key);
    }

    /** Something else is about to take the place of what is in the slot, which is not an object that runs. */
    void release(Slot slot) {
        if (slot instanceof Slot.Held held) {
            hosted.leave(held.charge());
            if (held.timer() >= 0) {
                hosted.free(held.timer());
            }
        }
    }

    /** Puts a value or a tombstone under the key, which is vacant. */
    void leave(Key key, Slot left) {
        if (left instanceof Slot.Tombstone tombstone) {
            tombstones.add(key, tombstone, node.clock().millis());
            deadline.set(tombstones.nextDue());
        } else if (left instanceof Slot.Passive passive) {
            hosted.enter(passive.charge());
            directory.put(key, passive.withTimer(timer(key, passive, DeadlineTask.NEVER)));
        } else if (left instanceof Slot.Resting resting) {
            // Only one that could not be brought back is left behind.
            rest(key, resting.broken(), DeadlineTask.NEVER);
        } else {
            throw new IllegalStateException("an object that runs is not left behind: " + left);
        }
    }

    /** Puts the tombstone of a remove in the place of what is under the key, or of nothing. */
    void bury(Wire.Remove remove, Slot slot) {
        Slot.Tombstone tombstone = Slot.Tombstone.of(remove, slot);
        if (slot == null || slot instanceof Slot.Tombstone && tombstones.isOfNothing(remove.key())) {
            tombstones.addOfNothing(remove.key(), tombstone, node.clock().millis());
            deadline.set(tombstones.nextDue());
        } else {
            replace(remove.key(), slot, tombstone);
        }
    }

    /** Puts a value or a tombstone in the place of what is under the key. */
    void replace(Key key, Slot slot, Slot left) {
        release(slot);
        leave(key, left);
    }

    /** Puts a value in the place of its image in the store. */
    void restore(Key key, Slot.Resting resting, Slot.Passive passive) {
        release(resting);
        hosted.enter(passive.charge());
        directory.putAsStored(key, passive.withTimer(timer(key, passive, DeadlineTask.NEVER)));
    }

    /** Puts an object that comes to rest in the place of its actor, whose place in the table is free. */
    void sleep(Key key, Slot.Resting resting, long dueMillis) {
        hosted.enter(resting.charge());
        directory.sleep(key, resting.withTimer(timer(key, resting, dueMillis)));
    }

    /** What sleeps under the key was written: its image is in the store alone, unless it has woken. */
    void stored(Key key, Slot.Resting written) {
        if (directory.slot(key) == written) {
            Slot.Resting stored = written.stored(HeldBytes.asleep());
            hosted.leave(written.charge());
            hosted.enter(stored.charge());
            if (stored.timer() >= 0) {
                hosted.resize(stored.timer(), stored.charge());
            }
            directory.replaceSleeper(key, stored);
        }
    }

    /** Holds what the store had when the node started. */
    void recover(List<StoredHead> heads) {
        long wall = node.clock().wallMillis();
        for (StoredHead head : heads) {
            if (head instanceof StoredHead.Live live) {
                recover(live, wall);
            }
        }
        // The oldest first, as they were set.
        heads.stream()
                .filter(StoredHead.Gone.class::isInstance)
                .map(StoredHead.Gone.class::cast)
                .sorted(Comparator.comparingLong(StoredHead.Gone::sinceMillis))
                .forEach(gone -> tombstones.restore(
                        gone, wall - gone.sinceMillis(), node.clock().millis()));
        deadline.set(Math.min(hosted.nextDue(), tombstones.nextDue()));
    }

    private void recover(StoredHead.Live live, long wall) {
        long passed = Math.max(0, wall - live.savedMillis());
        Slot.Resting resting =
                new Slot.Resting(live.header(), live.bytes(), node.clock().millis() - passed);
        if (resting.isExpired(wall)) {
            directory.remove(live.key());
            resting.remains().ifPresent(left -> leave(live.key(), left));
            return;
        }
        long due = live.dueMillis().isPresent()
                ? node.clock().millis() + Math.max(0, live.dueMillis().getAsLong() - passed)
                : DeadlineTask.NEVER;
        rest(live.key(), resting, due);
    }

    private void rest(Key key, Slot.Resting resting, long dueMillis) {
        hosted.enter(resting.charge());
        directory.putAsStored(key, resting.withTimer(timer(key, resting, dueMillis)));
    }

    /** A timer of its end, or of what is due before; -1 if neither will ever be. */
    private int timer(Key key, Slot.Held held, long dueMillis) {
        OptionalLong expires = held.header().expiresAtMillis();
        if (expires.isEmpty() && dueMillis == DeadlineTask.NEVER) {
            return -1;
        }
        int timer = hosted.timer(key, held.charge());
        long end = expires.isPresent()
                ? node.clock().millis()
                        + Math.max(0, expires.getAsLong() - node.clock().wallMillis())
                : DeadlineTask.NEVER;
        hosted.arm(timer, Math.min(end, dueMillis));
        deadline.set(hosted.nextDue());
        return timer;
    }
}
