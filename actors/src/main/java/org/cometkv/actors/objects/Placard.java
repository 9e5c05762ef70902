package org.cometkv.actors.objects;

import java.util.Optional;
import org.cometkv.actors.wire.Header;
import org.cometkv.routing.Key;

/**
 * The header of the object under one key, written by its actor and read by its supervisor, who need not ask it.
 * Thread-safe.
 */
public final class Placard {

    /** A listener to all objects of a node. Thread-safe. */
    public interface Listener {

        /** The object has another header. */
        void changed(Key key);

        /** Handlers changed the object; told once until the next {@link Placard#saving}. */
        default void drifted(Key key) {}

        /** The object has ended, and its supervisor does not know yet. */
        default void ended(Key key) {}
    }

    private final Listener listener;
    private volatile Header header;
    /** Whether the listener knows that the object is another than was saved last. */
    private volatile boolean isDrifted;

    private int changes;

    /** @param listener the same for all objects of a node */
    public Placard(Listener listener) {
        this.listener = listener;
    }

    /** The header as of the last commit; empty until the first object is stored. */
    public Optional<Header> header() {
        return Optional.ofNullable(header);
    }

    /** The object is about to be asked for its image, to save it: what comes later is told again. */
    public void saving() {
        isDrifted = false;
    }

    void show(Header now) {
        header = now;
        listener.changed(now.key());
    }

    /** The first object lives here; that is no change if it slept. */
    void show(Header now, Optional<Slot> before) {
        header = now;
        if (before.filter(slot ->
                        slot instanceof Slot.Resting rested && rested.header().equals(now))
                .isEmpty()) {
            listener.changed(now.key());
        }
    }

    /**
     * An event of the object ended.
     *
     * @param itsChanges as the object's instance counts them
     * @param isTimed whether it may have set timers
     */
    void ran(Key key, int itsChanges, boolean isTimed) {
        if (itsChanges != changes || isTimed) {
            changes = itsChanges;
            if (!isDrifted) {
                isDrifted = true;
                listener.drifted(key);
            }
        }
    }
}
