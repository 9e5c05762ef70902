package org.cometkv.actors.repair;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.NodeRequests;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.RoutingView;

/**
 * A round of repair: one comparison with all co-owners, one after the other, and then the mending of those ranges that
 * are this node's to mend, range by range as there is room, until the next round takes over with what is left.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class RepairRound {

    /**
     * The parts that all rounds of a node share.
     *
     * @param held what the node holds
     */
    record Parts(
            NodeContext node,
            NodeRequests requests,
            ComparedKeys compared,
            PairDigests.Held held,
            PairDigests digests,
            RangeRefresh refresh,
            EqualPeers equal,
            Mending mending,
            RepairRate rate) {}

    /** The keys of one range that differ. */
    private static final class RangeKeys {
        final int range;
        final ArrayDeque<Contact> toAsk;
        /** The owners that hold nothing, by key. */
        final Map<Key, Set<Contact>> lacking = new LinkedHashMap<>();
        /** Keys under which somebody holds something else. */
        final Set<Key> toSettle = new LinkedHashSet<>();

        boolean isComplete = true;

        RangeKeys(int range, List<Contact> differing) {
            this.range = range;
            this.toAsk = new ArrayDeque<>(differing);
        }

        void lacks(Key key, Contact owner) {
            lacking.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(owner);
        }
    }

    private static final Duration ASK = Duration.ofSeconds(2);

    private final Parts parts;
    private final IntPredicate mendsAll;
    private final Consumer<RepairRound> compared;
    private final RangeRefresh.Pass pass;
    private final int replicas;
    private final RoundFindings findings;
    private final ArrayDeque<Contact> toAsk = new ArrayDeque<>();
    private final ArrayDeque<Integer> toMend = new ArrayDeque<>();
    private boolean isInterrupted;
    private boolean isAbandoned;

    /**
     * A round by the present view.
     *
     * @param mendsAll told how much differs; whether to mend what others should
     * @param compared told once all were asked, unless it is abandoned or a new epoch begins
     */
    RepairRound(Parts parts, IntPredicate mendsAll, Consumer<RepairRound> compared) {
        this.parts = parts;
        this.mendsAll = mendsAll;
        this.compared = compared;
        NodeContext node = parts.node();
        this.pass = RangeRefresh.Pass.of(node);
        this.replicas = node.settings().replication().replicas();
        this.findings = new RoundFindings(pass.view(), node.self().id(), replicas);
    }

    /** The view by which it compares. */
    RoutingView view() {
        return pass.view();
    }

    /** Whether somebody could not be asked. */
    boolean isInterrupted() {
        return isInterrupted;
    }

    boolean hasDifferences() {
        return findings.differences() > 0;
    }

    /** Nothing more comes of it, but for keys that were given to be mended. */
    void abandon() {
        isAbandoned = true;
    }

    boolean isCurrent() {
        return !isAbandoned && pass.epoch() == parts.node().published().epoch();
    }

    /** Begins, once everything is digested. */
    void begin() {
        long now = parts.node().clock().millis();
        for (Contact peer : CoOwners.of(view(), parts.node().self().id(), replicas)) {
            if (view().isSuspect(peer.id())) {
                findings.suspect();
            } else if (parts.equal().contains(peer.id(), pass.epoch(), now)) {
                findings.found(peer, RoundFindings.Ranges.EQUAL);
            } else {
                toAsk.add(peer);
            }
        }
        askNext();
    }

    private void askNext() {
        Contact peer = toAsk.poll();
        if (peer == null) {
            allAsked();
            return;
        }
        // What has changed meanwhile is digested first, or the other would take it for a difference.
        parts.refresh().then(digested -> {
            if (isCurrent()) {
                ask(peer);
            }
        });
    }

    private void ask(Contact peer) {
        // Here: the request is made on the Gateway's thread, where what is held must not be looked at.
        long digest = parts.digests().combined(peer.id());
        ask(
                peer,
                id -> new Wire.CompareRanges(id, parts.node().self().id(), pass.viewHash(), digest),
                reply -> onRanges(peer, reply));
    }

    /** Asks a co-owner, and goes on with its reply while this is the current round. */
    private void ask(Contact peer, LongFunction<Wire.Request> request, Consumer<Optional<ReplicaReply>> then) {
        parts.requests().ask(peer, request, ASK, reply -> {
            if (isCurrent()) {
                then.accept(reply);
            }
        });
    }

    private void onRanges(Contact peer, Optional<ReplicaReply> reply) {
        if (reply.orElse(null) instanceof ReplicaReply.RangesCompared answer
                && answer.match() != ReplicaReply.RangesMatch.OTHER_VIEW) {
            parts.rate().payBytes((long) answer.digests().size() * RangeDigest.BYTES);
            findings.found(
                    peer,
                    answer.match() == ReplicaReply.RangesMatch.EQUAL
                            ? RoundFindings.Ranges.EQUAL
                            : parts.digests().compare(peer.id(), answer.digests()));
        } else {
            isInterrupted = true;
        }
        askNext();
    }

    private void allAsked() {
        if (!isInterrupted) {
            for (int range = 0; range < RangeDigest.RANGES; range++) {
                if (findings.isBestHere(range)) {
                    markCompared(range);
                }
            }
        }
        toMend.addAll(findings.toMend(mendsAll.test(findings.differences())));
        compared.accept(this);
        mendNext();
    }

    /** A range counts as compared if no co-owner holds anything newer, and those that are suspect are too few. */
    private void markCompared(int range) {
        if (findings.isEnough(Math.min(replicas, parts.digests().fewestReplicas(range)))) {
            parts.compared().rangeCompared(range, pass.epoch());
        }
    }

    private void mendNext() {
        if (!isCurrent()) {
            return;
        }
        Integer range = toMend.poll();
        if (range != null) {
            askKeys(new RangeKeys(range, findings.differing(range)));
        }
    }

    private void askKeys(RangeKeys keys) {
        Contact peer = keys.toAsk.poll();
        if (peer == null) {
            mend(keys);
            parts.mending().whenRoom(this::mendNext);
        } else if (findings.isLacking(peer, keys.range)) {
            parts.digests().keys(keys.range, peer.id(), view()).forEach(mine -> keys.lacks(mine.key(), peer));
            askKeys(keys);
        } else {
            ask(
                    peer,
                    id -> new Wire.CompareKeys(id, parts.node().self().id(), keys.range),
                    reply -> onKeys(keys, peer, reply));
        }
    }

    private void onKeys(RangeKeys keys, Contact peer, Optional<ReplicaReply> reply) {
        if (reply.orElse(null) instanceof ReplicaReply.KeysCompared theirs) {
            compare(keys, peer, theirs.keys());
        } else {
            keys.isComplete = false;
            isInterrupted = true;
        }
        askKeys(keys);
    }

    private void compare(RangeKeys keys, Contact peer, List<ReplicaReply.KeyHash> theirs) {
        parts.rate().payBytes((long) theirs.size() * ReplicaReply.KeyHash.BYTES);
        Map<Key, Long> there = PairDigests.hashes(theirs);
        for (ReplicaReply.KeyHash mine : parts.digests().keys(keys.range, peer.id(), view())) {
            Long other = there.remove(mine.key());
            if (other == null) {
                keys.lacks(mine.key(), peer);
            } else if (other != mine.hash()) {
                keys.toSettle.add(mine.key());
            }
        }
        keys.toSettle.addAll(there.keySet());
    }

    /** Gives the keys of a range to be mended; where all others hold less, this node has nothing to learn. */
    private void mend(RangeKeys keys) {
        if (keys.isComplete && keys.toSettle.isEmpty()) {
            markCompared(keys.range);
        }
        keys.toSettle.forEach(key -> mend(key, List.of()));
        keys.lacking.forEach((key, owners) -> {
            if (!keys.toSettle.contains(key)) {
                mend(key, List.copyOf(owners));
            }
        });
    }

    private void mend(Key key, List<Contact> lacking) {
        int holders = (int) view().changeOwners(key, parts.held().replicas(key)).stream()
                .filter(owner -> !view().isSuspect(owner.id()) && !lacking.contains(owner))
                .count();
        parts.mending().add(new MendingQueue.Task(key, holders, lacking));
    }
}
