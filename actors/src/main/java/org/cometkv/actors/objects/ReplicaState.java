package org.cometkv.actors.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.dispatch.RateMailbox;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Result;
import org.cometkv.aso.Standing;
import org.cometkv.aso.Value;

/**
 * The state of one replica that survives a restart of its actor: the object as of its last commit, its penalty, and
 * the requests that wait.
 *
 * <p>Not thread-safe; owned by one AsoActor after the other.
 */
public final class ReplicaState {

    /** Of a get without a request, about: key and caller. They are so many that counting each would be felt. */
    private static final int BARE_GET_BYTES = 256;

    private static final long RETRY_MILLIS = 100;

    private final CometSettings.Conduct settings;
    private final PenaltyCounts standings;
    private final ObjectUsage account = new ObjectUsage();
    private final List<ReplicaRequest> waiting = new ArrayList<>(0);
    private final List<WaitingEvents.Wait> waits = new ArrayList<>(0);

    /** The object that lives here; null until the first one is settled. */
    HostedObject object;

    /** What was under the key before the first object, and comes back if that is not settled. */
    Optional<Slot> before;

    /** The request in hand; null if it was answered, or waits with its event. */
    ReplicaRequest serving;

    boolean isOver;

    private RateMailbox.Lanes lanes;
    private int bytes;
    private PenaltyRule conduct;
    private int failures;
    private long sinceMillis;

    public ReplicaState(CometSettings.Conduct settings, PenaltyCounts standings, Optional<Slot> before) {
        this.settings = settings;
        this.standings = standings;
        this.before = before;
    }

    /** The mailbox of the object, before its first message comes out of it. */
    void meet(RateMailbox.Lanes itsLanes) {
        lanes = itsLanes;
    }

    /** The first object lives here, or another one in its place, against which nothing is held but a warning. */
    void settle(HostedObject newcomer, int itsBytes, long now) {
        if (object != null) {
            object.replaced();
        }
        object = newcomer;
        bytes = itsBytes;
        before = Optional.empty();
        release(now);
    }

    /** What the object that lives here counts for in quotas. */
    int bytes() {
        return bytes;
    }

    ObjectUsage account() {
        return account;
    }

    Standing standing() {
        return conduct == null ? Standing.ORDINARY : conduct.standing();
    }

    boolean isSetAside() {
        return standing() == Standing.SET_ASIDE;
    }

    /** Answers the request in hand. */
    void answer(ReplicaReply reply) {
        ReplicaRequest served = serving;
        serving = null;
        served.replyTo().reply(reply);
    }

    /** Tells the request in hand that its event did not end well. */
    void answerNo(Outcome outcome) {
        answer(
                outcome.result() instanceof Result.Refused refused
                        ? new ReplicaReply.Refused(Refusal.of(Refusal.Reason.OBJECT, refused.reason()), outcome.usage())
                        : new ReplicaReply.Failed(Failure.of(outcome.result()), outcome.usage()));
    }

    /** The object is over: the request in hand is for the manager. */
    void handBack() {
        ReplicaRequest served = serving;
        serving = null;
        served.abandoned();
    }

    /** Refuses the change if something newer came while its handler waited; whether it did. */
    boolean refuseOvertaken(Wire.Change change) {
        Optional<Refusal> older = isOver || object == null
                ? Optional.empty()
                : change.refusalOver(object.header().version());
        older.ifPresent(refusal -> answer(new ReplicaReply.Refused(refusal)));
        return older.isPresent();
    }

    /** When something is due next; what is set aside has nothing before its end. */
    long nextDeadline(long now, long wall) {
        return isSetAside() ? object.end(now, wall) : object.nextDeadline(now, wall);
    }

    /** Whether a handler of this name decides. */
    boolean asks(String handler) {
        return !isSetAside() && object.instance().handles(handler);
    }

    /** A request came in; what a client sends, the object may send as well. */
    void received(ReplicaRequest request, Clock clock) {
        Wire.ObjectRequest body = (Wire.ObjectRequest) request.body();
        boolean isBare = body instanceof Wire.Get get && get.request() == Value.NIL;
        account.received(isBare ? BARE_GET_BYTES : WireSize.of(body));
        if (body.caller().key().isEmpty()) {
            object.earn(body, clock);
        }
    }

