package org.cometkv.actors.repair;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.NodeRequests;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.RoutingView;

/**
 * The mending of keys that differ, at the rate of repair: owners that hold nothing are handed what this node holds, all
 * else is settled. Keys whose owners are others are settled as well, and dropped once every owner holds what this node
 * does.
 *
 * <p>What goes out goes in beats, so that many messages share a frame. Not thread-safe; owned by the ReplicaManager.
 */
final class Mending {

    private static final Duration BEAT = Duration.ofMillis(10);
    private static final Duration CONFIRM = Duration.ofMillis(200);
    /** Of a node that stays, which leaves the handing over to the owners that hold the key. */
    private static final Duration CONFIRM_LATER = Duration.ofSeconds(2);
    /** Bytes of the comparison of one key with a few owners, about. */
    private static final int SETTLE_BYTES = 400;
    /** A queue of so many keys takes no more of a round; about what goes in a fifth of a second. */
    private static final int QUEUED_MAX = 1_024;
    /** Most keys of other owners that are known to wait; the rest is found in a later round. */
    private static final int FOREIGN_MAX = 65_536;

    private static final long HELD_UP_MILLIS = 100;
    /** Mending is in vain if fewer than one of so many keys differ still. */
    private static final int IN_VAIN = 10;

    private final NodeContext node;
    private final CopyExchange copies;
    private final Repairs.Upkeep upkeep;
    private final RepairRate rate;
    private final Consumer<Runnable> later;
    private final DelayedSteps delayed;
    private final MendingQueue queue = new MendingQueue();
    private final Set<Key> foreign = new LinkedHashSet<>();
    private final int atATime;
    private final Runnable progressed;
    private final Set<Key> inHand = new LinkedHashSet<>();
    private boolean isBeating;
    private Optional<Runnable> forRoom = Optional.empty();
    /** Keys that were mended since the count began, and those of them that had to be. */
    private int mended;

    private int changed;

    /** The nodes that have not yet answered what was handed to them. */
    private static final class Unanswered {
        int count;
    }

    /** @param progressed run after the number of keys of other owners has changed */
    Mending(
            NodeContext node,
            Requester requester,
            Repairs.Upkeep upkeep,
            RepairRate rate,
            Consumer<Runnable> later,
            Runnable progressed) {
        this.node = node;
        this.copies = new CopyExchange(new NodeRequests(requester, later), rate);
        this.upkeep = upkeep;
        this.rate = rate;
        this.later = later;
        this.delayed = new DelayedSteps(node.clock(), later);
        this.atATime = node.settings().replication().repairsMax();
        this.progressed = progressed;
    }

    /** Ends what is scheduled. */
    void close() {
        delayed.close();
    }

    /** How many keys are held here whose owners are others. */
    int foreign() {
        return foreign.size();
    }

    boolean hasRoomForForeign() {
        return foreign.size() < FOREIGN_MAX;
    }

    /**
     * Whether nearly all that was mended since the count began differed for a moment only, because its change was on
     * its way.
     */
    boolean isInVain() {
        return IN_VAIN * changed < mended;
    }

    /** What is mended is counted from now on. */
    void countAnew() {
        mended = 0;
        changed = 0;
    }

    /** A key of other owners is settled until they hold it, after the keys of this node unless it leaves. */
    void addForeign(Key key) {
        foreign.add(key);
        settleForeign(key);
    }

    private void settleForeign(Key key) {
        if (inHand.contains(key)) {
            delayed.after(CONFIRM, () -> settleForeign(key));
            return;
        }
        int holders = isLeaving() ? 0 : upkeep.replicas(key);
        add(new MendingQueue.Task(key, holders, List.of()));
    }

    /** A key is to be mended, unless it is being mended. */
    void add(MendingQueue.Task task) {
        if (inHand.contains(task.key())) {
            return;
        }
        queue.add(task);
        if (!isBeating) {
            isBeating = true;
            later.accept(this::beat);
        }
    }

