package org.cometkv.testkit.planted;

import java.util.stream.Stream;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;

/** A rule of what owners tell each other of live objects: images and digests. */
interface ImageRule extends ItemRule {

    /** The image that a node takes in place of this one. */
    Image image(int to, Image image);

    /** The digest that a node is told in place of this one. */
    default KeyDigest digest(KeyDigest digest) {
        return digest;
    }

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
        if (body instanceof ReplicaReply.Compared compared) {
            return new ReplicaReply.Compared(digest(compared.digest()));
        }
        return body instanceof ReplicaReply.Fetched fetched
                ? new ReplicaReply.Fetched(fetched.content().map(content -> content(to, content)))
                : body;
    }

    private KeyContent content(int to, KeyContent content) {
        return content instanceof Image image ? image(to, image) : content;
    }
}
