package org.cometkv.actors.seam;

import org.apache.pekko.actor.typed.ActorRef;

/** The seam to the cluster: its members as far as this node can tell. */
public interface Members {

    /** Tells the listener of everyone who is a member already, and of every change from then on. */
    void subscribe(ActorRef<Event> listener);

    /** The incarnation of this node, as the others are told it. */
    long incarnation();

    /**
     * A change of the membership. Members are known by address and incarnation; their ids come with their greeting.
     *
     * <p>Each start of a node at an address is another incarnation: a number that no other start there has.
     */
    interface Event {}

    /** The node at this address is a member. This node is told of itself as well. */
    record Joined(String host, int port, long incarnation) implements Event {}

    /**
     * Everyone who was a member when this node became one has been told. It comes after this node's own joining, once
     * or more.
     */
    record Known() implements Event {}

    /** The member does not answer; it is still a member. */
    record Suspected(String host, int port, long incarnation) implements Event {}

    /** The suspected member answers again. */
    record Recovered(String host, int port, long incarnation) implements Event {}

    /** The node is no member any more. */
    record Gone(String host, int port, long incarnation) implements Event {}

    /** This node itself was removed from the cluster. */
    record Downed() implements Event {}
}
