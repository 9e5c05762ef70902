package org.cometkv.testkit.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /** Reads of the last phase, and reads of the latest at any time, that miss an acknowledged update. */
    static List<String> lostUpdates(Run run) {
        List<String> all = new ArrayList<>();
        for (CallRecord read : reads(run)
                .filter(each -> run.isInLastPhase(each) || each.call() instanceof Command.GetLatest)
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
                    .forEach(each -> all.add(read.words() + " missed " + each.words() + ", which was acknowledged"));
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
