package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.aso.Value;

/**
 * The rule which refused changes nobody may see any more: their coordinators took them back, in calm and time enough.
 *
 * <p>The design names two exceptions. A coordinator that ended after the change began may have taken nothing back; and
 * where every owner took it from another one before it was refused, there is nothing to take instead: then no replica
 * holds by the end of the call what any held before the change began.
 */
final class RefusedRule {

    /** A change that is under way for longer is long with whoever takes it by then. */
    private static final Duration BEFORE = Duration.ofSeconds(2);

    /** The time in which the owners learn that a change was refused. */
    private static final Duration ON_THE_WAY = Duration.ofMillis(200);

    private RefusedRule() {}

    /** Whether a change was refused, and taken back before a read began in calm. */
    static boolean isTakenBack(Run run, CallRecord change, CallRecord read) {
        return isRefusedBefore(run, change, read) && !isExcused(run, change);
    }

    /** The changes that were refused and are seen in calm by one of the two exceptions. */
    static long excused(Run run) {
        return run.calls().stream()
                .filter(change -> change.isTurnedDown())
                .filter(change -> isExcused(run, change))
                .filter(change -> run.callsOf(change.call().key()).stream()
                        .anyMatch(read -> isRefusedBefore(run, change, read) && sees(read, change)))
                .count();
    }

    private static boolean isRefusedBefore(Run run, CallRecord change, CallRecord read) {
        boolean isTime = change.end()
                .filter(end -> end.plus(Run.CALM).compareTo(read.begin()) < 0)
                .isPresent();
        return change.isTurnedDown() && (run.isInLastPhase(read) || isTime && run.isCalmDuring(read));
    }

    /** Whether a refused change may take effect all the same. */
    static boolean isExcused(Run run, CallRecord change) {
        return run.isEnd(change.call().node(), change.begin(), run.end())
                || isHeldByAll(run, change)
                || isNothingOlderLeft(run, change);
    }

    /** Whether no replica could give way when the change was refused. */
    private static boolean isNothingOlderLeft(Run run, CallRecord change) {
        Duration end = change.end().orElseThrow();
        Set<KeyDigest> before = run.sightings().stream()
                .filter(each -> each.key().equals(change.call().key()))
                .filter(each -> each.at().compareTo(change.begin()) < 0)
                .map(Run.Sighting::digest)
                .collect(Collectors.toSet());
        List<KeyDigest> held = run.lastSightings(change.call().key(), end).values().stream()
                .filter(each -> !run.isEnd(each.node(), each.at(), end))
                .map(Run.Sighting::digest)
                .filter(digest -> !(digest instanceof KeyDigest.Nothing))
                .toList();
        return !held.isEmpty() && held.stream().noneMatch(before::contains);
    }

    /** Whether the replicas were alike when the change was refused, just before, or before they learned of it. */
    private static boolean isHeldByAll(Run run, CallRecord change) {
        Duration end = change.end().orElseThrow();
        Duration from = end.minus(change.begin()).compareTo(BEFORE) > 0 ? end.minus(BEFORE) : end;
        Map<Integer, KeyDigest> held = new TreeMap<>();
        for (Run.Sighting seen : run.sightings()) {
            if (!seen.key().equals(change.call().key())) {
                continue;
            }
            if (seen.at().compareTo(from) > 0 && areAlike(held)) {
                return true;
            }
            if (seen.at().compareTo(end.plus(ON_THE_WAY)) > 0) {
                return false;
            }
            held.put(seen.node(), seen.digest());
            held.values().removeIf(digest -> !(digest instanceof KeyDigest.Live));
        }
        return areAlike(held);
    }

    private static boolean areAlike(Map<Integer, KeyDigest> held) {
        return held.size() > 1 && held.values().stream().distinct().count() == 1;
    }

    private static boolean sees(CallRecord read, CallRecord change) {
        return read.outcome() instanceof Outcome.Found found
                && (found.value().equals(change.written())
                        || found.value() instanceof Value.Table table
                                && table.list().stream().anyMatch(change.written()::equals));
    }
}
