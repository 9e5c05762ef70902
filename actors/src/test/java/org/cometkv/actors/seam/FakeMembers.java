package org.cometkv.actors.seam;

import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** A membership that changes by command only; all nodes of a test share it. */
public final class FakeMembers implements Members {

    /** The one incarnation of nodes that were never started again. */
    public static final long INCARNATION = 1;

    private final List<ActorRef<Event>> listeners = new ArrayList<>();
    private final List<Event> told = new ArrayList<>();

    @Override
    public synchronized void subscribe(ActorRef<Event> listener) {
        listeners.add(listener);
        told.forEach(listener::tell);
    }

    @Override
    public long incarnation() {
        return INCARNATION;
    }

    /** How many nodes are told. */
    public synchronized int listeners() {
        return listeners.size();
    }

    /** Tells every node. */
    public synchronized void tell(Event event) {
        told.add(event);
        listeners.forEach(listener -> listener.tell(event));
    }
}
