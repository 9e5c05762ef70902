package org.cometkv.testkit.planted;

import java.util.stream.Stream;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;

/** A rule of the images of live objects that owners hand each other. */
interface ImageRule extends ItemRule {

    /** The image that a node takes in place of this one. */
    Image image(int to, Image image);

    /** Takes notice of what arrives. */
    default void seen(int from, int to, Wire.Item item) {}

    @Override
    default Stream<Wire.Item> arriving(int from, int to, boolean isPaused, Wire.Item item) {
        seen(from, to, item);
        if (item instanceof Wire.Transfer transfer) {
            return Stream.of(new Wire.Transfer(transfer.id(), content(to, transfer.content())));
        }
        return Stream.of(item instanceof Wire.Reply reply ? new Wire.Reply(reply.id(), body(to, reply.body())) : item);
    }

    private ReplicaReply body(int to, ReplicaReply body) {
        return body instanceof ReplicaReply.Fetched fetched
                ? new ReplicaReply.Fetched(fetched.content().map(content -> content(to, content)))
                : body;
    }

    private KeyContent content(int to, KeyContent content) {
        return content instanceof Image image ? image(to, image) : content;
    }
}
