package org.cometkv.actors.objects;

import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.conduct.ByteQuota;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.dispatch.HandlerExecution;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.timers.TimerSchedule;

/**
 * The parts that all replicas of one node share. Thread-safe.
 *
 * @param supervisor told of deadlines, sizes and ends
 * @param changed told of each key whose object is another; called by any thread
 * @param isStored whether what comes to rest is written to a store
 */
public record ReplicaContext(
        HostingContext hosting,
        ActorRef<SupervisorMessage> supervisor,
        EffectSender sender,
        Placard.Listener changed,
        boolean isStored) {

    /** How many times sooner objects come to rest while memory is short. */
    private static final int SHORT_DIVISOR = 8;

    public static ReplicaContext of(
            HostingContext hosting,
            ActorRef<SupervisorMessage> supervisor,
            Requester requester,
            Placard.Listener changed,
            boolean isStored) {
        return new ReplicaContext(hosting, supervisor, new EffectSender(hosting.node(), requester), changed, isStored);
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

    /** How long an object is idle before it comes to rest: less while memory is short. */
    long passivateAfterMillis() {
        long after = node().settings().passivation().after().toMillis();
        return after != TimerSchedule.NEVER && quota().isNearlyFull() ? after / SHORT_DIVISOR : after;
    }

    CometSettings.Conduct conduct() {
        return node().settings().conduct();
    }
}
