package org.cometkv.actors.changes;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cometkv.actors.wire.Image;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Version;

/**
 * The changes under one key that were taken back a short while ago: they are refused, and so is every image that holds
 * one.
 *
 * <p>Not thread-safe; owned by an AsoActor. Times are monotonic milliseconds of one clock.
 */
public final class RetractedChanges {

    /** The refusal of a change that was taken back. */
    public static final Refusal REFUSAL = Refusal.of(Refusal.Reason.RETRACTED, "the change was taken back");

    /** Most that are remembered: as many as updates are, which are what is taken back most. */
    private static final int COUNT_MAX = 4_096;

    private final long keptMillis;
    /** The end of each one's time, in the order they were taken back. */
    private final Map<Version, Long> until = new LinkedHashMap<>();

    public RetractedChanges(long keptMillis) {
        this.keptMillis = keptMillis;
    }

    /** What is remembered, with the milliseconds that are left of each one's time. */
    public Map<Version, Long> left(long nowMillis) {
        Map<Version, Long> left = new LinkedHashMap<>();
        until.forEach((change, end) -> {
            if (end > nowMillis) {
                left.put(change, end - nowMillis);
            }
        });
        return left;
    }

    /** What was remembered at an instant, with what was left of each one's time then. */
    public void recall(Map<Version, Long> left, long thenMillis) {
        left.forEach((change, millis) -> until.put(change, thenMillis + millis));
    }

    /** The change of this version is taken back. */
    public void add(Version change, long nowMillis) {
        until.values().removeIf(end -> end <= nowMillis);
        until.remove(change);
        until.put(change, nowMillis + keptMillis);
        if (until.size() > COUNT_MAX) {
            until.remove(until.keySet().iterator().next());
        }
    }

    /** The change of this version stands after all. */
    public void remove(Version change) {
        until.remove(change);
    }

    /** Whether the change of this version was taken back. */
    public boolean has(Version change, long nowMillis) {
        Long end = until.get(change);
        return end != null && end > nowMillis;
    }

    /** Whether the image holds a change that was taken back. */
    public boolean isIn(Image image, long nowMillis) {
        return image.changes().anyMatch(change -> has(change, nowMillis));
    }
}
