package org.cometkv.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stays when an object's actor is restarted after a bug: the object as of its last commit, and whoever waits.
 *
 * <p>Not thread-safe; owned by one AsoActor after the other.
 */
final class Seat {

    /** A bug may strike an object this often within the window; then it is set aside. */
    private static final int FAILURES_MAX = 3;

    private static final long WINDOW_MILLIS = 60_000;

    /** The object that lives here; null until the first one is settled. */
    HostedObject object;

    /** What was under the key before the first object, and comes back if that is not settled. */
    Optional<Slot> before = Optional.empty();

    /** The request in hand; null if it was answered, or waits with its event. */
    ReplicaRequest serving;

    boolean isOver;

    private final List<ReplicaRequest> waiting = new ArrayList<>(0);
    private int waits;
    private int failures;
    private long sinceMillis;

    /** A bug struck; true if that was once too often. */
    boolean failed(long nowMillis) {
        if (failures == 0 || nowMillis - sinceMillis > WINDOW_MILLIS) {
            failures = 0;
            sinceMillis = nowMillis;
        }
        failures++;
        return failures > FAILURES_MAX;
    }

    /** The request in hand waits with its event; null if nobody asked for the event. */
    ReplicaRequest await() {
        ReplicaRequest request = serving;
        serving = null;
        waits++;
        if (request != null) {
            waiting.add(request);
        }
        return request;
    }

    /** The request is in hand again. */
    void resume(ReplicaRequest request) {
        waits--;
        waiting.remove(request);
        serving = request;
    }

    /** How many events wait. */
    int waits() {
        return waits;
    }

    /** Everyone who was not answered. */
    List<ReplicaRequest> unserved() {
        List<ReplicaRequest> all = new ArrayList<>(waiting);
        if (serving != null) {
            all.add(serving);
        }
        return all;
    }
}
