package org.cometkv.actors;

/**
 * What stays when an object's actor is restarted after a bug: the object as of its last commit, and how often that was.
 *
 * <p>Not thread-safe; owned by one AsoActor after the other.
 */
final class Seat {

    /** A bug may strike an object this often within the window; then it is set aside. */
    private static final int FAILURES_MAX = 3;

    private static final long WINDOW_MILLIS = 60_000;

    /** The object that lives here; null until the first one is settled. */
    HostedObject object;

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
}
