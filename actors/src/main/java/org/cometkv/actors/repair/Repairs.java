package org.cometkv.actors.repair;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/**
 * The repair of a node's replicas: a while after each new epoch, and now and then, it compares all it holds with every
 * node that owns keys together with it, and settles the keys that differ. What is equal everywhere counts as compared.
 *
 * <pre>
 *   digest changed ranges ─▶ each co-owner: equal? ─ no ─▶ which ranges? ─▶ which keys? ─▶ settle, a few at a time
 *                                     └ yes, of all co-owners ─▶ the ranges are compared in this epoch
 * </pre>
 *
 * <p>Keys whose owners are others are settled as well, and dropped once every owner holds what this node does. Not
 * thread-safe; owned by the ReplicaManager.
 */
public final class Repairs {

    /** What repair asks of the rest of the node. */
    public interface Upkeep extends PairDigests.Held {

        /** Settles a key and tells how that ended. */
        void settle(Key key, Consumer<Settlements.Result> ended);

        /** Drops what is held under a key, if this node is no owner of it still. */
        void drop(Key key);

        /** Ends the copy of an object that replicates itself. */
        void endStray(Key key);

        /** A jitter from 0 to 1 that is another for each node and round. */
        double jitter();
    }

    private static final Duration ASK = Duration.ofSeconds(2);
    private static final long SOON_MILLIS = 1_000;
    private static final long AFTER_EPOCH_MILLIS = 4_000;
    private static final long PAUSE_MILLIS = 10;
    private static final long CONFIRM_MILLIS = 200;
    /** Keys that are digested in one step, about. */
    private static final int KEYS_A_STEP = 512;
    /** So many rounds in a row come soon after the one before if that has found differences. */
    private static final int SOON_ROUNDS_MAX = 30;
    /** Most keys that wait to be mended; the rest is found in the next round. */
    private static final int WAITING_MAX = 65_536;

    private final NodeContext node;
    private final OwnerRequests requests;
    private final ComparedKeys compared;
    private final KeyIndex index;
    private final PairDigests digests;
    private final Upkeep upkeep;
    private final Consumer<Runnable> later;
    private final DelayedSteps delayed;
    private final StrayCopies strays;
    private final EqualPeers equal;
    private final CometSettings.Replication settings;
    private final Set<Key> waiting = new LinkedHashSet<>();
    private int inHand;
    private long tokens;
    private long refilledMillis;
    private boolean isPaused;
    private Round round;
    private Clock.ScheduledTask next;
    /** Rounds in a row that found differences. */
    private int differentRounds;

    /** Keys whose owners are others, until those are known to hold what this node does. */
    private final Set<Key> foreign = new LinkedHashSet<>();
    /** Whether this node leaves by the view with which everything was digested last. */
    private boolean isLeaving;
    /** Told of the progress of a node that leaves. */
    private Optional<IntConsumer> handOver = Optional.empty();

    /** One comparison with all co-owners. */
    private final class Round {
        final int epoch = node.published().epoch();
        final RoutingView view = node.view();
        final long viewHash = PairDigests.hash(view);
        final Map<NodeId, BitSet> different = new LinkedHashMap<>();
        final ArrayDeque<Contact> toAsk = new ArrayDeque<>();
        int suspects;
        boolean isInterrupted;
        boolean hasDifferences;

        boolean isCurrent() {
            return round == this && epoch == node.published().epoch();
        }
    }

    /** @param later runs a step on the thread of the owner */
    public Repairs(
            NodeContext node,
            Requester requester,
            ComparedKeys compared,
            KeyIndex index,
            ChangedRanges changed,
            Upkeep upkeep,
            Consumer<Runnable> later) {
        this.node = node;
        this.requests = new OwnerRequests(requester, later);
        this.compared = compared;
        this.index = index;
        this.digests = new PairDigests(index, changed, upkeep, node.self().id());
        this.upkeep = upkeep;
        this.later = later;
        this.delayed = new DelayedSteps(node.clock(), later);
        this.settings = node.settings().replication();
        this.strays = new StrayCopies(settings.strayAge().toMillis());
        this.equal = new EqualPeers(shortestPeriodMillis());
        this.refilledMillis = node.clock().millis();
    }

    /** A new epoch has begun: everything is compared again a few seconds later. */
    public void epochBegan() {
        round = null;
        if (handOver.isPresent()) {
            schedule(0);
            return;
        }
        schedule(SOON_MILLIS + (long) (upkeep.jitter() * AFTER_EPOCH_MILLIS));
    }

