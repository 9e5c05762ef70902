package org.cometkv.actors.objects;

import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.conduct.ByteQuota;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.dispatch.HandlerExecution;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.routing.Key;

/**
 * The parts that all replicas of one node share. Thread-safe.
 *
 * @param supervisor told of deadlines, sizes and ends
 * @param quota of all replicas together
 * @param changed told of each key whose object has another header; called by any thread
 */
public record ReplicaContext(
        HostingContext hosting,
        ActorRef<SupervisorMessage> supervisor,
        ByteQuota quota,
        EffectSender sender,
        Consumer<Key> changed) {

    public static ReplicaContext of(
            HostingContext hosting,
            ActorRef<SupervisorMessage> supervisor,
            ByteQuota quota,
            Requester requester,
            Consumer<Key> changed) {
        return new ReplicaContext(hosting, supervisor, quota, new EffectSender(hosting.node(), requester), changed);
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
