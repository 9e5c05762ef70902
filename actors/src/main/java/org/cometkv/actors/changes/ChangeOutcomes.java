package org.cometkv.actors.changes;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Version;

/**
 * The outcomes of changes under one key, as their coordinators told them a short while ago. A change that was retracted
 * is refused, and so is every image that holds it.
 *
 * <p>Not thread-safe; owned by an AsoActor. Times are monotonic milliseconds of one clock.
 */
public final class ChangeOutcomes {

    /** The refusal of a change that was taken back. */
    public static final Refusal REFUSAL = Refusal.of(Refusal.Reason.RETRACTED, "the change was taken back");

    /** Most that are remembered: as many as updates are, which are what is taken back most. */
    private static final int COUNT_MAX = 4_096;

    /** The outcome of a change. */
    public enum Outcome {
        /** It was refused, and is taken back. */
        RETRACTED,
        /** It was acknowledged, though this owner refused it. */
        ACKNOWLEDGED,
        /** Its time ended before it was acknowledged or refused. */
        LAPSED
    }

    private record Told(Outcome outcome, long untilMillis) {}

    private final long keptMillis;
    /** In the order in which they were told. */
    private final Map<Version, Told> told = new LinkedHashMap<>();

    /** @param keptMillis how long an outcome is remembered */
    public ChangeOutcomes(long keptMillis) {
        this.keptMillis = keptMillis;
    }

    /** The change of this version ended so, whatever was told of it before. */
    public void add(Version change, Outcome outcome, long nowMillis) {
        told.values().removeIf(each -> each.untilMillis <= nowMillis);
        told.remove(change);
        told.put(change, new Told(outcome, nowMillis + keptMillis));
        if (told.size() > COUNT_MAX) {
            told.remove(told.keySet().iterator().next());
        }
    }

    /** Those that were retracted, with the milliseconds that are left of each one's time. */
    public Map<Version, Long> retractedLeft(long nowMillis) {
        Map<Version, Long> left = new LinkedHashMap<>();
        told.forEach((change, each) -> {
            if (is(change, Outcome.RETRACTED, nowMillis)) {
                left.put(change, each.untilMillis - nowMillis);
            }
        });
        return left;
    }

    /** Remembers those that were retracted, with what was left of each one's time at an instant. */
    public void recall(Map<Version, Long> retractedLeft, long thenMillis) {
        retractedLeft.forEach((change, millis) -> told.put(change, new Told(Outcome.RETRACTED, thenMillis + millis)));
    }

    /** Whether the change of this version is known to have ended so. */
    public boolean is(Version change, Outcome outcome, long nowMillis) {
        Told known = told.get(change);
        return known != null && known.outcome == outcome && known.untilMillis > nowMillis;
    }

    /**
     * Whether a change of this version may have to be kept: it was acknowledged, as far as this owner can know, or may
     * be yet.
     */
    public boolean mayStand(Version change, long nowMillis) {
        Told known = told.get(change);
        return known == null || known.outcome == Outcome.ACKNOWLEDGED || known.untilMillis <= nowMillis;
    }

    /** Whether content of these changes may not stay: it holds a retracted one, and none above it that has to stay. */
    public boolean areUnsound(Stream<Version> changes, long nowMillis) {
        return areUnsound(
                changes,
                change -> is(change, Outcome.RETRACTED, nowMillis),
                change -> is(change, Outcome.ACKNOWLEDGED, nowMillis));
    }

    /**
     * Whether content of these changes holds a retracted one and no newer one that was acknowledged: an acknowledged
     * change is kept together with what is below it.
     */
    public static boolean areUnsound(
            Stream<Version> changes, Predicate<Version> isRetracted, Predicate<Version> isAcknowledged) {
        return changes.filter(change -> isRetracted.test(change) || isAcknowledged.test(change))
                .max(Comparator.naturalOrder())
                .filter(isRetracted)
                .isPresent();
    }
}
