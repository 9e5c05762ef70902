package org.cometkv.testkit.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.DurationText;
import org.cometkv.testkit.scenario.ValueText;

/**
 * The rule that an object sends no more bytes over any interval than its credit: {@code max(64 KiB, 2 * own image) +
 * bytes of client requests + 2 KiB/s * t}.
 *
 * <p>Estimates are in the object's favor: its image is taken to be as large as all that clients sent it, and a request
 * of a client counts as one of this interval if it was sent up to half a minute before.
 */
final class CreditRule {

    /** {@code comet.rate.outgoing.bytes-burst} and {@code bytes-per-second}. */
    static final long FLOOR = 65_536;

    static final long PER_SECOND = 2_048;

    private static final Duration ON_THE_WAY = Duration.ofSeconds(30);

    /** Of a request of a client of the object's own node, beside what it writes. */
    private static final int REQUEST_BYTES = 1_024;

    private CreditRule() {}

    static List<String> exceeded(Run run) {
        Map<String, List<Run.Traffic>> sent = new LinkedHashMap<>();
        for (Run.Traffic each : run.traffic()) {
            if (each.isSent() && KeyKind.of(run.scenario(), each.key()) != KeyKind.OTHER) {
                sent.computeIfAbsent(each.node() + " " + each.life() + " " + each.key(), of -> new ArrayList<>())
                        .add(each);
            }
        }
        List<String> all = new ArrayList<>();
        sent.values().forEach(each -> check(run, each, all));
        return all;
    }

    private static void check(Run run, List<Run.Traffic> sent, List<String> to) {
        for (int last = 0; last < sent.size(); last++) {
            long bytes = 0;
            for (int first = last; first >= 0; first--) {
                bytes += sent.get(first).bytes();
                // What is below the floor needs no sums.
                if (bytes > FLOOR && bytes > credit(run, sent.get(first), sent.get(last))) {
                    to.add("the object under " + sent.get(last).key() + " on node "
                            + sent.get(last).node() + " sent " + bytes + " bytes from "
                            + DurationText.seconds(sent.get(first).at()) + " to "
                            + DurationText.seconds(sent.get(last).at()) + ", and had credit for "
                            + credit(run, sent.get(first), sent.get(last)));
                    return;
                }
            }
        }
    }

    private static long credit(Run run, Run.Traffic first, Run.Traffic last) {
        long image = earned(run, first, Duration.ZERO, last.at());
        long earned = earned(run, first, first.at().minus(ON_THE_WAY), last.at());
        long millis = last.at().minus(first.at()).toMillis() + 1;
        return Math.max(FLOOR, 2 * image) + earned + PER_SECOND * millis / 1_000;
    }

    private static long earned(Run run, Run.Traffic of, Duration from, Duration to) {
        long remote = run.traffic().stream()
                .filter(each ->
                        !each.isSent() && each.node() == of.node() && each.key().equals(of.key()))
                .filter(each -> each.at().compareTo(from) >= 0 && each.at().compareTo(to) <= 0)
                .mapToLong(Run.Traffic::bytes)
                .sum();
        long local = run.callsOf(of.key()).stream()
                .filter(call -> call.call().node() == of.node())
                .filter(call ->
                        call.begin().compareTo(from) >= 0 && call.begin().compareTo(to) <= 0)
                .mapToLong(call -> bytes(run, call))
                .sum();
        return remote + local;
    }

    private static long bytes(Run run, CallRecord call) {
        int script = call.call() instanceof Command.PutObject put
                ? run.scenario().objects().get(put.object()).length()
                : 0;
        return REQUEST_BYTES + script + 4L * ValueText.print(call.written()).length();
    }
}
