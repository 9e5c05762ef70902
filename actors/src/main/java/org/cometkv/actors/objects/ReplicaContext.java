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
 * @param changed told of each key whose object is another; called by any thread
 */
public record ReplicaContext(
        HostingContext hosting, ActorRef<SupervisorMessage> supervisor, EffectSender sender, Placard.Listener changed) {

    public static ReplicaContext of(
            HostingContext hosting,
            ActorRef<SupervisorMessage> supervisor,
            Requester requester,
            Placard.Listener changed) {
        return new ReplicaContext(hosting, supervisor, new EffectSender(hosting.node(), requester), changed);
    }

    NodeContext node() {
        return hosting.node();
    }

    /** The quota of all replicas together. */
    ByteQuota quota() {
        return hosting.quota();
    }

    HandlerExecution handlers() {
        return hosting.handlers();
    }

    CometSettings.Conduct conduct() {
        return node().settings().conduct();
    }
}
