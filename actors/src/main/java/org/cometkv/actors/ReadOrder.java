package org.cometkv.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.RoutingView;

/**
 * The order in which the nodes of a key are asked: owners in XOR order, the same for every reader, then the other
 * neighbors; suspects come last.
 *
 * @param owners those that should hold an object that has as many replicas as most, closest first
 * @param live how many at the head of the list were not suspect
 * @param isSuspect whether a node is suspect by now
 */
record ReadOrder(List<Contact> nodes, List<Contact> owners, int live, Predicate<Contact> isSuspect) {

    ReadOrder {
        nodes = List.copyOf(nodes);
        owners = List.copyOf(owners);
    }

    /** An order of nodes none of which becomes suspect. */
    ReadOrder(List<Contact> nodes, List<Contact> owners, int live) {
        this(nodes, owners, live, node -> false);
    }

    /** The order by the view of this moment. */
    static ReadOrder of(Supplier<RoutingView> views, Key key, int replicas) {
        RoutingView view = views.get();
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
        return new ReadOrder(
                order, view.owners(key, replicas), live, node -> views.get().isSuspect(node.id()));
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
            } else if (nodes.indexOf(owner) < live && !isSuspect.test(owner)) {
                return false;
            }
        }
        return owning > owners.size() / 2;
    }
}
