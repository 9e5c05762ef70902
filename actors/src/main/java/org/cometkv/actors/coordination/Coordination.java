package org.cometkv.actors.coordination;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.RoutingView;

/**
 * The view, versions and time that all changes of one node share. Thread-safe.
 *
 * @param view the nodes as they are known now
 * @param versions gives a version newer than all that this node has heard of
 * @param millis monotonic time
 * @param deadlineMillis the deadline of a request
 */
public record Coordination(
        Supplier<RoutingView> view,
        Supplier<Version> versions,
        LongSupplier millis,
        long deadlineMillis,
        ChangeCounts counts) {

    /** The owners of a key for changes, closest first. */
    List<Contact> owners(Key key, int replicas) {
        return view.get().changeOwners(key, replicas);
    }

    /** Whether it is a member still. */
    boolean isThere(Contact node) {
        return view.get().contact(node.id()).filter(node::equals).isPresent();
    }
}
