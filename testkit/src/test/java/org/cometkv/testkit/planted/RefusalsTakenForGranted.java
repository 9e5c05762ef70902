package org.cometkv.testkit.planted;

import java.util.stream.Stream;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;

/**
 * A weakness of coordinators: they acknowledge without the first owner. It is made by telling them, where an owner's
 * object refused the change or its key is taken, that the owner took it.
 */
record RefusalsTakenForGranted() implements ItemRule {

    @Override
    public Stream<Wire.Item> arriving(int from, int to, boolean isPaused, Wire.Item item) {
        return Stream.of(
                item instanceof Wire.Reply reply && isRefusal(reply.body())
                        ? new Wire.Reply(reply.id(), new ReplicaReply.Stored(Usage.NONE))
                        : item);
    }

    private static boolean isRefusal(ReplicaReply body) {
        return body instanceof ReplicaReply.Refused refused
                && (refused.refusal().reason() == Refusal.Reason.OBJECT
                        || refused.refusal().reason() == Refusal.Reason.OCCUPIED);
    }
}
