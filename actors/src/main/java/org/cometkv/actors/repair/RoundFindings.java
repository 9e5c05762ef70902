package org.cometkv.actors.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/**
 * The findings of one round of repair: in which ranges each co-owner holds the same as this node, something else, or
 * nothing; and the rules which of these ranges this node mends, in which order, and which count as compared.
 *
 * <p>Of a range that differs one owner takes care, the first that is not suspect and does not hold far less there than
 * another: so a node that joins is handed each key once, and asks for none. Not thread-safe; owned by the
 * ReplicaManager.
 */
final class RoundFindings {

    /**
     * The ranges of one co-owner.
     *
     * @param different those in which it holds something else than this node
     * @param lacking of these, those in which it holds nothing and this node does
     * @param behindThere of these, those in which it holds less than half as many keys as this node
     * @param behindHere of these, those in which this node holds less than half as many keys
     */
    record Ranges(BitSet different, BitSet lacking, BitSet behindThere, BitSet behindHere) {

        static final Ranges EQUAL = none();

        private static Ranges none() {
            return new Ranges(new BitSet(), new BitSet(), new BitSet(), new BitSet());
        }

        /** The comparison of the digests of both sides, by range. */
        static Ranges of(Map<Integer, RangeDigest> here, Map<Integer, RangeDigest> there) {
            Ranges ranges = none();
            here.forEach((range, mine) -> ranges.compare(mine, there.getOrDefault(range, nothing(range))));
            there.forEach((range, theirs) -> ranges.compare(here.getOrDefault(range, nothing(range)), theirs));
            return ranges;
        }

        private static RangeDigest nothing(int range) {
            return new RangeDigest(range, 0, 0);
        }

        private void compare(RangeDigest mine, RangeDigest theirs) {
            int range = mine.range();
            if (mine.hash() == theirs.hash() && mine.keys() == theirs.keys()) {
                return;
            }
            different.set(range);
            lacking.set(range, theirs.keys() == 0);
            behindThere.set(range, 2L * theirs.keys() < mine.keys());
            behindHere.set(range, 2L * mine.keys() < theirs.keys());
        }
    }

    private final RoutingView view;
    private final NodeId self;
    private final int replicas;
    private final Map<Contact, Ranges> byPeer = new LinkedHashMap<>();
    private int suspects;

    /** @param replicas how many owners most keys have */
    RoundFindings(RoutingView view, NodeId self, int replicas) {
        this.view = view;
        this.self = self;
        this.replicas = replicas;
    }

    void found(Contact peer, Ranges ranges) {
        byPeer.put(peer, ranges);
    }

    /** One co-owner more is suspect and was not asked. */
    void suspect() {
        suspects++;
    }

    /** How many ranges differ, each counted for each co-owner. */
    int differences() {
        return byPeer.values().stream()
                .mapToInt(ranges -> ranges.different.cardinality())
                .sum();
    }

    /** The co-owners that hold something else in a range. */
    List<Contact> differing(int range) {
        return byPeer.keySet().stream().filter(peer -> isDifferent(peer, range)).toList();
    }

    /** Whether the co-owner holds nothing in a range in which this node does. */
    boolean isLacking(Contact peer, int range) {
        return byPeer.containsKey(peer) && byPeer.get(peer).lacking.get(range);
    }

    /** Whether no co-owner holds anything in the range that this node does not, as far as ranges tell. */
    boolean isBestHere(int range) {
        return byPeer.keySet().stream().allMatch(peer -> !isDifferent(peer, range) || isLacking(peer, range));
    }

    private boolean isDifferent(Contact peer, int range) {
        return byPeer.get(peer).different.get(range);
    }

    /** Whether those that were not asked are too few to matter for keys of so many owners. */
    boolean isEnough(int fewestOwners) {
        return 2 * suspects < fewestOwners;
    }

    /**
     * The ranges that this node mends, the most endangered first: those that the fewest co-owners hold as it does.
     *
     * @param isAll whether it mends whatever differs, because nobody else did
     */
    List<Integer> toMend(boolean isAll) {
        BitSet different = new BitSet();
        byPeer.values().forEach(ranges -> different.or(ranges.different));
        List<Integer> mended = new ArrayList<>();
        different.stream().filter(range -> isAll || isMendedHere(range)).forEach(mended::add);
        mended.sort(Comparator.comparingInt(this::holders));
        return mended;
    }

    private boolean isMendedHere(int range) {
        return mender(range).filter(owner -> owner.id().equals(self)).isPresent();
    }

    /** The first owner that is not suspect and, as far as this node knows, not far behind. */
    private Optional<Contact> mender(int range) {
        for (Contact owner : view.changeOwners(RangeDigest.firstKey(range), replicas)) {
            if (!view.isSuspect(owner.id()) && !isBehind(owner, range)) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }

    private boolean isBehind(Contact owner, int range) {
        return owner.id().equals(self)
                ? byPeer.values().stream().anyMatch(ranges -> ranges.behindHere.get(range))
                : byPeer.containsKey(owner) && byPeer.get(owner).behindThere.get(range);
    }

    /** Nodes that hold in a range what this one does, itself among them. */
    private int holders(int range) {
        return 1
                + (int) byPeer.keySet().stream()
                        .filter(peer -> !isDifferent(peer, range))
                        .count();
    }
}
