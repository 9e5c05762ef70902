package org.cometkv.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cometkv.actors.NodeStat;
import org.cometkv.actors.seam.UnderWay;
import org.cometkv.testkit.world.World;

/**
 * The check that all ends that nodes have under way: each count is zero at some instant within the time that a request
 * may take, whatever timers of objects begin meanwhile. For one use.
 */
final class UnderWayCheck {

    /** The period of looks at the counts, for as long as any of them was never zero. */
    private static final Duration PERIOD = Duration.ofMillis(50);

    /** The time that a request may take beyond its timeout: the Gateway ends it later, and the table of calls last. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final World world;
    private final List<KitNode.Life> lives;
    private final Duration longest;
    /** The counts that were told last, by name and node; a count that was zero once stays so. */
    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** @param timeout of requests */
    UnderWayCheck(World world, List<KitNode.Life> lives, Duration timeout) {
        this.world = world;
        this.lives = List.copyOf(lives);
        this.longest = timeout.plus(GRACE);
    }

    /** Lets time pass for as long as that needs; sentences of what has not ended. */
    List<String> left() {
        long end = world.nanos() + longest.toNanos();
        look();
        while (hasLeft() && world.nanos() < end) {
            world.advance(PERIOD);
            look();
        }
        List<String> left = new ArrayList<>();
        counts.forEach((what, count) -> {
            if (count != 0) {
                left.add(count + " " + what);
            }
        });
        return left;
    }

    private boolean hasLeft() {
        return counts.values().stream().anyMatch(count -> count != 0);
    }

    private void look() {
        for (KitNode.Life life : lives) {
            NodeStat stat = life.comet().stat();
            told("events of " + life.name() + " wait for an answer that does not come", stat.waitingEvents());
            told("bytes of waiting events of " + life.name() + " are not given back", stat.waitingBytes());
            told("calls at " + life.name() + " have no end", life.running().pendingReplies());
            life.running().underWay(underWay -> told(life.name(), underWay));
        }
        world.advance(Duration.ZERO);
    }

    private void told(String node, UnderWay underWay) {
        told("operations of " + node + " do not end", underWay.operations());
        told("requests of " + node + " still fill windows of its peers", underWay.out());
        told("requests of " + node + " still wait for room in these", underWay.unsent());
        told("requests of peers at " + node + " were never answered", underWay.inProgress());
        told("bytes of requests of peers at " + node + " still count as load", underWay.bytesInProgress());
    }

    private void told(String what, long count) {
        counts.merge(what, count, (before, now) -> before == 0 ? 0 : now);
    }
}
