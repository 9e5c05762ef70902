package org.cometkv.actors.peers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;

/**
 * The other nodes that this one has to do with: for each id the one at the address that was last used.
 *
 * <p>Bounded, and strangers apart: however many of them come, a member's window and rates are kept. Of the one that has
 * to go, what waits is sent all the same. Not thread-safe; owned by the Gateway.
 */
final class PeerTable {

    /** More than a cluster has, however often its nodes come and go. */
    static final int MEMBERS_MAX = 8_192;

    /** A node is a stranger for a moment only, before it is a member and after. */
    static final int STRANGERS_MAX = 1_024;

    private final Predicate<Contact> isMember;
    private final Function<Contact, Peer> made;
    private final Map<NodeId, Peer> members = recentlyUsed(MEMBERS_MAX);
    private final Map<NodeId, Peer> strangers = recentlyUsed(STRANGERS_MAX);

    /** @param made a peer that nothing was sent to yet */
    PeerTable(Predicate<Contact> isMember, Function<Contact, Peer> made) {
        this.isMember = isMember;
        this.made = made;
    }

    /** The peer at this contact. */
    Peer at(Contact contact) {
        Peer member = members.get(contact.id());
        // A node that was started again under its configured id may have another address.
        if (isAt(member, contact)) {
            return member;
        }
        Peer stranger = strangers.get(contact.id());
        Peer peer = isAt(stranger, contact) ? stranger : made.apply(contact);
        if (isMember.test(contact)) {
            strangers.remove(contact.id(), peer);
            members.put(contact.id(), peer);
        } else if (peer != stranger) {
            strangers.put(contact.id(), peer);
        }
        return peer;
    }

    /** The peer is gone, and given back if it was known; not another one that has its id by now. */
    Optional<Peer> forget(Contact contact) {
        for (Map<NodeId, Peer> known : List.of(members, strangers)) {
            Peer peer = known.get(contact.id());
            if (isAt(peer, contact)) {
                known.remove(contact.id());
                return Optional.of(peer);
            }
        }
        return Optional.empty();
    }

    /** The sum of a count of each. */
    int sum(ToIntFunction<Peer> count) {
        return members.values().stream().mapToInt(count).sum()
                + strangers.values().stream().mapToInt(count).sum();
    }

    private static boolean isAt(Peer peer, Contact contact) {
        return peer != null && peer.contact().equals(contact);
    }

    private static Map<NodeId, Peer> recentlyUsed(int max) {
        return new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<NodeId, Peer> eldest) {
                return size() > max;
            }
        };
    }
}
