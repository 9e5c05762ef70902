package org.cometkv.actors.seam;

import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;

/**
 * The seam to the network: carries a {@link Wire.Frame} to a peer at most once, in order, without a word when it is
 * lost. Thread-safe.
 */
public interface Network {

    /** The address at which others reach this node. */
    Contact self();

    /** Delivers what arrives for this node to its Gateway from now on. */
    void bind(ActorRef<GatewayMessage> gateway);

    /** A way to the node at this address; nothing is sent by asking for it. */
    Link link(String host, int port);

    /**
     * Looks whether anybody listens at this address, and tells if the system there says that nobody does: the process
     * has ended. Tells nothing where it cannot know, of a process that stands still, or if nobody answers.
     *
     * @param refused told on any thread
     */
    default void look(String host, int port, Runnable refused) {}

    /** A way to one peer. */
    interface Link {

        /** Sends without waiting. */
        void send(Wire.Frame frame);
    }
}
