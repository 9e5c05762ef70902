package org.cometkv.actors.seam;

/**
 * The seam to an observer who checks what a node does. Empty until events and effects are told to it, and in production
 * from then on.
 */
public interface Witness {

    /** A witness who is told nothing. */
    Witness NONE = new Witness() {};
}
