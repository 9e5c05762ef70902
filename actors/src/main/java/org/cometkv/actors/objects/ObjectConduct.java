package org.cometkv.actors.objects;

import java.util.Optional;
import org.cometkv.actors.conduct.ObjectUsage;
import org.cometkv.actors.conduct.PenaltyRule;
import org.cometkv.actors.dispatch.RateMailbox;
import org.cometkv.actors.rest.ObjectNotes;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Standing;
import org.cometkv.aso.Totals;
import org.cometkv.routing.Key;

/**
 * The conduct of the object under one key: what its events cost, and its standing, which its mailbox and its supervisor
 * are told.
 *
 * <p>Not thread-safe; owned by one AsoActor after the other.
 */
final class ObjectConduct {

    private final ReplicaContext context;
    private final ObjectUsage usage = new ObjectUsage();
    private RateMailbox.RequestQueue queue;
    /** Null until a limit is broken or a bug met. */
    private PenaltyRule penalty;

    ObjectConduct(ReplicaContext context) {
        this.context = context;
    }

    /** The replica's mailbox, before its first message comes out of it. */
    void attach(RateMailbox.RequestQueue itsQueue) {
        queue = itsQueue;
    }

    /** Goes on from what its host noted when it came to rest. */
    void recall(ObjectNotes notes, long sinceMillis) {
        usage.recall(notes.totals(), notes.lastError());
        if (notes.penalty().isPresent()) {
            penalty = new PenaltyRule(context.conduct(), notes.penalty().get(), sinceMillis);
            context.hosting().penalties().moved(Standing.ORDINARY, standing());
            queue.slow(standing() == Standing.SLOWED);
        }
    }

    /** The state of its penalty, if it ever broke a limit. */
    Optional<PenaltyRule.Snapshot> penalty(long now) {
        return Optional.ofNullable(penalty).map(rule -> rule.snapshot(now));
    }

    /** Whether requests wait for it. */
    boolean hasRequests() {
        return queue.hasMessages();
    }

    /** What it did and cost so far, of which it sent so many bytes. */
    Totals totals(long sentBytes) {
        return usage.totals(sentBytes, queue.refusals());
    }

    ObjectUsage usage() {
        return usage;
    }

    /** An event of the object ended. */
    void ended(Key key, Outcome outcome) {
        boolean isBroken = usage.ended(outcome);
        // Most objects never break a limit.
        if (isBroken || penalty != null) {
            Standing was = standing();
            if (isBroken) {
                penalty().broke(now());
            } else {
                penalty.behaved(now());
            }
            moved(key, was, false);
        }
    }

    /** The actor met a bug; once too often, and the object is set aside. */
    void metBug(Key key, String bug) {
        usage.failed(bug);
        Standing was = standing();
        penalty().metBug(now());
        moved(key, was, true);
    }

    /** Lets the object run again if it is set aside. */
    void release(Key key) {
        if (isSetAside()) {
            penalty.release(now());
            moved(key, Standing.SET_ASIDE, false);
        }
    }

    /** The replica has ended. */
    void stop() {
        context.hosting().penalties().moved(standing(), Standing.ORDINARY);
    }

    Standing standing() {
        return penalty == null ? Standing.ORDINARY : penalty.standing();
    }

    boolean isSetAside() {
        return standing() == Standing.SET_ASIDE;
    }

    /** The refusal of a request because the object is set aside. */
    ReplicaReply refused() {
        usage.refused();
        Optional<String> why = usage.lastError();
        return new ReplicaReply.Refused(
                Refusal.of(Refusal.Reason.SET_ASIDE, "the object is set aside: " + why.orElse("it is not told why")));
    }

    private PenaltyRule penalty() {
        if (penalty == null) {
            penalty = new PenaltyRule(context.conduct());
        }
        return penalty;
    }

    private long now() {
        return context.node().clock().millis();
    }

    private void moved(Key key, Standing before, boolean isBug) {
        context.hosting().penalties().moved(before, standing());
        if (isSetAside() && before != Standing.SET_ASIDE) {
            context.supervisor().tell(new SupervisorMessage.SetAside(key, isBug));
        }
        // What is set aside answers at once that it is.
        queue.slow(standing() == Standing.SLOWED);
    }
}
