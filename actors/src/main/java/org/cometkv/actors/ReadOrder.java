package org.cometkv.actors;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.RoutingView;

/**
 * The order in which the nodes of a key are asked: owners in XOR order, the same for every reader, then the other
 * neighbors; suspects come last.
 *
 * @param owners those that should hold an object that has as many replicas as most, closest first
 * @param live how many at the head of the list are not suspect
 */
record ReadOrder(List<Contact> nodes, List<Contact> owners, int live) {

    ReadOrder {
        nodes = List.copyOf(nodes);
        owners = List.copyOf(owners);
    }

    /** The order by a view. */
    static ReadOrder of(RoutingView view, Key key, int replicas) {
        List<Contact> neighbors = view.neighbors(key);
        List<Contact> order = new ArrayList<>(neighbors.size());
        for (Contact contact : neighbors) {
            if (!view.isSuspect(contact.id())) {
                order.add(contact);
            }
        }
        int live = order.size();
        for (Contact contact : neighbors) {
            if (view.isSuspect(contact.id())) {
                order.add(contact);
            }
        }
        return new ReadOrder(order, view.owners(key, replicas), live);
    }

    int size() {
        return nodes.size();
    }

    /**
     * Whether these nodes, which hold nothing, say that there is nothing: every owner that is not suspect, and a
     * majority of all owners.
     */
    boolean isAbsence(List<Contact> absent) {
        int owning = 0;
        for (Contact owner : owners) {
            if (absent.contains(owner)) {
                owning++;
            } else if (nodes.indexOf(owner) < live) {
                return false;
            }
        }
        return owning > owners.size() / 2;
    }
}
