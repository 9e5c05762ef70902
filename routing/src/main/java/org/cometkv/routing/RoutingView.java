package org.cometkv.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The nodes that may own keys, as one node knows them at one moment.
 *
 * <p>Immutable, so that any thread may read it. Suspect nodes are still owners; they are asked last.
 */
public final class RoutingView {

    /** How many nodes closest to a key are its neighbors: Kademlia's k. */
    public static final int K = 20;

    private static final int KEY_BITS = 8 * Key.BYTES;

    private final Contact[] sorted;
    private final Set<NodeId> suspects;
    private final Set<NodeId> leavers;

    private RoutingView(Contact[] sorted, Set<NodeId> suspects, Set<NodeId> leavers) {
        this.sorted = sorted;
        this.suspects = suspects;
        this.leavers = leavers;
    }

    /**
     * A view of these contacts, none of which is leaving.
     *
     * @throws IllegalArgumentException if two contacts have the same id
     */
    public static RoutingView of(Collection<Contact> contacts, Set<NodeId> suspects) {
        return of(contacts, suspects, Set.of());
    }

    /**
     * A view of these contacts.
     *
     * @param leavers those of them that have announced that they leave
     * @throws IllegalArgumentException if two contacts have the same id
     */
    public static RoutingView of(Collection<Contact> contacts, Set<NodeId> suspects, Set<NodeId> leavers) {
        Contact[] sorted = contacts.toArray(Contact[]::new);
        Arrays.sort(sorted, Comparator.comparing(Contact::id));
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i].id().equals(sorted[i - 1].id())) {
                throw new IllegalArgumentException("two contacts have the id " + sorted[i].id());
            }
        }
        return new RoutingView(sorted, Set.copyOf(suspects), Set.copyOf(leavers));
    }

    /** A view without any node. */
    public static RoutingView empty() {
        return new RoutingView(new Contact[0], Set.of(), Set.of());
    }

    /** All contacts in the order of their ids. */
    public List<Contact> contacts() {
        return List.of(sorted);
    }

    /** The contact with this id. */
    public Optional<Contact> contact(NodeId id) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = sorted[middle].id().compareTo(id);
            if (order == 0) {
                return Optional.of(sorted[middle]);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** Whether the node is thought to be unreachable at the moment. */
    public boolean isSuspect(NodeId id) {
        return suspects.contains(id);
    }

    /** Whether the node hands over what it holds and then leaves: it goes on serving gets and takes no changes. */
    public boolean isLeaving(NodeId id) {
        return leavers.contains(id);
    }

    /**
     * The owners of a key whom a get may ask: the {@code n} closest nodes, closest first, or all where there are fewer.
     * Those that leave are among them until they are gone.
     */
    public List<Contact> owners(Key key, int n) {
        return closest(key, n);
    }

    /** Whether the node is the closest one to the key that is not suspect. */
    public boolean isFirst(Key key, NodeId id) {
        List<Contact> first = closest(key, 1);
        if (first.isEmpty() || !isSuspect(first.get(0).id())) {
            return !first.isEmpty() && first.get(0).id().equals(id);
        }
        return isFirst(key, sorted.length, id);
    }

    /** Whether the node is the closest one to the key that is not suspect, and one of the {@code n} closest. */
    public boolean isFirst(Key key, int n, NodeId id) {
        for (Contact contact : closest(key, n)) {
            if (!isSuspect(contact.id())) {
                return contact.id().equals(id);
            }
        }
        return false;
    }

    /**
     * The owners of a key that a change is for: the {@code n} closest nodes that do not leave, closest first, or all of
     * those where there are fewer. Where all nodes leave, they are the owners still.
     */
    public List<Contact> changeOwners(Key key, int n) {
        if (leavers.isEmpty()) {
            return owners(key, n);
        }
        List<Contact> staying = new ArrayList<>(closest(key, n + leavers.size()));
        staying.removeIf(contact -> isLeaving(contact.id()));
        if (staying.isEmpty()) {
            return owners(key, n);
        }
        return staying.size() <= n ? staying : staying.subList(0, n);
    }

    /** The neighbors of a key: its {@link #K} closest nodes, closest first. */
    public List<Contact> neighbors(Key key) {
        return closest(key, K);
    }

    /** Whether the node is one of the neighbors of the key. */
    public boolean isNeighbor(Key key, NodeId id) {
        return isAmong(neighbors(key), id);
    }

    /** Whether the node is one of the {@code n} owners of the key, of those that changes are for or of those before. */
    public boolean isOwner(Key key, int n, NodeId id) {
        return isAmong(owners(key, n), id) || isChangeOwner(key, n, id);
    }

    /** Whether the node is one of the {@code n} owners of the key that a change is for. */
    public boolean isChangeOwner(Key key, int n, NodeId id) {
        return isAmong(changeOwners(key, n), id);
    }

    private static boolean isAmong(List<Contact> contacts, NodeId id) {
        for (Contact contact : contacts) {
            if (contact.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The {@code n} contacts closest to the key, closest first, or all where there are fewer.
     *
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public List<Contact> closest(Key key, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("the closest 0 or more contacts can be asked for, not " + n);
        }
        List<Contact> found = new ArrayList<>(Math.min(n, sorted.length));
        collect(key, n, 0, sorted.length, 0, found);
        return found;
    }

    /*
     * Sorted ids are a binary trie laid flat: all ids that agree on the first bits lie side by side. Whatever shares
     * the key's next bit is closer to it than whatever does not, so visiting that side first gives the exact order
     * without computing a distance. Work is bounded by n paths of at most 256 bits.
     */
    private void collect(Key key, int n, int from, int to, int bit, List<Contact> found) {
        if (from >= to || found.size() >= n) {
            return;
        }
        if (to - from == 1 || bit == KEY_BITS) {
            found.add(sorted[from]);
            return;
        }
        int split = firstWithBit(from, to, bit);
        if (key.bit(bit)) {
            collect(key, n, split, to, bit + 1, found);
            collect(key, n, from, split, bit + 1, found);
        } else {
            collect(key, n, from, split, bit + 1, found);
            collect(key, n, split, to, bit + 1, found);
        }
    }

    private int firstWithBit(int from, int to, int bit) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle].id().point().bit(bit)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
