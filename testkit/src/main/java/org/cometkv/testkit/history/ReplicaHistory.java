package org.cometkv.testkit.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.aso.Version;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.DurationText;

/** The rule of one replica over time: by lineage, then version, then number of updates it never goes back. */
final class ReplicaHistory {

    private ReplicaHistory() {}

    /**
     * Replicas that were older than before, in one life of their node.
     *
     * <p>A key under which nothing is held any more is not older than before: its node may have handed it over. What is
     * held there next must not be, unless the object ended by itself.
     */
    static List<String> wentBack(Run run) {
        Map<String, Run.Sighting> last = new LinkedHashMap<>();
        List<String> all = new ArrayList<>();
        for (Run.Sighting now : run.sightings()) {
            String replica = now.node() + " " + now.life() + " " + now.key();
            if (now.digest() instanceof KeyDigest.Nothing) {
                if (isPassing(run, now.key())) {
                    last.remove(replica);
                }
                continue;
            }
            Run.Sighting before = last.put(replica, now);
            if (before != null
                    && before.digest().beats(now.digest())
                    && !isTakenBack(run, before, now)
                    && !isOver(run, before, now)) {
                all.add("node " + now.node() + " held " + now.key() + " older at " + DurationText.seconds(now.at())
                        + " than at " + DurationText.seconds(before.at()) + ": " + now.digest() + " after "
                        + before.digest());
            }
        }
        return all;
    }

    /** Whether the time to live of what was there is over by now. */
    private static boolean isOver(Run run, Run.Sighting before, Run.Sighting now) {
        return run.callsOf(now.key()).stream()
                .filter(call -> call.outcome() instanceof Outcome.Stored stored
                        && stored.version().equals(lineage(before.digest())))
                .anyMatch(call -> call.endOfLife()
                        .filter(end -> end.compareTo(now.at().plus(run.clockDifferenceMax())) <= 0)
                        .isPresent());
    }

    private static boolean isPassing(Run run, String key) {
        return run.isPassing(key) || KeyKind.of(run.scenario(), key) == KeyKind.OTHER;
    }

    /** Whether it may be a change that was taken back, because it was refused: then a replica gives way to others. */
    private static boolean isTakenBack(Run run, Run.Sighting before, Run.Sighting now) {
        boolean isAny = run.scenario().commands().stream().anyMatch(Command.Operate.class::isInstance)
                || run.callsOf(now.key()).stream()
                        .anyMatch(call -> isTakenBack(run, call) && call.begin().compareTo(now.at()) <= 0);
        return isAny && !isAcknowledgedLineage(run, before, now);
    }

    private static boolean isTakenBack(Run run, CallRecord call) {
        // Of a node that was held its clients gave up before it did: what it had refused then they do not know.
        return call.isTurnedDown()
                || call.isIfAbsent() && !call.outcome().isAcknowledged()
                || call.outcome() instanceof Outcome.Unknown
                        && !Pauses.during(run, call).isZero();
    }

    /** Whether the object that was there is another one, whose put was acknowledged. */
    private static boolean isAcknowledgedLineage(Run run, Run.Sighting before, Run.Sighting now) {
        Version lineage = lineage(before.digest());
        return lineage.isNewerThan(lineage(now.digest()))
                && run.callsOf(now.key()).stream()
                        .anyMatch(call -> call.outcome() instanceof Outcome.Stored stored
                                && stored.version().equals(lineage));
    }

    private static Version lineage(KeyDigest digest) {
        return digest instanceof KeyDigest.Live live ? live.lineage() : ((KeyDigest.Gone) digest).version();
    }
}
