package org.cometkv.actors.replicas;

import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.objects.Slot;
import org.cometkv.routing.Key;

/**
 * The directory of what this node holds, by key: written by the ReplicaManager only, read by every thread, so that a
 * request finds its object without a detour.
 */
public final class Directory {

    private final ConcurrentHashMap<Key, Slot> slots = new ConcurrentHashMap<>();

    public Slot slot(Key key) {
        return slots.get(key);
    }

    void put(Key key, Slot slot) {
        slots.put(key, slot);
    }

    void remove(Key key) {
        slots.remove(key);
    }

    public int size() {
        return slots.size();
    }

    /** Hands a request to the object's actor if it runs; false if the ReplicaManager has to see to it. */
    public boolean offer(Key key, ReplicaRequest request) {
        if (slots.get(key) instanceof Slot.Active active) {
            active.actor().tell(request, ActorRef.noSender());
            return true;
        }
        return false;
    }
}
