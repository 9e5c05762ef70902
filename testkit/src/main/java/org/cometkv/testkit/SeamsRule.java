package org.cometkv.testkit;

import org.cometkv.actors.seam.Seams;

/** The rule which seams a node of a kit is started on. */
public interface SeamsRule {

    /**
     * The seams of a life of a node.
     *
     * @param own the kit's: virtual time, the simulated network, members and chance
     */
    Seams of(int node, Seams own);
}