    /**
     * Hands over all that this node holds, which is about to leave and is no owner any more.
     *
     * @param progress told how many keys are left, again and again until it is 0
     */
    public void handOver(IntConsumer progress) {
        handOver = Optional.of(progress);
        round = null;
        schedule(0);
    }

    /** Ends what is scheduled. */
    public void close() {
        delayed.close();
        cancelNext();
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel();
        }
    }

    /** Another node asks whether it holds the same as this one. */
    public ReplicaReply compareRanges(Wire.CompareRanges asked) {
        // Before the view: what is found by an older one is not of a newer epoch.
        int epoch = node.published().epoch();
        RoutingView view = node.view();
        long viewHash = PairDigests.hash(view);
        if (asked.view() != viewHash) {
            return new ReplicaReply.RangesCompared(ReplicaReply.RangesMatch.OTHER_VIEW, List.of());
        }
        refresh(view, viewHash);
        if (digests.combined(asked.from()) == asked.digest()) {
            equal.found(asked.from(), epoch, node.clock().millis());
            return new ReplicaReply.RangesCompared(ReplicaReply.RangesMatch.EQUAL, List.of());
        }
        return new ReplicaReply.RangesCompared(ReplicaReply.RangesMatch.DIFFERENT, digests.of(asked.from()));
    }

    /** Another node asks what this one holds in a range. */
    public ReplicaReply compareKeys(Wire.CompareKeys asked) {
        return new ReplicaReply.KeysCompared(digests.keys(asked.range(), asked.from(), node.view()));
    }

    private void refresh(RoutingView view, long viewHash) {
        for (int range = 0; range < RangeDigest.RANGES; range++) {
            refresh(range, view, viewHash);
        }
    }

    private boolean refresh(int range, RoutingView view, long viewHash) {
        boolean isOther = digests.refresh(range, view, viewHash);
        if (isOther) {
            strays.found(range, digests.astray(), node.clock().millis());
        }
        return isOther;
    }

    private void schedule(long millis) {
        cancelNext();
        next = node.clock().after(Duration.ofMillis(millis), () -> later.accept(this::begin));
    }

    private void begin() {
        round = new Round();
        digest(round, 0);
    }

    /** Digests what has changed since the last time, a part at a time. */
    private void digest(Round now, int from) {
        if (!now.isCurrent()) {
            return;
        }
        int keys = 0;
        int range = from;
        while (range < RangeDigest.RANGES && keys < KEYS_A_STEP) {
            if (refresh(range, now.view, now.viewHash)) {
                keys += 1 + index.count(range);
            }
            range++;
        }
        int next = range;
        if (next < RangeDigest.RANGES) {
            later.accept(() -> digest(now, next));
            return;
        }
        isLeaving = now.view.isLeaving(node.self().id()) || now.view.contacts().size() < 2;
        takeForeign();
        strays.takeOver(node.clock().millis()).forEach(upkeep::endStray);
        for (Contact peer : CoOwners.of(now.view, node.self().id(), settings.replicas())) {
            if (now.view.isSuspect(peer.id())) {
                now.suspects++;
            } else if (equal.contains(peer.id(), now.epoch, node.clock().millis())) {
                now.different.put(peer.id(), new BitSet());
            } else {
                now.toAsk.add(peer);
            }
        }
        askNext(now);
    }

    /** Keys whose owners are others are settled as well. */
    private void takeForeign() {
        while (waiting.size() < WAITING_MAX) {
            Optional<Key> next = digests.nextForeign();
            if (next.isEmpty()) {
                break;
            }
            foreign.add(next.get());
            waiting.add(next.get());
        }
        mend();
        tellProgress();
    }

    /** Of a node that leaves; not before all it holds was seen by a view that says so: it is an owner until then. */
    private void tellProgress() {
        if (isLeaving) {
            handOver.ifPresent(told -> told.accept(foreign.size()));
        }
    }

    private void askNext(Round now) {
        if (!now.isCurrent()) {
            return;
        }
        // What has changed meanwhile, or the other would take it for a difference.
        refresh(now.view, now.viewHash);
        Contact peer = now.toAsk.poll();
        if (peer == null) {
            end(now);
            return;
        }
        // Here: the request is made on the Gateway's thread, where what is held must not be looked at.
        long digest = digests.combined(peer.id());
        requests.ask(peer, id -> new Wire.CompareRanges(id, node.self().id(), now.viewHash, digest), ASK, reply -> {
            if (reply.orElse(null) instanceof ReplicaReply.RangesCompared answer
                    && answer.match() != ReplicaReply.RangesMatch.OTHER_VIEW) {
                Set<Integer> ranges = answer.match() == ReplicaReply.RangesMatch.EQUAL
                        ? Set.of()
                        : digests.different(peer.id(), answer.digests());
                BitSet different = new BitSet();
                ranges.forEach(different::set);
                now.different.put(peer.id(), different);
                askKeys(now, peer, new ArrayDeque<>(ranges));
            } else {
                now.isInterrupted = true;
                askNext(now);
            }
        });
    }

    private void askKeys(Round now, Contact peer, ArrayDeque<Integer> ranges) {
        Integer range = ranges.poll();
        if (range == null || waiting.size() >= WAITING_MAX) {
            now.isInterrupted |= range != null;
            askNext(now);
            return;
        }
        now.hasDifferences = true;
        requests.ask(peer, id -> new Wire.CompareKeys(id, node.self().id(), range), ASK, reply -> {
            if (reply.orElse(null) instanceof ReplicaReply.KeysCompared theirs) {
                List<ReplicaReply.KeyHash> mine = digests.keys(range, peer.id(), now.view);
                waiting.addAll(PairDigests.different(mine, theirs.keys()));
                mend();
            } else {
                now.isInterrupted = true;
            }
            if (now.isCurrent()) {
                askKeys(now, peer, ranges);
            }
        });
    }

    private void end(Round now) {
        if (!now.isInterrupted) {
            markCompared(now);
        }
        round = null;
        differentRounds = now.hasDifferences ? differentRounds + 1 : 0;
        // What stays different, as an object that ended itself on one owner, is not looked at each second for ever.
        boolean isSoon = now.isInterrupted || now.hasDifferences && differentRounds < SOON_ROUNDS_MAX;
        long period = settings.repairPeriod().toMillis();
        schedule(isSoon ? SOON_MILLIS : period - (long) (upkeep.jitter() * period / 5));
    }

    /** A period is up to a fifth shorter by chance. */
    private long shortestPeriodMillis() {
        return settings.repairPeriod().toMillis() * 4 / 5;
    }

    /** The ranges in which every co-owner holds the same count as compared, if those that are suspect are too few. */
    private void markCompared(Round now) {
        for (int range = 0; range < RangeDigest.RANGES; range++) {
            int fewest = Math.min(settings.replicas(), digests.fewestReplicas(range));
            int each = range;
            boolean isEqual = now.different.values().stream().noneMatch(different -> different.get(each));
            if (isEqual && 2 * now.suspects < fewest) {
                compared.rangeCompared(range, now.epoch);
            }
        }
    }

    /** Settles keys that wait, as many a second and at a time as may be. */
    private void mend() {
        refill();
        while (!waiting.isEmpty() && inHand < settings.repairsMax() && tokens > 0) {
            Key key = waiting.iterator().next();
            waiting.remove(key);
            tokens--;
            inHand++;
            upkeep.settle(key, result -> mended(key, result));
        }
        if (!waiting.isEmpty() && tokens == 0 && !isPaused) {
            isPaused = true;
            delayed.after(Duration.ofMillis(PAUSE_MILLIS), () -> {
                isPaused = false;
                mend();
            });
        }
    }

    private void mended(Key key, Settlements.Result result) {
        inHand--;
        if (!isForeign(key)) {
            foreign.remove(key);
        } else if (result == Settlements.Result.EVEN) {
            foreign.remove(key);
            upkeep.drop(key);
        } else {
            // Its owners are to confirm that they have it.
            delayed.after(Duration.ofMillis(CONFIRM_MILLIS), () -> {
                waiting.add(key);
                mend();
            });
        }
        mend();
        tellProgress();
    }

    private boolean isForeign(Key key) {
        return RangeDigest.hash(key, upkeep.digest(key)) != 0
                && !node.view()
                        .isChangeOwner(key, upkeep.replicas(key), node.self().id());
    }

    private void refill() {
        long now = node.clock().millis();
        long more = (now - refilledMillis) * settings.repairsPerSecond() / 1_000;
        if (more > 0) {
            tokens = Math.min(tokens + more, settings.repairsPerSecond());
            refilledMillis = now;
        }
    }
}
