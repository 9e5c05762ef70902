package org.cometkv.testkit.node;

import java.util.Map;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.peers.IngressCounters;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.testkit.CometTestKit;

/** The Gateways of a kit's nodes, for those who know what is within a node. */
public final class Gateways {

    private Gateways() {}

    /** Tells the Gateway of a node in its first life, as another actor of that node would. */
    public static void tell(CometTestKit kit, int node, GatewayMessage message) {
        Adapter.toClassic(kit.system())
                .actorSelection("/system/node-" + node + "/gateway")
                .tell(message, ActorRef.noSender());
    }

    /** The counts of what came in at a node and was not taken. */
    public static Map<IngressCounters.Kind, Long> counts(CometTestKit kit, int node) {
        TestProbe<Map<IngressCounters.Kind, Long>> probe = kit.probe();
        tell(kit, node, new Gateway.Report(probe.ref()));
        return probe.receiveMessage();
    }
}
