package org.cometkv.actors.peers;

import org.cometkv.actors.requests.ReplyTo;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;

/** The destination of requests and greetings that the Gateway lets in. */
public interface Inbound {

    /**
     * Takes a request to this node.
     *
     * @param arrivedNanos when it came, by the node's clock
     */
    void serve(Wire.Request request, ReplyTo replyTo, long arrivedNanos);

    /** Takes another node's greeting. */
    void greeted(Contact from, Wire.Hello hello);

    /** Takes notice that nobody listens at a node's address any more: its process has ended. */
    void ended(Contact node);

    /** Takes what a member says of a stream: {@link Wire.Deliver}, {@link Wire.StreamEnded} or {@link Wire.Credit}. */
    void streamed(Contact from, Wire.Item item);

    /** Takes the announcement of a member that it leaves, or the answer to this node's own. */
    void leaving(Contact from, Wire.Leaving leaving);
}
