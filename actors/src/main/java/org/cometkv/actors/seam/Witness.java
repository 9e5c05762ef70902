package org.cometkv.actors.seam;

import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.routing.Key;

/**
 * The seam to an observer who checks what a node does: told of every event and effect, on the thread that runs the
 * handler. Empty in production.
 */
public interface Witness {

    /** A witness who is told nothing. */
    Witness NONE = new Witness() {};

    /** An event of the object under this key ended. Its effects, where it has any, are told one by one after it. */
    default void event(Key key, Event event, Outcome outcome) {}

    /** The node performs an effect of the object under this key. */
    default void effect(Key key, Effect effect) {}
}
