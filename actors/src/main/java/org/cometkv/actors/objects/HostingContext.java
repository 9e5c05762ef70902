package org.cometkv.actors.objects;

import java.util.concurrent.Executor;
import org.cometkv.actors.authorization.RequestAuthorizer;
import org.cometkv.actors.authorization.SignatureVerifier;
import org.cometkv.actors.conduct.ByteQuota;
import org.cometkv.actors.conduct.PenaltyCounts;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.dispatch.HandlerExecution;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.subscriptions.HostedStreams;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.routing.Key;

/**
 * The sandbox, threads, counters and trust that all hosted objects of one node share. Thread-safe.
 *
 * @param waiting the events that wait for an answer
 * @param quota of all that the node holds
 * @param penalties the counts of objects that are slowed or set aside
 * @param streams of all objects that have subscribers
 */
public record HostingContext(
        NodeContext node,
        Sandbox sandbox,
        HandlerExecution handlers,
        WaitingEvents waiting,
        SignatureVerifier verifier,
        ByteQuota quota,
        PenaltyCounts penalties,
        HostedStreams streams) {

    /** @param threads that run handlers */
    public static HostingContext of(NodeContext node, Sandbox sandbox, Executor threads) {
        CometSettings.Requests requests = node.settings().requests();
        return new HostingContext(
                node,
                sandbox,
                new HandlerExecution(threads, sandbox),
                new WaitingEvents(requests.waitingMax(), requests.waitingBytesMax()),
                new SignatureVerifier(node.settings().trust()),
                quota(node.settings().replication()),
                new PenaltyCounts(),
                new HostedStreams(node));
    }

    private static ByteQuota quota(CometSettings.Replication settings) {
        return new ByteQuota(settings.bytesMax(), settings.writerObjectsMax(), settings.writerBytesMax());
    }

    /** The seed of an object's random numbers and jitter on this node: replicas differ, restarts do not. */
    public long seed(Key key) {
        return key.a() ^ Long.rotateLeft(node.self().id().point().a(), 17) ^ Long.rotateLeft(key.b(), 31);
    }

    /** The examiner of requests on this node. */
    public RequestAuthorizer authorizer() {
        return new RequestAuthorizer(node, verifier, handlers.executor());
    }
}
