package org.cometkv.actors.seam;

/** The seam to the disk. Empty while nodes hold everything in memory; storage gives it its methods. */
public interface Store {

    /** A store of a node without a disk. */
    Store NONE = new Store() {};
}
