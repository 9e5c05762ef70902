package org.cometkv.testkit.node;

import org.apache.pekko.actor.ActorIdentity;
import org.apache.pekko.actor.Identify;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.cometkv.actors.objects.SupervisorMessage;
import org.cometkv.testkit.CometTestKit;

/** The ReplicaManagers of a kit's nodes and the objects below them, for those who know what is within a node. */
public final class ReplicaManagers {

    private ReplicaManagers() {}

    /** That of a node in its first life. */
    public static ActorRef<SupervisorMessage> of(CometTestKit kit, int node) {
        return Adapter.toTyped(at(kit, path(node)));
    }

    /** The actor of the one object that a node in its first life runs. */
    public static org.apache.pekko.actor.ActorRef objectOf(CometTestKit kit, int node) {
        return at(kit, path(node) + "/*");
    }

    private static String path(int node) {
        return "/system/node-" + node + "/replicas";
    }

    private static org.apache.pekko.actor.ActorRef at(CometTestKit kit, String path) {
        TestProbe<ActorIdentity> probe = kit.probe();
        Adapter.toClassic(kit.system()).actorSelection(path).tell(new Identify(path), Adapter.toClassic(probe.ref()));
        return probe.receiveMessage().getActorRef().orElseThrow();
    }
}
