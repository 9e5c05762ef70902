package org.cometkv.actors;

import org.cometkv.actors.seam.Wire;
import org.cometkv.routing.Contact;

/** The destination of requests and greetings that the Gateway lets in. */
interface Inbound {

    /**
     * Takes a request to this node.
     *
     * @param arrivedNanos when it came, by the node's clock
     */
    void serve(Wire.Request request, ReplyTo replyTo, long arrivedNanos);

    /** Takes another node's greeting. */
    void greeted(Contact from, Wire.Hello hello);
}
