package org.cometkv.actors.objects;

import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cometkv.actors.changes.ChangeOutcomes;
import org.cometkv.actors.changes.ChangeOutcomes.Outcome;
import org.cometkv.actors.changes.ChangeRule;
import org.cometkv.actors.changes.Retraction;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Accept;
import org.cometkv.aso.Version;

/**
 * The memory that a replica has of changes: those that were taken back for two deadlines, and the updates that its
 * object took.
 *
 * <p>Not thread-safe; owned by one AsoActor after the other.
 */
final class ChangeMemory implements ChangeRule.Memory {

    static final ReplicaReply RETRACTED = new ReplicaReply.Refused(ChangeOutcomes.REFUSAL);

    private final ReplicaState state;
    /** Null until one was told. */
    private ChangeOutcomes outcomes;
    /** The slot as the put found it that made what lives here in an empty one; null if none did. */
    private Optional<Slot> found;

    ChangeMemory(ReplicaState state) {
        this.state = state;
    }

    /** What lives here was made in an empty slot, as it is told; or null if it was not. */
    void madeBy(Optional<Slot> emptySlot) {
        found = emptySlot;
    }

    /** What was taken back, with the milliseconds for which each is refused still. */
    Map<Version, Long> retractedLeft(long now) {
        return outcomes == null ? Map.of() : outcomes.retractedLeft(now);
    }

    /** Remembers again what was taken back, with what was left of each one's time at an instant. */
    void recall(Map<Version, Long> left, long thenMillis) {
        if (!left.isEmpty()) {
            outcomes().recall(left, thenMillis);
        }
    }

    /** The change of this version ended so. */
    Retraction resolve(Version change, Wire.Resolution resolution) {
        switch (resolution) {
            case RETRACTED -> {
                retract(change);
                return undo(change);
            }
            case OVERRULED -> outcomes().add(change, Outcome.ACKNOWLEDGED, clock().millis());
            case LAPSED -> outcomes().add(change, Outcome.LAPSED, clock().millis());
            case CONFIRMED -> {
                if (isOfLineage(change)) {
                    state.header(state.object().header().confirmed());
                }
            }
            case UNEVEN -> {
                // The node compares its key.
            }
        }
        return Retraction.NOT_HELD;
    }

    private Retraction undo(Version change) {
        if (state.isOver() || state.isEmpty() || state.object().changes().noneMatch(change::equals)) {
            return Retraction.NOT_HELD;
        }
        if (found == null || !isOfLineage(change)) {
            return Retraction.GIVES_WAY;
        }
        state.end(found);
        return Retraction.UNDONE;
    }

    private boolean isOfLineage(Version change) {
        return !state.isEmpty() && state.object().header().lineage().equals(change);
    }

    /** The change of this version is taken back. */
    void retract(Version change) {
        outcomes().add(change, Outcome.RETRACTED, clock().millis());
    }

    private ChangeOutcomes outcomes() {
        if (outcomes == null) {
            Duration deadline = state.context().node().settings().requests().timeout();
            outcomes = new ChangeOutcomes(2 * deadline.toMillis());
        }
        return outcomes;
    }

    boolean isRetracted(Version change) {
        return outcomes != null && outcomes.is(change, Outcome.RETRACTED, clock().millis());
    }

    @Override
    public boolean isRetracted(Wire.Change change) {
        return change instanceof Wire.Copy copy ? isIn(copy.image()) : isRetracted(change.version());
    }

    @Override
    public boolean hasTaken(Version update) {
        return state.object().updates().has(update);
    }

    @Override
    public boolean mayHaveForgotten(Version update) {
        return state.object().updates().mayHaveForgotten(update, clock().wallMillis());
    }

    /** Whether the image may not live here: its time is over, or it holds what was taken back. */
    boolean refuses(Image image) {
        return image.header().isExpired(clock().wallMillis()) || isIn(image);
    }

    /**
     * Whether the object, which holds what was taken back, makes room for the image: that holds less of it, or older
     * ones, which lie deeper below what stands, and lacks no change that stands. An acknowledged update is not dropped
     * to undo a refused one below.
     */
    boolean givesWayTo(Image image, HostedObject object) {
        Iterator<Version> its = retractedOf(image.changes());
        Iterator<Version> here = retractedOf(object.changes());
        int order = 0;
        while (order == 0 && its.hasNext() && here.hasNext()) {
            order = here.next().compareTo(its.next());
        }
        return (order > 0 || order == 0 && here.hasNext())
                && !image.header().isExpired(clock().wallMillis())
                && !lacksStanding(image, object);
    }

    /**
     * Takes the tombstone of another owner if it is newer than what lives here.
     *
     * @param isGivingWay whether it comes in its place though it be older
     */
    void take(KeyContent.Gone gone, boolean isGivingWay) {
        boolean isNewer = gone.digest().beats(isGivingWay && state.isEmpty() ? KeyDigest.NOTHING : state.soundDigest());
        if (isNewer && takes(gone, isGivingWay)) {
            state.end(Optional.of(Slot.Tombstone.of(gone)));
        }
    }

    /**
     * Whether a tombstone may take the place of what lives here.
     *
     * @param isGivingWay whether that makes room for what is older, as far as no change that stands is newer
     */
    private boolean takes(KeyContent.Gone gone, boolean isGivingWay) {
        boolean isOverStanding = isGivingWay
                && !state.isEmpty()
                && isIn(state.object())
                && !gone.version().isNewerThan(state.object().header().lineage())
                && standing(state.object()).findAny().isPresent();
        return !isOverStanding && !isRetracted(gone.version());
    }

    private boolean lacksStanding(Image image, HostedObject object) {
        Version theirs = image.header().lineage();
        Version own = object.header().lineage();
        if (!theirs.equals(own)) {
            // A newer one takes the place of all that is here.
            return own.isNewerThan(theirs) && standing(object).findAny().isPresent();
        }
        // Each update that an object lacks runs on it if it counts every one; for others the newest counts alone.
        return object.header().accept() != Accept.ALL
                && standing(object)
                        .anyMatch(change -> change.isNewerThan(image.header().version()));
    }

    private Stream<Version> standing(HostedObject object) {
        return object.changes().filter(change -> outcomes == null || outcomes.mayStand(change, clock().millis()));
    }

    /** Those that were taken back, newest first. */
    private Iterator<Version> retractedOf(Stream<Version> changes) {
        return changes.filter(this::isRetracted)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .iterator();
    }

    /** Whether the object holds a change that was taken back. */
    boolean isIn(HostedObject object) {
        return outcomes != null && outcomes.areUnsound(object.changes(), clock().millis());
    }

    private boolean isIn(Image image) {
        return outcomes != null && outcomes.areUnsound(image.changes(), clock().millis());
    }

    private Clock clock() {
        return state.context().node().clock();
    }
}
