package org.cometkv.actors.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/**
 * The digests of what a node holds, by range and by the node with which it owns the keys together. A range is digested
 * again when something in it or the view has changed.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class PairDigests {

    /** What the node holds. */
    interface Held {

        KeyDigest digest(Key key);

        /** How many owners the key has. */
        int replicas(Key key);

        /** How many owners a key has under which that is held. */
        int replicas(KeyDigest digest);

        /** Whether what is held there is an object that replicates itself, which has no digest for others. */
        boolean isOnItsOwn(Key key);
    }

    private final KeyIndex index;
    private final ChangedRanges changed;
    private final Held held;
    private final NodeId self;
    /** The count of changes and the view with which each range was last digested. */
    private final int[] seenChanges = new int[RangeDigest.RANGES];

    private final long[] seenViews = new long[RangeDigest.RANGES];
    private final int[] fewestReplicas = new int[RangeDigest.RANGES];
    private final Map<NodeId, TreeMap<Integer, RangeDigest>> byPeer = new LinkedHashMap<>();
    /** Keys whose owners are others, and which are to be dropped once those have them. */
    private final Set<Key> foreign = new LinkedHashSet<>();
    /** Keys of the range digested last whose objects replicate themselves and of which this node is no neighbor. */
    private final List<Key> astray = new ArrayList<>();

    PairDigests(KeyIndex index, ChangedRanges changed, Held held, NodeId self) {
        this.index = index;
        this.changed = changed;
        this.held = held;
        this.self = self;
        Arrays.fill(fewestReplicas, Integer.MAX_VALUE);
    }

    /** A hash of the nodes that own keys by a view: with others, digests mean nothing to each other. */
    static long hash(RoutingView view) {
        long hash = 0;
        for (Contact contact : view.contacts()) {
            hash = hash * 31 + contact.id().point().a() + contact.port();
            // It owns no key any more.
            hash = view.isLeaving(contact.id()) ? hash * 31 + 1 : hash;
        }
        return hash;
    }

    /** Digests the range again if it is another than before; whether it was. */
    boolean refresh(int range, RoutingView view, long viewHash) {
        int changes = changed.count(range);
        if (seenChanges[range] == changes && seenViews[range] == viewHash) {
            return false;
        }
        seenChanges[range] = changes;
        seenViews[range] = viewHash;
        byPeer.values().forEach(ranges -> ranges.remove(range));
        fewestReplicas[range] = Integer.MAX_VALUE;
        astray.clear();
        index.forEach(range, key -> add(range, key, view));
        return true;
    }

    private void add(int range, Key key, RoutingView view) {
        KeyDigest digest = held.digest(key);
        long hash = RangeDigest.hash(key, digest);
        if (hash == 0) {
            if (held.isOnItsOwn(key) && !view.isNeighbor(key, self)) {
                astray.add(key);
            }
            return;
        }
        int replicas = held.replicas(digest);
        List<Contact> owners = view.changeOwners(key, replicas);
        if (owners.stream().noneMatch(owner -> owner.id().equals(self))) {
            foreign.add(key);
            return;
        }
        fewestReplicas[range] = Math.min(fewestReplicas[range], replicas);
        for (Contact owner : owners) {
            if (!owner.id().equals(self)) {
                byPeer.computeIfAbsent(owner.id(), peer -> new TreeMap<>())
                        .merge(range, new RangeDigest(range, hash, 1), (sum, one) -> sum.with(hash));
            }
        }
    }

    /** The keys of the range digested last whose objects replicate themselves and of which this node is no neighbor. */
    List<Key> astray() {
        return astray;
    }

    /** The fewest owners that a key has which is held in the range. */
    int fewestReplicas(int range) {
        return fewestReplicas[range];
    }

    /** The digest of everything that is held together with a node. */
    long combined(NodeId peer) {
        long hash = 0;
        for (RangeDigest digest : of(peer)) {
            hash = RangeDigest.combine(hash, digest);
        }
        return hash;
    }

    /** The digests of the ranges in which something is held together with a node. */
    List<RangeDigest> of(NodeId peer) {
        return byPeer.containsKey(peer) ? List.copyOf(byPeer.get(peer).values()) : List.of();
    }

    /** The comparison of a node's digests with those here. */
    RoundFindings.Ranges compare(NodeId peer, List<RangeDigest> theirs) {
        Map<Integer, RangeDigest> there = new LinkedHashMap<>();
        theirs.forEach(digest -> there.put(digest.range(), digest));
        return RoundFindings.Ranges.of(byPeer.getOrDefault(peer, new TreeMap<>()), there);
    }

    /** The keys of a range that are held together with a node, with the hash of each. */
    List<ReplicaReply.KeyHash> keys(int range, NodeId peer, RoutingView view) {
        List<ReplicaReply.KeyHash> keys = new ArrayList<>();
        index.forEach(range, key -> {
            KeyDigest digest = held.digest(key);
            long hash = RangeDigest.hash(key, digest);
            if (hash != 0
                    && keys.size() < ReplicaReply.KeysCompared.KEYS_MAX
                    && isShared(key, held.replicas(digest), peer, view)) {
                keys.add(new ReplicaReply.KeyHash(key, hash));
            }
        });
        return keys;
    }

    static Map<Key, Long> hashes(List<ReplicaReply.KeyHash> keys) {
        Map<Key, Long> hashes = new LinkedHashMap<>();
        keys.forEach(each -> hashes.put(each.key(), each.hash()));
        return hashes;
    }

    /** A key that this node holds though it is no owner; each is told once after it was digested. */
    Optional<Key> nextForeign() {
        if (foreign.isEmpty()) {
            return Optional.empty();
        }
        Key next = foreign.iterator().next();
        foreign.remove(next);
        return Optional.of(next);
    }

    private boolean isShared(Key key, int replicas, NodeId peer, RoutingView view) {
        boolean hasSelf = false;
        boolean hasPeer = false;
        for (Contact owner : view.changeOwners(key, replicas)) {
            hasSelf |= owner.id().equals(self);
            hasPeer |= owner.id().equals(peer);
        }
        return hasSelf && hasPeer;
    }
}
