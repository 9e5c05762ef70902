package org.cometkv.actors;

import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.seam.Members;

/** A membership that changes by command only; all nodes of a test share it. */
final class FakeMembers implements Members {

    private final List<ActorRef<Event>> listeners = new ArrayList<>();
    private final List<Event> told = new ArrayList<>();

    @Override
    public synchronized void subscribe(ActorRef<Event> listener) {
        listeners.add(listener);
        told.forEach(listener::tell);
    }

    @Override
    public void leave() {}

    /** How many nodes are told. */
    synchronized int listeners() {
        return listeners.size();
    }

    /** Tells every node. */
    synchronized void tell(Event event) {
        told.add(event);
        listeners.forEach(listener -> listener.tell(event));
    }
}
