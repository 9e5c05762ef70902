package org.cometkv.actors.objects;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cometkv.actors.changes.ChangeRule;
import org.cometkv.actors.changes.RetractedChanges;
import org.cometkv.actors.changes.Retraction;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
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

    static final ReplicaReply RETRACTED = new ReplicaReply.Refused(RetractedChanges.REFUSAL);

    private final ReplicaState state;
    /** Null until one was taken back. */
    private RetractedChanges retracted;
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
        return retracted == null ? Map.of() : retracted.left(now);
    }

    /** Remembers again what was taken back, with what was left of each one's time at an instant. */
    void recall(Map<Version, Long> left, long thenMillis) {
        if (!left.isEmpty()) {
            retracted().recall(left, thenMillis);
        }
    }

    /** The change of this version ended so. */
    Retraction resolve(Version change, Wire.Resolution resolution) {
        if (resolution == Wire.Resolution.RETRACTED) {
            retract(change);
            return undo(change);
        }
        if (resolution == Wire.Resolution.OVERRULED && retracted != null) {
            retracted.remove(change);
        }
        if (resolution == Wire.Resolution.CONFIRMED && isOfLineage(change)) {
            state.header(state.object().header().confirmed());
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
        retracted().add(change, clock().millis());
    }

    private RetractedChanges retracted() {
        if (retracted == null) {
            Duration deadline = state.context().node().settings().requests().timeout();
            retracted = new RetractedChanges(2 * deadline.toMillis());
        }
        return retracted;
    }

    boolean isRetracted(Version change) {
        return retracted != null && retracted.has(change, clock().millis());
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
     * Whether the object, which holds what was taken back, makes room for the image: that holds less of it, nothing
     * else of it, and lacks no change that stands. An acknowledged update is not dropped to undo a refused one below.
     */
    boolean givesWayTo(Image image, HostedObject object) {
        Set<Version> its = retractedOf(image.changes());
        Set<Version> here = retractedOf(object.changes());
        return !image.header().isExpired(clock().wallMillis())
                && its.size() < here.size()
                && here.containsAll(its)
                && !lacksStanding(image, object);
    }

    /**
     * Whether a tombstone may take the place of what lives here.
     *
     * @param isGivingWay whether that makes room for what is older, as far as no change that stands is newer
     */
    boolean takes(KeyContent.Gone gone, boolean isGivingWay) {
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
        return object.changes().filter(change -> !isRetracted(change));
    }

    private Set<Version> retractedOf(Stream<Version> changes) {
        return changes.filter(this::isRetracted).collect(Collectors.toSet());
    }

    /** Whether the object holds a change that was taken back. */
    boolean isIn(HostedObject object) {
        return retracted != null && object.changes().anyMatch(this::isRetracted);
    }

    private boolean isIn(Image image) {
        return retracted != null && retracted.isIn(image, clock().millis());
    }

    private Clock clock() {
        return state.context().node().clock();
    }
}
