package org.cometkv.actors.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Result;

/**
 * The requests to one replica that are not answered yet: the one in hand, those whose events wait, and a merge.
 *
 * <p>Not thread-safe; owned by one AsoActor after the other.
 */
final class ServedRequests {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final WaitingEvents room;
    private final Clock clock;
    /** The request in hand; null if it was answered, or waits with its event. */
    private ReplicaRequest serving;
    /** The events that wait; null until the first one does. */
    private List<WaitingEvents.Wait> waiting;
    /** The merge that is under way; null while none is. */
    private ImageMerge merge;

    /** @param room for the events of the node that wait */
    ServedRequests(WaitingEvents room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    /** Whether none is in hand or waits, and no merge is under way. */
    boolean isIdle() {
        return serving == null && merge == null && (waiting == null || waiting.isEmpty());
    }

    /** Takes a request in hand. */
    void serve(ReplicaRequest request) {
        serving = request;
    }

    /** Answers the request in hand. */
    void answer(ReplicaReply reply) {
        ReplicaRequest served = serving;
        serving = null;
        served.replyTo().reply(reply);
    }

    /** Answers the request in hand that its event did not end well. */
    void answerNo(Outcome outcome) {
        answer(
                outcome.result() instanceof Result.Refused refused
                        ? new ReplicaReply.Refused(Refusal.of(Refusal.Reason.OBJECT, refused.reason()), outcome.usage())
                        : new ReplicaReply.Failed(Failure.of(outcome.result()), outcome.usage()));
    }

    /** A merge begins: it is told if it cannot end. */
    void begins(ImageMerge itsMerge) {
        merge = itsMerge;
    }

    /** The merge has ended. */
    void merged() {
        merge = null;
    }

    /** A bug struck: a merge changes nothing, and the request in hand is answered, if there is one still. */
    void answerBug() {
        abandonMerge();
        if (serving != null) {
            answer(ReplicaReply.Failed.INTERNAL);
        }
    }

    /** The replica has ended: the request in hand goes back to the supervisor. */
    void handBack() {
        ReplicaRequest served = serving;
        serving = null;
        served.abandoned();
    }

    /** Whether the change in hand waited longer than its terms allow, and must not begin. */
    boolean isTooLate(Wire.Change change) {
        int millis = change.terms().millis();
        return millis > 0 && clock.nanos() - serving.cameNanos() > millis * NANOS_PER_MILLI;
    }

    /** Whether the same change waits for its handler already. */
    boolean isWaitingFor(Wire.Change change) {
        return waiting != null
                && waiting.stream()
                        .flatMap(wait -> wait.request().stream())
                        .anyMatch(request -> request.body() instanceof Wire.Change other
                                && !(other instanceof Wire.Copy)
                                && other.version().equals(change.version()));
    }

    /** The event in hand waits from now on, holding so many bytes, and with it the request that caused it. */
    WaitingEvents.Wait waits(int held) {
        WaitingEvents.Wait wait = room.began(held, Optional.ofNullable(serving));
        serving = null;
        if (waiting == null) {
            waiting = new ArrayList<>(1);
        }
        waiting.add(wait);
        return wait;
    }

    /** The request of an event that waited is in hand again. */
    void resumes(WaitingEvents.Wait wait) {
        wait.ended();
        waiting.remove(wait);
        serving = wait.request().orElse(null);
    }

    /** The actor stops for good: nothing waits any more, and all unanswered requests go back to the supervisor. */
    void stop() {
        abandonMerge();
        if (waiting != null) {
            waiting.forEach(WaitingEvents.Wait::ended);
            waiting.forEach(wait -> wait.request().ifPresent(ReplicaRequest::abandoned));
        }
        if (serving != null) {
            serving.abandoned();
        }
    }

    private void abandonMerge() {
        if (merge != null) {
            merge.abandon();
        }
    }
}
