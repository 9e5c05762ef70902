package org.cometkv.actors.seam;

/** The seam to chance: the source of every random number of a node, of its id and its hash seeds too. Thread-safe. */
public interface Chance {

    /** A number that nobody can guess from those before; a simulation draws it from a seed. */
    long next();
}
