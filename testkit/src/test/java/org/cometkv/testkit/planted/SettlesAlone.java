package org.cometkv.testkit.planted;

import java.util.List;
import java.util.stream.Stream;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;

/**
 * A weakness of owners: they settle keys without a look at what others hold. It is made by telling them that others
 * hold nothing, and that all ranges are equal.
 */
record SettlesAlone() implements ItemRule {

    @Override
    public Stream<Wire.Item> arriving(int from, int to, boolean isPaused, Wire.Item item) {
        return Stream.of(item instanceof Wire.Reply reply ? new Wire.Reply(reply.id(), changed(reply.body())) : item);
    }

    private static ReplicaReply changed(ReplicaReply body) {
        if (body instanceof ReplicaReply.RangesCompared) {
            return new ReplicaReply.RangesCompared(ReplicaReply.RangesMatch.EQUAL, List.of());
        }
        return body instanceof ReplicaReply.Compared ? new ReplicaReply.Compared(KeyDigest.NOTHING) : body;
    }
}
