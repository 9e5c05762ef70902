package org.cometkv.actors.objects;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.authorization.CallChain;
import org.cometkv.actors.changes.UpdateLog;
import org.cometkv.actors.conduct.HeldBytes;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.RecentUpdates;
import org.cometkv.aso.Accept;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;

/**
 * A merge of an image from another owner into what lives here; nothing else of the key comes in between.
 *
 * <p>Not thread-safe; owned by an AsoActor.
 */
final class ImageMerge {

    /*
     * The higher one stays, and no update of the other is lost where every one counts:
     *
     *   the image beats what lives here    it is loaded, the own recent updates that it lacks run on it,
     *                                      then it takes the place, in one step
     *   else, of the same lineage          its recent updates that are lacking here run on what lives here
     *   else                               nothing
     *
     * Content with a change that was taken back counts as nothing here, and is never taken from elsewhere; but it does
     * not make room for what lacks a change that stands. No handler runs but onUpdate for those updates, and without
     * effects: they had them where they ran first.
     */

    /** The continuation of a merge. */
    interface WhenMerged {

        /** @param isTaken whether anything of the image was taken */
        void merged(boolean isTaken);
    }

    /** The check of an update that runs once more: one that wants to replace the object, is none. */
    private static final EventRunner.Check SILENT = new EventRunner.Check() {
        @Override
        public boolean keeps(Value result) {
            return result != Value.Bool.TRUE;
        }

        @Override
        public boolean isSilent() {
            return true;
        }
    };

    private final ReplicaState state;
    private final EventRunner events;
    private final Image image;
    private final Deque<RecentUpdates.Update> lacking = new ArrayDeque<>();
    /** Null once it was told. */
    private WhenMerged whenMerged;

    private boolean isTaken;
    private long timersSinceMillis;

    private ImageMerge(ReplicaState state, EventRunner events, Image image, WhenMerged whenMerged) {
        this.state = state;
        this.events = events;
        this.image = image;
        this.whenMerged = whenMerged;
        this.timersSinceMillis = state.context().node().clock().millis();
    }

    static ImageMerge of(ReplicaState state, EventRunner events, Image image, WhenMerged whenMerged) {
        return new ImageMerge(state, events, image, whenMerged);
    }

    /** Takes what is newer or lacking here. */
    void begin() {
        begin(false);
    }

    /** @param isGivingWay whether the image comes in the place of what lives here though it be older */
    void begin(boolean isGivingWay) {
        state.requests().begins(this);
        boolean holdsRetracted =
                isGivingWay && !state.isEmpty() && state.memory().isIn(state.object());
        boolean isRefused = holdsRetracted
                ? !state.memory().givesWayTo(image, state.object())
                : state.memory().refuses(image);
        if (state.isOver() || isRefused) {
            end();
        } else if (image.digest().beats(isGivingWay && state.isEmpty() ? KeyDigest.NOTHING : state.soundDigest())) {
            takePlace();
        } else if (!state.isEmpty() && isOfSameLineage(state.object())) {
            lacking.addAll(lacking(image.recent(), state.object().updates()));
            runNext(state.object(), this::end);
        } else {
            end();
        }
    }

    /**
     * Lets the image live here whatever there was: its supervisor has compared it.
     *
     * @param sinceMillis the instant from which on its timers have what is left of their times
     */
    void restore(long sinceMillis) {
        timersSinceMillis = sinceMillis;
        state.requests().begins(this);
        if (state.memory().refuses(image)) {
            end();
        } else {
            takePlace();
        }
    }

    /** A bug struck, or the actor stops. */
    void abandon() {
        end();
    }

    private void takePlace() {
        if (image.isPassive()) {
            Slot.Passive.of(image, state.context().node().limits()).ifPresentOrElse(this::store, this::end);
            return;
        }
        ArrivingObject arriving = ArrivingObject.of(image, state.context().hosting());
        events.load(arriving, loaded -> {
            if (!loaded.isCommitted()) {
                end();
                return;
            }
            HostedObject arrived = arriving.object(timersSinceMillis);
            if (!state.isEmpty() && isOfSameLineage(state.object())) {
                lacking.addAll(lacking(state.object().recent(), arrived.updates()));
            }
            runNext(arrived, () -> store(arrived));
        });
    }

    private boolean isOfSameLineage(HostedObject object) {
        return object.header().accept() == Accept.ALL
                && object.header().lineage().equals(image.header().lineage());
    }

    private List<RecentUpdates.Update> lacking(RecentUpdates from, UpdateLog at) {
        return UpdateLog.lacking(from, at, state.wallMillis()).stream()
                .filter(update -> !state.memory().isRetracted(update.version()))
                .toList();
    }

    /** Runs what is lacking one by one, each in a turn of its own: there may be thousands. */
    private void runNext(HostedObject object, Runnable whenDone) {
        if (whenMerged == null) {
            // A bug struck in between, and it was abandoned.
            return;
        }
        RecentUpdates.Update next = lacking.poll();
        if (next == null) {
            whenDone.run();
            return;
        }
        RecentUpdates.Call call = next.call().orElseThrow();
        Event.Update event = PendingChange.updateOf(call.caller().withVersion(next.version()), call.data());
        CallChain chain = CallChain.causedBy(call.caller(), object.header());
        events.run(object, event, chain, SILENT, outcome -> {
            onRun(object, next, call, outcome);
            events.later(() -> runNext(object, whenDone));
        });
    }

    private void onRun(HostedObject object, RecentUpdates.Update update, RecentUpdates.Call call, Outcome outcome) {
        boolean isAccepted =
                outcome.result() instanceof Result.Completed completed && completed.value() != Value.Bool.TRUE;
        if (outcome.isCommitted()) {
            state.committedSilently(object, outcome.effects());
        }
        if (isAccepted) {
            state.accepted(object, update.version(), call, object.header().serial());
            isTaken = true;
        }
    }

    private void store(HostedObject arrived) {
        if (state.noRoom(HeldBytes.charge(image)).isEmpty()) {
            if (!state.isEmpty()) {
                arrived.inheritBudget(state.object());
                if (state.object().header().lineage().equals(arrived.header().lineage())) {
                    arrived.continueTimer(state.object());
                }
            }
            arrived.header(state.inPlace(arrived.header()));
            state.store(arrived);
            state.arm();
            isTaken = true;
        }
        end();
    }

    private void store(Slot.Passive passive) {
        if (state.noRoom(passive.charge()).isEmpty()) {
            state.end(Optional.of(passive.with(state.inPlace(passive.header()))));
            isTaken = true;
        }
        end();
    }

    private void end() {
        WhenMerged told = whenMerged;
        if (told != null) {
            whenMerged = null;
            state.requests().merged();
            told.merged(isTaken);
        }
    }
}
