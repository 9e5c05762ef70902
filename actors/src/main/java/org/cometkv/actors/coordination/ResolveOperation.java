package org.cometkv.actors.coordination;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.Operation;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * The word of a coordinator on how a change ended, repeated every second until each owner has heard it, is gone, or the
 * time is over. Nobody waits for it.
 */
final class ResolveOperation implements Operation<Void> {

    static final long REPEAT_MILLIS = 1_000;

    private final Key key;
    private final Version version;
    private final Wire.Resolution resolution;
    private final Coordination coordination;
    private final Set<Contact> untold;
    /** Those of them that may answer yet what they were told last. */
    private final Set<Contact> asked = new LinkedHashSet<>();

    ResolveOperation(
            Key key, Version version, Wire.Resolution resolution, List<Contact> nodes, Coordination coordination) {
        this.key = key;
        this.version = version;
        this.resolution = resolution;
        this.coordination = coordination;
        this.untold = new LinkedHashSet<>(nodes);
    }

    /** How long it may be repeated: a retract until nobody can take the change any more, other words ten times. */
    long millis() {
        return resolution == Wire.Resolution.RETRACTED ? 2 * coordination.deadlineMillis() : 10 * REPEAT_MILLIS;
    }

    @Override
    public Wire.Request request(long id) {
        return new Wire.Resolve(id, key, version, resolution);
    }

    @Override
    public NextStep<Void> begin() {
        return onAlarm();
    }

    @Override
    public NextStep<Void> onReply(Contact replica, ReplicaReply reply) {
        asked.remove(replica);
        if (reply instanceof ReplicaReply.Resolved || isFinal(reply)) {
            untold.remove(replica);
        }
        return next();
    }

    private static boolean isFinal(ReplicaReply reply) {
        return reply instanceof ReplicaReply.Refused refused
                && refused.refusal().retryAfterMillis().isEmpty();
    }

    @Override
    public NextStep<Void> onSilent(Contact replica) {
        asked.remove(replica);
        return next();
    }

    @Override
    public NextStep<Void> onGone(Contact replica) {
        untold.remove(replica);
        return next();
    }

    @Override
    public NextStep<Void> onAlarm() {
        untold.removeIf(node -> !coordination.isThere(node));
        if (untold.isEmpty()) {
            return new NextStep.End<>();
        }
        List<Contact> again = new ArrayList<>(untold);
        again.removeAll(asked);
        asked.addAll(again);
        return new NextStep.Alarm<>(REPEAT_MILLIS, new NextStep.Ask<>(again));
    }

    private NextStep<Void> next() {
        return untold.isEmpty() ? new NextStep.End<>() : new NextStep.Wait<>();
    }

    @Override
    public Void refused(Refusal refusal, Contact self) {
        throw new IllegalStateException("nobody asked for it, so that it cannot be refused: " + refusal);
    }

    @Override
    public NextStep<Void> onTimeout() {
        return new NextStep.End<>();
    }
}
