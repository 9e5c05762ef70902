package org.cometkv.node.bench.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A checker of histories: whether what was acknowledged is read. Not thread-safe; for one history.
 *
 * <p>A change is newer than another if it began after that one's answer; of two that overlap either may be the newer. A
 * reading must show the newest change, or one of the newest, that was acknowledged before the reading began, or a newer
 * one. A change of unknown outcome may show at any time, or never. A key that collects must show every change that was
 * acknowledged before.
 */
final class HistoryChecker {

    private static final double NANOS = 1e9;

    /** The time in which what was acknowledged as a batch is on the disk. */
    private static final long BATCH_NANOS = 100_000_000;

    private final List<Disturbances.Span> spans;
    private final long calmNanos;
    private final Map<Integer, List<Change>> changes = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();
    private int acknowledged;
    private int lost;
    private int lostElsewhere;
    private int lostBeforeBatch;
    private int staleInCalm;
    private int stale;
    private int refusedShown;
    private int repeated;
    private int unheard;

    /** @param calmNanos the time without disturbance after which a phase is calm */
    HistoryChecker(List<Disturbances.Span> spans, long calmNanos) {
        this.spans = spans;
        this.calmNanos = calmNanos;
    }

    Verdict check(List<Change> all, List<Reading> readings) {
        for (Change change : all) {
            changes.computeIfAbsent(change.key(), key -> new ArrayList<>()).add(change);
            acknowledged += change.isAcknowledged() ? 1 : 0;
        }
        Map<Integer, List<Reading>> readingsByKey = new TreeMap<>();
        readings.forEach(reading -> readingsByKey
                .computeIfAbsent(reading.key(), key -> new ArrayList<>())
                .add(reading));
        readingsByKey.forEach(this::checkKey);
        return new Verdict(
                acknowledged,
                lost,
                lostElsewhere,
                lostBeforeBatch,
                staleInCalm,
                stale,
                refusedShown,
                repeated,
                unheard,
                remarks);
    }

    private void checkKey(int key, List<Reading> readings) {
        Map<Integer, Change> byNumber = new HashMap<>();
        List<Change> inOrder = new ArrayList<>();
        for (Change change : changes.getOrDefault(key, List.of())) {
            byNumber.put(change.number(), change);
            if (change.isAcknowledged()) {
                inOrder.add(change);
            }
        }
        inOrder.sort(Comparator.comparingLong(Change::endedNanos));
        readings.sort(Comparator.comparingLong(Reading::beganNanos));
        boolean isCollecting = KeyKind.of(key) == KeyKind.COLLECTING;
        Set<Integer> told = new HashSet<>();
        Change newest = null;
        int next = 0;
        for (Reading reading : readings) {
            for (; next < inOrder.size() && inOrder.get(next).endedNanos() < reading.beganNanos(); next++) {
                Change change = inOrder.get(next);
                newest = newest == null || change.beganNanos() > newest.beganNanos() ? change : newest;
            }
            checkSeen(reading, byNumber);
            List<Change> missing =
                    isCollecting ? missing(reading, inOrder.subList(0, next)) : missing(reading, newest, byNumber);
            judge(reading, missing, told);
        }
    }

    private void checkSeen(Reading reading, Map<Integer, Change> byNumber) {
        boolean isRefused = false;
        boolean isUnheard = false;
        for (int number : reading.seen()) {
            Change change = byNumber.get(number);
            isUnheard |= change == null;
            isRefused |= change != null
                    && change.outcome() == Change.Outcome.REFUSED
                    && change.endedNanos() < reading.beganNanos();
        }
        refusedShown += isRefused ? 1 : 0;
        unheard += isUnheard ? 1 : 0;
        if (new HashSet<>(reading.seen()).size() < reading.seen().size()) {
            repeated++;
        }
    }

    /** Of a key that collects: the acknowledged changes that the reading does not show. */
    private static List<Change> missing(Reading reading, List<Change> before) {
        Set<Integer> seen = new HashSet<>(reading.seen());
        return before.stream().filter(change -> !seen.contains(change.number())).toList();
    }

