package org.cometkv.testkit.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cometkv.aso.Value;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.ValueText;

/** The rules of objects that keep every update: each acknowledged one is there, and none is there twice. */
final class MergeRules {

    private MergeRules() {}

    /** Answers that hold an update twice, at any time. */
    static List<String> takenTwice(Run run) {
        List<String> all = new ArrayList<>();
        for (CallRecord read : reads(run).toList()) {
            answers(read.outcome()).forEach(answer -> {
                Set<Value> once = new LinkedHashSet<>();
                listed(answer)
                        .filter(value -> !once.add(value))
                        .forEach(value -> all.add(
                                read.words() + " saw " + ValueText.print(value) + " twice at node " + answer.node()));
            });
        }
        return all;
    }

    /** Reads in calm, and reads of the latest at any time, that miss an acknowledged update. */
    static List<String> lostUpdates(Run run) {
        List<String> all = new ArrayList<>();
        for (CallRecord read : reads(run)
                .filter(each ->
                        each.call() instanceof Command.GetLatest || run.isInLastPhase(each) || run.isCalmDuring(each))
                .toList()) {
            if (!(read.outcome() instanceof Outcome.Found found)
                    || !isPutOnce(run, read.call().key())) {
                continue;
            }
            List<Value> seen = listed(found).toList();
            run.callsOf(read.call().key()).stream()
                    .filter(each -> each.call() instanceof Command.Update)
                    .filter(each -> each.outcome().isAcknowledged() && each.isBefore(read))
                    .filter(each -> !seen.contains(each.written()))
                    .filter(each -> !run.endedWithItsHolders(
                            read.call().key(), each.end().orElseThrow()))
                    .forEach(each -> all.add(read.words() + " missed " + each.words() + ", which was acknowledged"));
        }
        return all;
    }

    /** Answers of a replica that lack an update which it said it took, or had in an earlier answer. */
    static List<String> forgotten(Run run) {
        List<String> all = new ArrayList<>();
        for (String key : run.scenario().keys()) {
            if (KeyKind.of(run.scenario(), key) == KeyKind.MERGING && isPutOnce(run, key)) {
                forgotten(run, run.callsOf(key), all);
            }
        }
        return all;
    }

    private static void forgotten(Run run, List<CallRecord> calls, List<String> to) {
        for (CallRecord read : calls) {
            answers(read.outcome()).forEach(answer -> {
                Set<Value> there = listed(answer).collect(Collectors.toSet());
                for (CallRecord before : calls) {
                    if (before.isBefore(read)
                            && !run.isEnd(
                                    answer.node(), before.begin(), read.end().orElse(run.end()))) {
                        told(before, answer.node())
                                .filter(value -> !there.contains(value) && isKept(calls, value))
                                .forEach(value -> to.add(read.words() + " missed " + ValueText.print(value)
                                        + " at node " + answer.node() + ", which had it at " + before.words()));
                    }
                }
            });
        }
    }

    /** What a replica had by its own word: in an answer, or of a change that was acknowledged. */
    private static Stream<Value> told(CallRecord call, int node) {
        if (call.outcome() instanceof Outcome.Stored stored) {
            boolean isTaken = call.call() instanceof Command.Update
                    && stored.said().stream()
                            .anyMatch(said -> said.node() == node && said.word().equals("KEPT"));
            return isTaken ? Stream.of(call.written()) : Stream.of();
        }
        return answers(call.outcome()).filter(answer -> answer.node() == node).flatMap(MergeRules::listed);
    }

    /** Whether an update was not refused, so that no replica gives it up. */
    private static boolean isKept(List<CallRecord> calls, Value value) {
        return calls.stream()
                .noneMatch(call -> call.isTurnedDown() && call.written().equals(value));
    }

    /** Answers in calm that hold an update which was refused. */
    static List<String> seenThoughRefused(Run run) {
        List<String> all = new ArrayList<>();
        for (CallRecord read : reads(run).toList()) {
            List<CallRecord> refused = run.callsOf(read.call().key()).stream()
                    .filter(change ->
                            change.call() instanceof Command.Update && RefusedRule.isTakenBack(run, change, read))
                    .toList();
            answers(read.outcome())
                    .flatMap(MergeRules::listed)
                    .forEach(value -> refused.stream()
                            .filter(change -> change.written().equals(value))
                            .forEach(change ->
                                    all.add(read.words() + " saw " + change.words() + ", which was refused")));
        }
        return all;
    }

    /** Whether nothing but one put and updates were made of a key: then no update can have been replaced. */
    private static boolean isPutOnce(Run run, String key) {
        return run.callsOf(key).stream()
                        .filter(each -> each.isChange() && !(each.call() instanceof Command.Update))
                        .count()
                == 1;
    }

    private static Stream<CallRecord> reads(Run run) {
        return run.calls().stream()
                .filter(each -> each.call() instanceof Command.Get
                        || each.call() instanceof Command.GetFromAll
                        || each.call() instanceof Command.GetLatest)
                .filter(each -> KeyKind.of(run.scenario(), each.call().key()) == KeyKind.MERGING);
    }

    private static Stream<Outcome.Found> answers(Outcome outcome) {
        if (outcome instanceof Outcome.FoundAll all) {
            return all.answers().stream();
        }
        return outcome instanceof Outcome.Found found ? Stream.of(found) : Stream.of();
    }

    private static Stream<Value> listed(Outcome.Found answer) {
        return answer.value() instanceof Value.Table table ? table.list().stream() : Stream.of();
    }
}