    /** What a request gets while the first object here is still being put: its onPut waits. */
    ReplicaReply notYet(Wire.Request body, long wallMillis) {
        if (!(body instanceof Wire.Get)) {
            return new ReplicaReply.Refused(
                    Refusal.retry(Refusal.Reason.BUSY, "an object is being put under the key", RETRY_MILLIS));
        }
        // What it is to replace stays until it is stored.
        return before.filter(slot -> slot instanceof Slot.Passive value && !value.isExpired(wallMillis))
                .map(slot -> ((Slot.Passive) slot).answer())
                .orElseGet(ReplicaReply.Absent::new);
    }

    /** What a request to an object that is set aside gets; empty if it is none, or its writer's change of it. */
    Optional<ReplicaReply> answerAside(Wire.Request body) {
        boolean isOfWriter = body instanceof Wire.Change change
                && change.caller().writer().equals(object.header().writer());
        if (!isSetAside() || isOfWriter) {
            return Optional.empty();
        }
        account.refused();
        String why = account.lastError().orElse("it is not told why");
        return Optional.of(
                new ReplicaReply.Refused(Refusal.of(Refusal.Reason.SET_ASIDE, "the object is set aside: " + why)));
    }

    /** An event broke a limit that an object must not keep breaking. */
    void broke(long now) {
        Standing was = standing();
        conduct().broke(now);
        stand(was);
    }

    /** An event broke no such limit. */
    void behaved(Clock clock) {
        // Most objects never break one.
        if (conduct != null) {
            Standing was = standing();
            conduct.behaved(clock.millis());
            stand(was);
        }
    }

    /** What was set aside may run again. */
    void release(long now) {
        Standing was = standing();
        if (was == Standing.SET_ASIDE) {
            conduct.release(now);
            failures = 0;
            stand(was);
        }
    }

    /** A bug struck; true if that was once too often, and the object is set aside. */
    boolean failed(String bug, long now) {
        account.failed(bug);
        if (failures == 0 || now - sinceMillis > settings.restartsWindow().toMillis()) {
            failures = 0;
            sinceMillis = now;
        }
        failures++;
        if (failures <= settings.restartsMax()) {
            return false;
        }
        Standing was = standing();
        conduct().setAside();
        stand(was);
        return true;
    }

    /** The object ends here, and nothing of it waits any more. */
    void leave() {
        waits.forEach(WaitingEvents.Wait::ended);
        standings.moved(standing(), Standing.ORDINARY);
    }

    /** How the object that lives here stands. */
    ReplicaReply.Status status() {
        return new ReplicaReply.Status(
                object.header(),
                bytes,
                standing(),
                account.totals(object.sentBytes(), lanes.refusals()),
                account.lastError(),
                object.instance().log());
    }

    /** The event in hand waits, and with it the request in hand; null if nobody asked for the event. */
    ReplicaRequest await(WaitingEvents.Wait wait) {
        ReplicaRequest request = serving;
        serving = null;
        waits.add(wait);
        if (request != null) {
            waiting.add(request);
        }
        return request;
    }

    /** The event waits no more, and its request is in hand again. */
    void resume(WaitingEvents.Wait wait, ReplicaRequest request) {
        wait.ended();
        waits.remove(wait);
        waiting.remove(request);
        serving = request;
    }

    /** Everyone who was not answered. */
    List<ReplicaRequest> unserved() {
        List<ReplicaRequest> all = new ArrayList<>(waiting);
        if (serving != null) {
            all.add(serving);
        }
        return all;
    }

    private PenaltyRule conduct() {
        if (conduct == null) {
            conduct = new PenaltyRule(settings);
        }
        return conduct;
    }

    private void stand(Standing was) {
        standings.moved(was, standing());
        // What is set aside answers at once that it is.
        lanes.slow(standing() == Standing.SLOWED);
    }
}
