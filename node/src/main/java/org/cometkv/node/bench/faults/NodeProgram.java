package org.cometkv.node.bench.faults;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import org.cometkv.actors.CometNode;
import org.cometkv.examples.story.LocalCluster;
import org.cometkv.routing.MembershipChange;

/**
 * The program of a JVM that is one node: settings are system properties. It says its address and id when it is up,
 * leaves in good order on SIGTERM, and ends when it is removed from its cluster or when the JVM that started it ends.
 */
final class NodeProgram {

    static final String UP = "up ";
    static final String QUICK = "quick";

    private NodeProgram() {}

    public static void main(String[] args) throws IOException {
        Config settings = args.length > 0 && args[0].equals(QUICK) ? LocalCluster.quick() : ConfigFactory.empty();
        // Closed on SIGTERM: from the hook, because no other thread runs to the end then.
        CometNode node = CometNode.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(node::close, "leave"));
        node.comet().watch(change -> {
            if (change.kind() == MembershipChange.Kind.DOWNED) {
                Runtime.getRuntime().halt(1);
            }
        });
        System.out.println(
                UP + node.comet().self().address() + " " + node.comet().self().id());
        System.out.flush();
        while (System.in.read() >= 0) {
            continue;
        }
        Runtime.getRuntime().halt(1);
    }
}
