package org.cometkv.actors;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.RoutingView;

/** The order in which the nodes of a key are asked. */
final class ReadOrder {

    private ReadOrder() {}

    /** Owners in XOR order, the same for every reader, then the other neighbors; suspects come last. */
    static List<Contact> forRead(RoutingView view, Key key) {
        List<Contact> neighbors = view.neighbors(key);
        List<Contact> order = new ArrayList<>(neighbors.size());
        for (Contact contact : neighbors) {
            if (!view.isSuspect(contact.id())) {
                order.add(contact);
            }
        }
        for (Contact contact : neighbors) {
            if (view.isSuspect(contact.id())) {
                order.add(contact);
            }
        }
        return order;
    }
}