    /** Runs the step once few keys wait; it takes the place of another that waits for that. */
    void whenRoom(Runnable step) {
        if (queue.size() < QUEUED_MAX) {
            later.accept(step);
        } else {
            forRoom = Optional.of(step);
        }
    }

    private void beat() {
        isBeating = false;
        send();
    }

    /** Sends what may go, and comes again while something waits. */
    private void send() {
        while (queue.size() > 0
                && inHand.size() < atATime
                && rate.isOpen(node.clock().millis())) {
            queue.poll().ifPresent(this::mend);
        }
        if (forRoom.isPresent() && queue.size() < QUEUED_MAX) {
            Runnable step = forRoom.get();
            forRoom = Optional.empty();
            later.accept(step);
        }
        if (queue.size() > 0 && !isBeating) {
            isBeating = true;
            delayed.after(BEAT, this::beat);
        }
    }

    private void mend(MendingQueue.Task task) {
        inHand.add(task.key());
        if (!task.lacking().isEmpty()) {
            upkeep.read(task.key(), content -> handOver(task, content));
            return;
        }
        rate.payKey();
        rate.payBytes(SETTLE_BYTES);
        KeyDigest before = upkeep.digest(task.key());
        upkeep.settle(task.key(), result -> {
            mended++;
            changed += result == Settlements.Result.HANDED_OVER || !before.equals(upkeep.digest(task.key())) ? 1 : 0;
            ended(task);
            settled(task.key(), result);
        });
    }

    private void ended(MendingQueue.Task task) {
        inHand.remove(task.key());
        // Not for each, which would go in a frame of its own.
        if (queue.size() > 0 && inHand.size() == atATime / 2) {
            later.accept(this::send);
        }
    }

    /** Gives what is held to those that held nothing when they were asked; they see themselves whether it is newer. */
    private void handOver(MendingQueue.Task task, Optional<KeyContent> content) {
        RoutingView view = node.view();
        if (!isForeign(task.key())) {
            foreign.remove(task.key());
        }
        List<Contact> owners = task.lacking().stream()
                .filter(owner -> view.isChangeOwner(task.key(), upkeep.replicas(task.key()), owner.id()))
                .toList();
        if (content.isEmpty() || owners.isEmpty()) {
            ended(task);
            return;
        }
        KeyContent whole = content.get();
        Unanswered unanswered = new Unanswered();
        unanswered.count = owners.size();
        mended++;
        changed++;
        for (Contact owner : owners) {
            rate.payKey();
            copies.give(owner, whole, reply -> {
                holdUpAfter(reply);
                if (--unanswered.count == 0) {
                    ended(task);
                }
            });
        }
    }

    /** Whoever has too much to do is left alone for a while; the next round finds what it did not take. */
    private void holdUpAfter(Optional<ReplicaReply> reply) {
        if (reply.isEmpty()) {
            rate.holdUp(node.clock().millis(), HELD_UP_MILLIS);
        } else if (reply.get() instanceof ReplicaReply.Refused refused) {
            long millis = refused.refusal().retryAfterMillis().orElse(0);
            rate.holdUp(node.clock().millis(), Math.max(HELD_UP_MILLIS, millis));
        }
    }

    private void settled(Key key, Settlements.Result result) {
        if (!foreign.contains(key)) {
            if (isForeign(key)) {
                foreign.add(key);
                delayed.after(CONFIRM, () -> settleForeign(key));
            }
            return;
        }
        if (!isForeign(key)) {
            foreign.remove(key);
        } else if (result == Settlements.Result.EVEN) {
            foreign.remove(key);
            upkeep.drop(key);
        } else {
            // Its owners are to confirm that they have it.
            delayed.after(isLeaving() ? CONFIRM : CONFIRM_LATER, () -> settleForeign(key));
        }
        progressed.run();
    }

    private boolean isForeign(Key key) {
        return RangeDigest.hash(key, upkeep.digest(key)) != 0
                && !node.view()
                        .isChangeOwner(key, upkeep.replicas(key), node.self().id());
    }

    private boolean isLeaving() {
        return node.view().isLeaving(node.self().id());
    }
}
