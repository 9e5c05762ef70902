package org.cometkv.actors.objects;

import java.util.Optional;
import java.util.OptionalLong;
import org.cometkv.actors.conduct.HeldBytes;
import org.cometkv.actors.rest.ObjectNotes;
import org.cometkv.actors.rest.RestingImage;
import org.cometkv.actors.seam.HeldReplica;
import org.cometkv.actors.wire.Image;
import org.cometkv.aso.Totals;
import org.cometkv.timers.TimerSchedule;

/**
 * The passivation of one replica: the rule when its object comes to rest, its way there, and what it finds again when
 * it wakes.
 *
 * <p>Not thread-safe; owned by one AsoActor after the other. Times are monotonic milliseconds of the node's clock.
 */
public final class Passivation {

    /*
     * An object is looked at when it may have been idle for long enough, and not when it has something to do:
     *
     *   last request + after   nothing is due sooner than a whole "after" from then, no event waits, no request is
     *                          queued, and the last change is older than a deadline: it comes to rest
     *                          one of these: it is looked at again when that may be over
     */

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** How soon an object is looked at again that has something under way. */
    private static final long AGAIN_MILLIS = 1_000;

    /**
     * The things that an object finds again when it wakes.
     *
     * @param sinceMillis when it came to rest
     * @param found what was under the key before the put that made it, if that may be taken back
     */
    public record Recall(ObjectNotes notes, long sinceMillis, Optional<Optional<Slot>> found) {}

    private final ReplicaState state;
    private long activeMillis = Long.MIN_VALUE;
    private long changedMillis = Long.MIN_VALUE;

    Passivation(ReplicaState state) {
        this.state = state;
    }

    /** A request came in hand. */
    void onRequest(ReplicaRequest request) {
        activeMillis = Math.max(activeMillis, request.arrivedNanos() / NANOS_PER_MILLI);
        if (request.isChange()) {
            changedMillis = activeMillis;
        }
    }

    /** A timer fired, or the object woke. */
    void onEvent(long now) {
        activeMillis = now;
    }

    /** What lives here was changed or compared by others than requests. */
    void onUpkeep(long now) {
        activeMillis = now;
        changedMillis = now;
    }

    /** When the object is to be looked at, its next deadline being this one. */
    long due(long deadline) {
        long after = state.context().passivateAfterMillis();
        if (after == TimerSchedule.NEVER || state.isEmpty()) {
            return TimerSchedule.NEVER;
        }
        long due = Math.max(later(activeMillis, after), later(changedMillis, changesYoungMillis()));
        return deadline < later(due, after) ? TimerSchedule.NEVER : due;
    }

    private static long later(long instant, long millis) {
        if (instant == Long.MIN_VALUE) {
            return instant;
        }
        return instant + millis < instant ? TimerSchedule.NEVER : instant + millis;
    }

    private long changesYoungMillis() {
        return state.context().node().settings().requests().timeout().toMillis();
    }

    /** Lets the object come to rest if it is time. */
    void restIfIdle(long now, long deadline) {
        long due = due(deadline);
        if (due > now) {
            return;
        }
        if (!state.streams().isEmpty()) {
            // Subscribers stay for long, and so does a history: a look each second would find them again and again.
            activeMillis = now;
            return;
        }
        if (isBusy()) {
            activeMillis = now + AGAIN_MILLIS - state.context().passivateAfterMillis();
            return;
        }
        rest(now, deadline);
    }

    /** Lets the object come to rest now, unless something is under way or may yet be taken back; whether it does. */
    boolean restNow(long now, long deadline) {
        if (state.isOver() || state.isEmpty() || isBusy() || later(changedMillis, changesYoungMillis()) > now) {
            return false;
        }
        rest(now, deadline);
        return true;
    }

    private boolean isBusy() {
        return state.object().instance().waiting() > 0
                || !state.requests().isIdle()
                || state.conduct().hasRequests()
                || !state.streams().isEmpty();
    }

    private void rest(long now, long deadline) {
        HostedObject object = state.object();
        object.updates().forgetOld(state.wallMillis());
        Image image = object.image(now);
        RestingImage resting = resting(image, notes(object, now));
        int bytes = HeldBytes.asleep(resting.bytes());
        Slot.Resting slot = new Slot.Resting(image.header(), bytes, -1, false, now, Optional.of(resting));
        state.supervision().rest(slot, deadline);
    }

    private RestingImage resting(Image image, ObjectNotes notes) {
        long wall = state.wallMillis();
        if (!state.context().isStored()) {
            return RestingImage.of(image, notes, wall);
        }
        OptionalLong due =
                image.timers().values().stream().mapToLong(Long::longValue).min();
        return RestingImage.forStore(image, notes, wall, HeldBytes.asleep(), due);
    }

    private ObjectNotes notes(HostedObject object, long now) {
        Totals totals = state.conduct().totals(object.sentBytes());
        return new ObjectNotes(
                totals,
                state.conduct().usage().lastError(),
                object.instance().log(),
                state.conduct().penalty(now),
                object.budgetSnapshot(state.context().node().clock().nanos()),
                state.memory().retractedLeft(now));
    }

    /** The image of what lives here, or came to rest and is not taken away yet; empty if that is over. */
    Optional<Image> image(long now) {
        boolean isExpired =
                isThere() && state.object().isExpired(state.context().node().clock());
        if (!isThere() || isExpired) {
            return Optional.empty();
        }
        state.object().updates().forgetOld(state.wallMillis());
        return Optional.of(state.object().image(now));
    }

    /** As {@link #image}, for the TestKit. */
    Optional<HeldReplica> held() {
        return isThere()
                ? Optional.of(new HeldReplica(
                        state.object().header(),
                        state.object().instance().data().value()))
                : Optional.empty();
    }

    private boolean isThere() {
        return !state.isEmpty() && (!state.isOver() || state.supervision().hasRested());
    }

    /** The object woke and finds again what its image does not hold. */
    void recall(Recall recall) {
        ObjectNotes notes = recall.notes();
        HostedObject object = state.object();
        state.conduct().recall(notes, recall.sinceMillis());
        object.instance().recallLog(notes.log());
        notes.budget().ifPresent(budget -> object.recallBudget(budget, recall.sinceMillis() * NANOS_PER_MILLI));
        state.memory().recall(notes.retracted(), recall.sinceMillis());
        recall.found().ifPresent(state.memory()::madeBy);
        onEvent(state.context().node().clock().millis());
    }
}
