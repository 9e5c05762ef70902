package org.cometkv.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.NodeStat;
import org.cometkv.testkit.world.World;
import org.cometkv.testkit.world.WorldFailure;

/** The end of a simulated cluster, and the check that nothing of it is left: stages, counts, actors, tasks. */
final class Ending {

    /** After it Pekko has put away what is idle. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final SimulatedCluster cluster;
    private final World world;
    private final List<String> left = new ArrayList<>();

    Ending(SimulatedCluster cluster) {
        this.cluster = cluster;
        this.world = cluster.world();
    }

    void run() {
        List<KitNode> up = cluster.nodes().stream().filter(KitNode::isUp).toList();
        for (KitNode node : up) {
            world.resume(node.life().domain());
        }
        List<KitNode.Life> lives = up.stream().map(KitNode::life).toList();
        left.addAll(new UnderWayCheck(world, lives, cluster.requestTimeout()).left());
        up.forEach(node -> cluster.stop(List.of(node)));
        world.advance(IDLE);
        for (KitNode.Life life : lives) {
            check(life);
        }
        left("tasks are ready", world.ready());
        left("frames are on their way", cluster.network().underWay());
        cluster.terminate();
        if (!left.isEmpty()) {
            throw new WorldFailure(world.at("something is left of the nodes: " + String.join("; ", left)));
        }
    }

    private void check(KitNode.Life life) {
        String of = " of " + life.name();
        left("promises" + of + " never ended", life.stages().open());
        NodeStat stat = life.comet().stat();
        left("events" + of + " still wait", stat.waitingEvents());
        left("bytes of waiting events" + of + " are still counted", stat.waitingBytes());
        left("objects" + of + " still count as slowed", stat.slowed());
        left("tasks" + of + " are still due", world.due(life.domain()));
    }

    private void left(String what, long count) {
        if (count != 0) {
            left.add(count + " " + what);
        }
    }
}