    /** Of a key that is replaced: the newest change, if the reading shows one that is older, or none. */
    private static List<Change> missing(Reading reading, Change newest, Map<Integer, Change> byNumber) {
        if (newest == null) {
            return List.of();
        }
        if (reading.seen().isEmpty()) {
            return List.of(newest);
        }
        Change seen = byNumber.get(reading.seen().get(0));
        boolean isOlder = seen == null || seen.happenedByNanos() < newest.beganNanos();
        return isOlder ? List.of(newest) : List.of();
    }

    private void judge(Reading reading, List<Change> missing, Set<Integer> told) {
        if (missing.isEmpty()) {
            return;
        }
        if (reading.isFinal()) {
            // A key may be read in more than one way in the end; a change is lost once.
            for (Change change : missing) {
                if (told.add(-change.number())) {
                    lost++;
                    lostElsewhere += isOfCutOffSide(change) ? 0 : 1;
                    lostBeforeBatch += isJustBeforeTheEndOfAll(change) ? 0 : 1;
                    remarks.add("lost: " + sentence(change, reading));
                }
            }
        } else if (Disturbances.isCalm(spans, reading.beganNanos(), reading.endedNanos(), calmNanos)) {
            staleInCalm++;
            Change newest = missing.get(missing.size() - 1);
            if (told.add(newest.number())) {
                remarks.add("older in a calm phase: " + sentence(newest, reading));
            }
        } else {
            stale++;
        }
    }

    /** Whether only nodes acknowledged it that were cut off then. */
    private boolean isOfCutOffSide(Change change) {
        return change.holders() != 0
                && spans.stream()
                        .anyMatch(span -> span.fromNanos() <= change.endedNanos()
                                && change.beganNanos() <= span.untilNanos()
                                && (change.holders() & ~span.cutOff()) == 0);
    }

    /** Whether all nodes were killed so soon after it was acknowledged that a batch need not have been synced. */
    private boolean isJustBeforeTheEndOfAll(Change change) {
        return Disturbances.faultAfter(spans, change.endedNanos())
                .filter(span -> span.name().startsWith(Disturbances.KILL_OF_ALL))
                .filter(span -> span.fromNanos() - change.endedNanos() <= BATCH_NANOS)
                .isPresent();
    }

    private String sentence(Change change, Reading reading) {
        return "key " + change.key() + " ("
                + KeyKind.of(change.key()).name().toLowerCase(Locale.ROOT)
                + "), change " + Change.text(change.writer(), change.number()) + " of "
                + seconds(change.beganNanos()) + " acknowledged at " + seconds(change.endedNanos()) + " by "
                + names(change.holders()) + "; read at " + seconds(reading.beganNanos()) + ": " + shown(reading)
                + "; " + around(change.endedNanos())
                + (isOfCutOffSide(change) ? "; the cut off side alone had it" : "");
    }

    private String shown(Reading reading) {
        if (reading.seen().isEmpty()) {
            return "nothing";
        }
        if (KeyKind.of(reading.key()) == KeyKind.COLLECTING) {
            return reading.seen().size() + " others";
        }
        int number = reading.seen().get(0);
        return changes.get(reading.key()).stream()
                .filter(change -> change.number() == number)
                .findFirst()
                .map(change -> Change.text(change.writer(), number) + " of " + seconds(change.beganNanos()) + ", "
                        + change.outcome().name().toLowerCase(Locale.ROOT) + " at " + seconds(change.endedNanos()))
                .orElse("what nobody put");
    }

    private String around(long nanos) {
        return Disturbances.faultBefore(spans, nanos)
                        .map(span -> "after " + span.name() + " of " + seconds(span.fromNanos()))
                        .orElse("before any fault")
                + Disturbances.faultAfter(spans, nanos)
                        .map(span -> ", before " + span.name() + " of " + seconds(span.fromNanos()))
                        .orElse("");
    }

    private static String names(int holders) {
        List<String> names = new ArrayList<>();
        for (int node = 0; node < Integer.SIZE; node++) {
            if ((holders & 1 << node) != 0) {
                names.add("node-" + node);
            }
        }
        return names.isEmpty() ? "nodes that are unknown" : String.join(" ", names);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / NANOS);
    }
}
