package org.cometkv.testkit;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.cometkv.actors.Comet;

/** A node of a {@link ClusterKit}. */
public interface ClusterNode {

    /** The store, as seen from this node. */
    Comet comet();

    /** Its place among the kit's nodes, from 0. */
    int number();

    /** Whether it lives: it was not crashed and did not leave. A paused node lives. */
    boolean isUp();

    /**
     * Starts an actor of the test's own on this node, which ends with it.
     *
     * @param name unique among the actors of this node's present life
     */
    <T> ActorRef<T> spawn(Behavior<T> behavior, String name);
}
