package org.cometkv.testkit.planted;

import java.util.stream.Stream;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Usage;

/** A weakness of one node: it counts a unit of fuel more than the others. */
record OtherFuel(int node) implements ItemRule {

    @Override
    public Stream<Wire.Item> arriving(int from, int to, boolean isPaused, Wire.Item item) {
        return Stream.of(from == node && item instanceof Wire.Reply reply ? more(reply) : item);
    }

    private static Wire.Reply more(Wire.Reply reply) {
        if (reply.body() instanceof ReplicaReply.Answered answered) {
            return new Wire.Reply(
                    reply.id(),
                    new ReplicaReply.Answered(answered.value(), answered.version(), more(answered.usage())));
        }
        if (reply.body() instanceof ReplicaReply.Stored stored) {
            return new Wire.Reply(reply.id(), new ReplicaReply.Stored(more(stored.usage()), stored.replicas()));
        }
        return reply;
    }

    private static Usage more(Usage usage) {
        return new Usage(usage.fuel() + 1, usage.allocated(), usage.live());
    }
}
