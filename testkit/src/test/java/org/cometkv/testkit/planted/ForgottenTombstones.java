package org.cometkv.testkit.planted;

import java.util.Optional;
import java.util.stream.Stream;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;

/**
 * A weakness of owners: what is over leaves no tombstone that others are told of. It is made by telling them that there
 * is nothing.
 */
record ForgottenTombstones() implements ItemRule {

    @Override
    public Stream<Wire.Item> arriving(int from, int to, boolean isPaused, Wire.Item item) {
        if (item instanceof Wire.Reply reply) {
            return Stream.of(new Wire.Reply(reply.id(), changed(reply.body())));
        }
        // Whoever hands one over is answered all the same.
        return Stream.of(
                item instanceof Wire.Transfer transfer && transfer.content() instanceof KeyContent.Gone
                        ? new Wire.Compare(transfer.id(), transfer.key())
                        : item);
    }

    private static ReplicaReply changed(ReplicaReply body) {
        if (body instanceof ReplicaReply.Compared compared && compared.digest() instanceof KeyDigest.Gone) {
            return new ReplicaReply.Compared(KeyDigest.NOTHING);
        }
        boolean isGone = body instanceof ReplicaReply.Fetched fetched
                && fetched.content().orElse(null) instanceof KeyContent.Gone;
        return isGone ? new ReplicaReply.Fetched(Optional.empty()) : body;
    }
}
