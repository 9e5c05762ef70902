package org.cometkv.actors.objects;

import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.conduct.ByteQuota;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.dispatch.HandlerExecution;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.settings.CometSettings;

/**
 * The parts that all replicas of one node share. Thread-safe.
 *
 * @param supervisor told of deadlines, sizes and ends
 * @param quota of all replicas together
 */
public record ReplicaContext(
        HostingContext hosting, ActorRef<SupervisorMessage> supervisor, ByteQuota quota, EffectSender sender) {

    public static ReplicaContext of(
            HostingContext hosting, ActorRef<SupervisorMessage> supervisor, ByteQuota quota, Requester requester) {
        return new ReplicaContext(hosting, supervisor, quota, new EffectSender(hosting.node(), requester));
    }

    NodeContext node() {
        return hosting.node();
    }

    HandlerExecution handlers() {
        return hosting.handlers();
    }

    CometSettings.Conduct conduct() {
        return node().settings().conduct();
    }
}
