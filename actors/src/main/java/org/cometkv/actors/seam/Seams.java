package org.cometkv.actors.seam;

/** The seams of one node: whatever reaches a node from outside comes through one of them. */
public record Seams(Clock clock, Network network, Members members, Chance chance, Store store, Witness witness) {

    /** The seams of a node without a disk that nobody observes. */
    public static Seams of(Clock clock, Network network, Members members, Chance chance) {
        return new Seams(clock, network, members, chance, Store.NONE, Witness.NONE);
    }
}
