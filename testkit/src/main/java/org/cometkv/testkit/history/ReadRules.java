package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.cometkv.aso.Value;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.ValueText;

/**
 * The rules of what a reader of a register may see. Values that are written are taken to differ from each other.
 *
 * <p>A read is wrong if whatever could have written what it saw was over before an acknowledged change began, and that
 * change was over before the read began.
 */
final class ReadRules {

    /** An event is late by what its node has to do. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private ReadRules() {}

    /** Reads of the last phase that miss an acknowledged put or update. */
    static List<String> lostPuts(Run run) {
        return missed(
                run,
                run::isInLastPhase,
                change -> !(change.call() instanceof Command.Remove)
                        && !run.isPassing(change.call().key()));
    }

    /** Reads of the last phase that see what was replaced, of keys under which something is over now. */
    static List<String> cameBack(Run run) {
        return missed(
                run,
                run::isInLastPhase,
                change -> !(change.call() instanceof Command.Remove)
                        && run.isPassing(change.call().key()));
    }

    /** Reads through a node that has just joined that find nothing where something acknowledged is. */
    static List<String> newcomersSeeNothing(Run run) {
        return missed(
                run,
                read -> read.outcome() instanceof Outcome.NotFound && run.isAfterAJoinOnly(read),
                change -> !(change.call() instanceof Command.Remove));
    }

    /** Reads of the last phase that see what an acknowledged remove took away. */
    static List<String> lostRemoves(Run run) {
        return missed(run, run::isInLastPhase, change -> change.call() instanceof Command.Remove);
    }

    /**
     * Reads of the first owner in calm, before the last phase, that are older than what was acknowledged
     * before them.
     */
    static List<String> olderInCalm(Run run) {
        return missed(
                run,
                read -> read.call() instanceof Command.Get && !run.isInLastPhase(read) && run.isCalmDuring(read),
                change -> true);
    }

    /** Reads of the latest, at any time, that are older than what was acknowledged before them. */
    static List<String> olderByLatest(Run run) {
        return missed(run, read -> read.call() instanceof Command.GetLatest, change -> true);
    }

    /** Reads that see what ended by itself before, by every clock. */
    static List<String> seenAfterItsEnd(Run run) {
        Duration slack = run.clockDifferenceMax().plus(SLACK);
        return onReads(run, read -> true, (key, read) -> {
            List<CallRecord> sources = isValue(read.outcome()) ? sources(run, key, read) : List.of();
            boolean isOver = !sources.isEmpty()
                    && sources.stream()
                            .allMatch(source -> source.endOfLife()
                                    .filter(end -> end.plus(slack).compareTo(read.begin()) < 0)
                                    .isPresent());
            return isOver ? " saw " + seen(read) + " of " + sources.get(0).words() + ", which was over" : "";
        });
    }

    /** Reads of values that nobody wrote. */
    static List<String> fromNowhere(Run run) {
        return onReads(
                run,
                read -> true,
                (key, read) ->
                        isValue(read.outcome()) && sources(run, key, read).isEmpty()
                                ? " saw " + seen(read) + ", which nobody has put"
                                : "");
    }

    /** Reads in calm that see what was refused. */
    static List<String> seenThoughRefused(Run run) {
        return onReads(run, read -> true, (key, read) -> {
            List<CallRecord> sources = isValue(read.outcome()) ? sources(run, key, read) : List.of();
            boolean isRefused = !sources.isEmpty()
                    && sources.stream().allMatch(source -> RefusedRule.isTakenBack(run, source, read));
            return isRefused ? " saw " + seen(read) + " of " + sources.get(0).words() + ", which was refused" : "";
        });
    }

    private static List<String> missed(Run run, Predicate<CallRecord> reads, Predicate<CallRecord> changes) {
        return onReads(run, reads, (key, read) -> {
            for (CallRecord change : run.callsOf(key)) {
                if (change.outcome().isAcknowledged()
                        && changes.test(change)
                        && change.isBefore(read)
                        && isOlder(run, key, read, change)
                        && !run.endedWithItsHolders(key, change.end().orElseThrow())) {
                    return " saw " + seen(read) + " and missed " + change.words() + ", which was acknowledged";
                }
            }
            return "";
        });
    }

    /** Whether all that could have written what a read saw was over before a change began. */
    private static boolean isOlder(Run run, String key, CallRecord read, CallRecord change) {
        List<CallRecord> sources = sources(run, key, read);
        if (isValue(read.outcome())) {
            return !sources.isEmpty() && sources.stream().allMatch(source -> isOver(source, change))
                    || change.call() instanceof Command.Remove && isOfNoPutAfter(run, key, change, read);
        }
        // Nothing was seen: so it was before any put, or a remove took it, or it is over.
        return !run.isPassing(key) && sources.stream().allMatch(source -> isOver(source, change));
    }

    /** Whether all puts were over before a remove began: then there is nothing that a later update could change. */
    private static boolean isOfNoPutAfter(Run run, String key, CallRecord remove, CallRecord read) {
        return run.callsOf(key).stream()
                .filter(call -> call.call() instanceof Command.Put || call.call() instanceof Command.PutObject)
                .filter(put -> !read.isBefore(put))
                .allMatch(put -> put.isBefore(remove) && !(put.outcome() instanceof Outcome.Unknown));
    }

    private static boolean isOver(CallRecord source, CallRecord change) {
        return source.outcome().isAcknowledged() && source.isBefore(change);
    }

    /** The changes that could have written what a read saw: removes where it saw nothing. */
    private static List<CallRecord> sources(Run run, String key, CallRecord read) {
        boolean isValue = isValue(read.outcome());
        return run.callsOf(key).stream()
                .filter(CallRecord::isChange)
                .filter(change -> isValue
                        ? !(change.call() instanceof Command.Remove)
                                && change.written().equals(valueOf(read.outcome()))
                        : change.call() instanceof Command.Remove && mayTakeEffect(run, change))
                .toList();
    }

    private static boolean mayTakeEffect(Run run, CallRecord change) {
        return change.mayTakeEffect() || change.isTurnedDown() && RefusedRule.isExcused(run, change);
    }

    private static List<String> onReads(Run run, Predicate<CallRecord> reads, Judge judge) {
        List<String> all = new ArrayList<>();
        for (String key : run.scenario().keys()) {
            if (KeyKind.of(run.scenario(), key) != KeyKind.REGISTER) {
                continue;
            }
            for (CallRecord read : run.callsOf(key)) {
                if (isRead(read) && isAnswer(read.outcome()) && reads.test(read)) {
                    String wrong = judge.of(key, read);
                    if (!wrong.isEmpty()) {
                        all.add(read.words() + wrong);
                    }
                }
            }
        }
        return all;
    }

    private static boolean isRead(CallRecord call) {
        return call.call() instanceof Command.Get || call.call() instanceof Command.GetLatest;
    }

    private static boolean isAnswer(Outcome outcome) {
        return outcome instanceof Outcome.Found || outcome instanceof Outcome.NotFound;
    }

    private static boolean isValue(Outcome outcome) {
        return outcome instanceof Outcome.Found;
    }

    private static Value valueOf(Outcome outcome) {
        return outcome instanceof Outcome.Found found ? found.value() : Value.NIL;
    }

    private static String seen(CallRecord read) {
        return isValue(read.outcome()) ? ValueText.print(valueOf(read.outcome())) : "nothing";
    }

    private interface Judge {
        /** The mistake of a read of a key as a sentence; empty if there is none. */
        String of(String key, CallRecord read);
    }
}
