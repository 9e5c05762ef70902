package org.cometkv.testkit.junit;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.ObjectStat;
import org.cometkv.actors.StatReply;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.KitNode;
import org.cometkv.testkit.trace.KeyNames;
import org.cometkv.testkit.world.World;
import org.cometkv.testkit.world.WorldFailure;

/** A report of a failure with one seed, as text. */
final class FailureReport {

    /** More keys than these would hide the timeline. */
    private static final int KEYS_MAX = 20;

    private FailureReport() {}

    static String of(TestCall call, CometTestKit kit, Throwable cause) {
        List<String> lines = new ArrayList<>();
        lines.add(cause.getMessage() == null ? cause.toString() : cause.getMessage());
        lines.add("");
        lines.add("seed " + kit.seed() + " of " + call.name() + ", at "
                + World.instant(kit.now().toNanos()) + "; repeat it with");
        lines.add("  -Dtest=" + call.name() + " -D" + SeedPlan.ONLY + "=" + kit.seed());
        List<String> timeline = kit.trace().timeline();
        lines.add("the last " + timeline.size() + " lines of its timeline:");
        timeline.forEach(line -> lines.add("  " + line));
        lines.addAll(replicas(kit));
        return String.join("\n", lines);
    }

    /** The replicas of the keys that the test named, as an up node is told of them. */
    private static List<String> replicas(CometTestKit kit) {
        List<String> lines = new ArrayList<>();
        lines.add("the replicas:");
        KeyNames names = kit.trace().names();
        for (KitNode node : kit.nodes()) {
            if (node.isUp() && !node.isPaused() && !kit.world().hasFailed()) {
                names.all().stream().limit(KEYS_MAX).forEach(key -> lines.addAll(replicas(kit, node, key)));
                return lines;
            }
        }
        lines.add("  (nothing can be asked any more)");
        return lines;
    }

    private static List<String> replicas(CometTestKit kit, KitNode node, String key) {
        if (kit.world().hasFailed()) {
            return List.of();
        }
        try {
            StatReply reply = kit.await(node.comet().stat(key));
            return reply instanceof StatReply.Found found
                    ? found.replicas().stream()
                            .map(replica -> "  " + key + " " + text(replica))
                            .toList()
                    : List.of("  " + key + " " + reply);
        } catch (WorldFailure | RuntimeException e) {
            // The report is of another failure.
            return List.of("  " + key + " cannot be asked for: " + e.getMessage());
        }
    }

    private static String text(ObjectStat replica) {
        return replica.replica().host() + " version " + replica.version().clock() + " " + replica.bytes() + " bytes "
                + replica.standing() + " " + replica.totals()
                + replica.lastError().map(error -> " last error: " + error).orElse("");
    }
}
